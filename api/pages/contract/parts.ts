import type { Word } from '../../../templates/pages/words/word';
import type { Cell, Part, Rows } from './cell';
import { cell, contactCells, dataCells, keyChannel, partyCells, recipientCells, subProcessorCells } from './cells';

const part = (id: string, cells: readonly Cell[], more: Partial<Part> = {}): Part => ({
  id,
  title: `contract.${id}` as Word,
  cells,
  ...more,
});
const lead = (id: string): Pick<Part, 'lead'> => ({ lead: `contract.${id}Lead` as Word });

const rows = (at: string, word: string, waiting: number, cells: readonly Cell[]): { rows: Rows } => ({
  rows: {
    at,

    one: `contract.${word}` as Word,
    more: `contract.${word}More` as Word,
    waiting,
    cells,
  },
});

const head = part('head', [
  cell('line', 'reference', 'reference', { hint: 'referenceHint' }),
  cell('date', 'inForceFrom', 'inForceFrom'),
  cell('date', 'endsOn', 'endsOn'),
  cell('choice', 'language', 'language', { words: 'agreement', hint: 'languageHint' }),
  cell('line', 'timeZone', 'timeZone', { hint: 'timeZoneHint' }),
  cell('choice', 'calendar', 'calendar', { words: 'calendar', hint: 'calendarHint' }),
]);

const controller = part('controller', [
  ...partyCells('controller'),
  cell('line', 'controller/postal', 'postal', { hint: 'postalHint' }),
  cell('line', 'controller/representative', 'representative', { hint: 'representativeHint' }),
  cell('lines', 'controller/alsoKnownAs', 'alsoKnownAs', { hint: 'alsoKnownAsHint' }),
]);

const contacts = part('contacts', [], {
  ...lead('contacts'),
  ...rows('controller/noticeContacts', 'contact', 2, contactCells),
});

const requests = part(
  'requests',
  [
    cell('line', 'controller/dataSubjectRequestsContact/name', 'contactName'),
    cell('line', 'controller/dataSubjectRequestsContact/email', 'email', { kind: 'email' }),
    cell('line', 'controller/dataSubjectRequestsContact/postal', 'postal'),
  ],
  lead('requests'),
);

const processor = part('processor', partyCells('processor'), lead('processor'));

const processing = part(
  'processing',
  [
    cell('text', 'processing/service', 'service'),
    cell('text', 'processing/purpose', 'purpose'),
    cell('lines', 'processing/nature', 'nature', { hint: 'natureHint' }),
    cell('lines', 'processing/dataSubjects', 'dataSubjects', { hint: 'dataSubjectsHint' }),
    cell('text', 'processing/duration', 'duration'),
    cell('text', 'processing/retention', 'retention'),
    cell('text', 'processing/securityMeasures', 'securityMeasures', { hint: 'securityMeasuresHint' }),
    cell('choice', 'processing/endOfService/fate', 'fate', { words: 'fate' }),
    cell('yesNo', 'processing/endOfService/copyToControllerFirst', 'copyFirst'),
    cell('yesNo', 'processing/endOfService/certificateOfDestruction', 'certificate'),
    cell('yesNo', 'processing/endOfService/proofOfDestruction', 'proof'),
  ],
  lead('processing'),
);

const data = part('data', [], { ...lead('data'), ...rows('processing/dataCategories', 'dataCategory', 3, dataCells) });

const subProcessors = part(
  'subProcessors',
  [cell('choice', 'terms/subProcessors/authorisation', 'form', { words: 'contract.form', hint: 'formHint' })],
  { ...lead('subProcessors'), ...rows('subProcessors', 'subProcessor', 1, subProcessorCells) },
);

const recipients = part('recipients', [], {
  ...lead('recipients'),
  ...rows('namedRecipients', 'recipient', 1, recipientCells),
});

const transfers = part('transfers', [
  cell('yesNo', 'transfersOutsideEU/allowed', 'transferAllowed'),
  cell('codes', 'transfersOutsideEU/countries', 'transferCountries', { hint: 'transferCountriesHint' }),
  cell('text', 'transfersOutsideEU/safeguards', 'safeguards', { hint: 'safeguardsHint' }),
]);

const exchange = part('exchange', [
  cell('line', 'exchange/archiveFormat', 'archiveFormat'),
  cell('line', 'exchange/cipher', 'cipher'),
  keyChannel('exchange/keyChannel'),
]);

const terms = part(
  'terms',
  [
    cell('number', 'terms/breachNotice/hours', 'hours', { hint: 'hoursHint' }),
    cell('choice', 'terms/breachNotice/from', 'from', { words: 'contract.from', hint: 'fromHint' }),
    cell('yesNo', 'terms/breachNotice/confidentialityFromDetection', 'confidentiality', {
      hint: 'confidentialityHint',
    }),
    cell('yesNo', 'terms/protectiveNotice/enabled', 'protective', { hint: 'protectiveHint' }),
    cell('number', 'terms/protectiveNotice/marginMinutes', 'margin', { hint: 'marginHint' }),
    cell('yesNo', 'terms/acknowledgement/expected', 'acknowledgement'),
    cell('number', 'terms/silenceClosesAfterDays', 'silence', { hint: 'silenceHint' }),
    cell('number', 'terms/requests/workingDays', 'workingDays', { hint: 'workingDaysHint' }),
    cell('yesNo', 'terms/sensitiveAttachments/encrypt', 'encrypt'),
    keyChannel('terms/sensitiveAttachments/keyChannel'),
    cell('yesNo', 'terms/cyberInsurance/policy', 'insurance', { hint: 'insuranceHint' }),
  ],
  lead('terms'),
);

const remark = part('remark', [cell('text', '$comment', 'comment', { hint: 'commentHint' })]);

const signatures = part(
  'signatures',
  [
    cell('line', 'signatures/0/by', 'signedByController'),
    cell('date', 'signatures/0/on', 'signedOnController'),
    cell('line', 'signatures/1/by', 'signedByProcessor'),
    cell('date', 'signatures/1/on', 'signedOnProcessor'),
  ],
  lead('signatures'),
);

/** Annex 1 as a form, in the order in which contracts say it. An amendment is signed afterwards, by links. */
export const amendedParts: readonly Part[] = [
  head,
  terms,
  controller,
  contacts,
  requests,
  processor,
  processing,
  data,
  subProcessors,
  recipients,
  transfers,
  exchange,
  remark,
];
export const recordedParts: readonly Part[] = [...amendedParts, signatures];
