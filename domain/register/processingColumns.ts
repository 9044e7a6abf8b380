import type { AnyAnnex1 } from '../agreement/annex1';
import { country, day, type Reading, term, text } from '../authority/formField';
import { isEea } from '../party/country';
import { type Cell, lines, MISSING, NOT_APPLICABLE, said } from './cell';

/** Where a contract stands on the day of the register: what it ends with may leave data in our hands. */
export type ProcessingState = 'inForce' | 'ended' | 'toCome';

/** One contract with the annex that is in force, or is nearest to it. No document: its text was erased. */
export type ProcessingRow = {
  reference: string;
  version: number;
  state: ProcessingState;
  document: AnyAnnex1 | null;
};

type Named = { name: string; email?: string | undefined; phone?: string | undefined };

/** One column: how its cell follows from the annex. The words are under `register.<key>`. */
export type ProcessingColumn = { key: string; read: (document: AnyAnnex1) => Cell };

const orMissing = (cell: Cell): Cell => (cell.length === 0 ? MISSING : cell);
const some = (rows: readonly (readonly Reading[])[]): Cell => (rows.length === 0 ? NOT_APPLICABLE : lines(rows));
const contact = ({ name, email, phone }: Named): Reading[] => [text(name), text(email), text(phone)];
const each = (texts: readonly string[]): Cell => lines(texts.map((one) => [text(one)]));

/** Firms outside the Economic Area that the annex lets have data. */
const firmsOutside = ({ subProcessors, namedRecipients }: AnyAnnex1) =>
  [...subProcessors, ...namedRecipients].filter((one) => !isEea(one.country));

const isTransferred = (document: AnyAnnex1): boolean =>
  document.transfersOutsideEU.allowed || firmsOutside(document).length > 0;

/**
 * The register that a processor keeps of the processing for each controller, column by column (GDPR Art. 30(2); duty S3-15).
 * What the annex can say and does not is missing, never blank. Page, JSON, CSV, XLSX and PDF are written from this table.
 */
export const processingColumns: readonly ProcessingColumn[] = [
  {
    key: 'controller',
    read: ({ controller: { name, siren, country: of } }) => lines([[text(name), text(siren), country(of)]]),
  },
  { key: 'controllerPostal', read: ({ controller }) => orMissing(said(text(controller.postal))) },
  {
    key: 'controllerContacts',
    read: ({ controller }) =>
      lines(controller.noticeContacts.toSorted((a, b) => a.order - b.order).map((one) => contact(one))),
  },
  {
    key: 'legalRepresentative',
    read: ({ controller: { legalRepresentative: of } }) => lines([[text(of.name), text(of.function)]]),
  },
  {
    key: 'euRepresentative',
    read: ({ controller }) => {
      const cell = said(text(controller.representative));
      return isEea(controller.country) && cell.length === 0 ? NOT_APPLICABLE : orMissing(cell);
    },
  },
  { key: 'controllerDpo', read: ({ controller }) => lines([contact(controller.dpo)]) },
  {
    key: 'processor',
    read: ({ processor: { name, siren, country: of, legalRepresentative: by } }) =>
      lines([
        [text(name), text(siren), country(of)],
        [text(by.name), text(by.function)],
      ]),
  },
  { key: 'processorDpo', read: ({ processor }) => lines([contact(processor.dpo)]) },
  { key: 'service', read: ({ processing }) => said(text(processing.service)) },
  { key: 'operations', read: ({ processing }) => each(processing.nature) },
  { key: 'purpose', read: ({ processing }) => said(text(processing.purpose)) },
  {
    key: 'processedData',
    read: ({ processing }) =>
      orMissing(
        lines(
          processing.dataCategories
            .filter(({ processed }) => processed)
            .map(({ category, items, sensitive }) => [
              text(category),
              items.length === 0 ? null : text(items.join(', ')),
              sensitive === true ? term('registerSaid', 'sensitive') : null,
            ]),
        ),
      ),
  },
  { key: 'dataSubjects', read: ({ processing }) => each(processing.dataSubjects) },
  { key: 'duration', read: ({ processing }) => said(text(processing.duration)) },
  { key: 'retention', read: ({ processing }) => said(text(processing.retention)) },
  {
    key: 'transfers',
    read: (document) => {
      if (!isTransferred(document)) return said(term('registerSaid', 'noTransfer'));
      const { countries = [] } = document.transfersOutsideEU;
      return orMissing([
        ...lines(countries.map((one) => [country(one)])),
        ...lines(firmsOutside(document).map((one) => [text(one.name), country(one.country)])),
      ]);
    },
  },
  {
    key: 'safeguards',
    read: (document) =>
      isTransferred(document) ? orMissing(said(text(document.transfersOutsideEU.safeguards))) : NOT_APPLICABLE,
  },
  {
    key: 'furtherProcessors',
    read: ({ subProcessors }) =>
      some(
        subProcessors.map(({ name, country: of, service, under, authorisation: { kind, date } }) => [
          text(under === undefined ? name : `${under} › ${name}`),
          country(of),
          text(service),
          term('authorisationKind', kind),
          day(date),
        ]),
      ),
  },
  {
    key: 'recipients',
    read: ({ namedRecipients }) =>
      some(
        namedRecipients.map(({ name, country: of, receives, role }) => [
          text(name),
          country(of),
          text(receives),
          text(role),
        ]),
      ),
  },
  { key: 'security', read: ({ processing }) => orMissing(said(text(processing.securityMeasures))) },
  {
    key: 'exchange',
    read: ({ exchange: { archiveFormat, cipher, keyChannel } }) =>
      lines([[text(archiveFormat), text(cipher), term('channel', keyChannel)]]),
  },
];

/** Keys in the order of the cells: which contract it is stands before what its annex says. */
export const processingKeys: readonly string[] = [
  'agreement',
  'agreementState',
  ...processingColumns.map((one) => one.key),
];

/** Of a contract whose text was erased, nothing but its reference is known. */
export function cellsOfProcessing({ reference, version, state, document }: ProcessingRow): Cell[] {
  return [
    lines([[text(`${reference} v${version}`)]]),
    said(term('agreementState', state)),
    ...processingColumns.map(({ read }): Cell => (document === null ? [] : read(document))),
  ];
}

/** Keys of what the annex should say and does not. */
export const missingIn = (cells: readonly Cell[]): string[] =>
  processingKeys.filter((_, index) => cells[index] === MISSING);
