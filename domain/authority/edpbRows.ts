import { isThere } from './edpbAnswers';
import type { EdpbForm } from './edpbSchema';
import { country, count, day, given, instant, none, number, type Reading, rows, term, terms, text } from './formField';
import type { Period } from './recordParts';

/** Fields of the template by section, in its order; labels are under `sa.edpb.<section>.<field>`. */
export const EDPB_FIELDS = {
  notification: ['kind', 'status', 'priorId', 'internalReference', 'withdrawalReason'],
  controller: ['name', 'identifier', 'sector', 'staff', 'address', 'country', 'eeaRepresentative'],
  contacts: ['reportingPerson', 'dpo', 'otherParties'],
  timeline: ['period', 'awareAt', 'lateReasons', 'lateText', 'foundBy', 'circumstances'],
  breach: [
    'natures',
    'exfiltration',
    'unintelligible',
    'afterConfidentiality',
    'alteration',
    'afterIntegrity',
    'unavailability',
    'afterAvailability',
    'otherConsequences',
    'origins',
    'causes',
    'description',
  ],
  affected: ['data', 'otherData', 'sensitive', 'records', 'personCategories', 'otherPersons', 'persons'],
  assessment: ['measuresBefore', 'harms', 'harmsText', 'severity', 'outcome', 'method', 'measuresAfter'],
  communication: ['told', 'ground', 'on', 'persons', 'means', 'content'],
  elsewhere: [
    'police',
    'otherAuthorities',
    'dataProtectionAuthorities',
    'crossBorder',
    'leadAuthority',
    'establishments',
    'countries',
    'outsideEea',
    'attachments',
  ],
} as const;
export type EdpbSection = keyof typeof EDPB_FIELDS;

/** A field with what it says; what is not asked, or blank and may be, is left out. */
export type EdpbRow = { section: EdpbSection; field: string; reading: NonNullable<Reading> };

type Answered<T> = { value: T } | { tbd: true } | null;
type Readings<S extends EdpbSection> = Record<(typeof EDPB_FIELDS)[S][number], Reading>;

const toBeDetermined: Reading = {
  state: 'pending',
  values: [{ as: 'terms', vocabulary: 'said', terms: ['toBeDetermined'] }],
};

function answer<T>(answered: Answered<T>, write: (value: T) => Reading): Reading {
  if (answered === null) return null;
  return 'value' in answered ? write(answered.value) : toBeDetermined;
}

/** The document as rows to be read, in the template's order. */
export function edpbRows(form: EdpbForm): EdpbRow[] {
  const { facts } = form;
  const sections: [EdpbSection, Record<string, Reading>][] = [
    ['notification', notification(form)],
    ['controller', controller(form)],
    ['contacts', contacts(form)],
    ...(facts === null ? [] : ofFacts(facts)),
  ];
  return sections.flatMap(([section, readings]) =>
    EDPB_FIELDS[section].flatMap((field: string) => {
      const reading = readings[field];
      return isThere(reading) ? [{ section, field, reading }] : [];
    }),
  );
}

const notification = ({ notification: of }: EdpbForm): Readings<'notification'> => ({
  kind: term('edpbKind', of.kind),
  status: term('edpbStatus', of.status),
  priorId: text(of.priorId),
  internalReference: text(of.internalReference),
  withdrawalReason: text(of.withdrawalReason),
});

const controller = ({ controller: of }: EdpbForm): Readings<'controller'> => ({
  name: answer(of.name, text),
  identifier: answer(of.identifier, ({ siren }) => text(siren) ?? term('said', 'noSiren')),
  sector: answer(of.sector, (sector) => term('sector', sector)),
  staff: answer(of.staff, number),
  address: answer(of.address, text),
  country: answer(of.country, country),
  eeaRepresentative: text(of.eeaRepresentative),
});

type Person = NonNullable<EdpbForm['dpo']>;
const person = (of: Person): Reading =>
  rows([of], ({ name, function: does, email, phone }) => [text(name), text(does), text(email), text(phone)]);

const contacts = ({ reportingPerson, dpo, facts }: EdpbForm): Readings<'contacts'> => ({
  reportingPerson: answer(reportingPerson, person),
  dpo: dpo === null ? null : person(dpo),
  otherParties:
    facts === null
      ? null
      : answer(facts.otherParties, (parties) =>
          rows(parties, ({ name, role, toldAt }) => [
            text(name),
            term('bodyRole', role),
            toldAt === null ? null : given({ as: 'instant', at: toldAt, of: 'alerted' }),
          ]),
        ),
});

type Facts = NonNullable<EdpbForm['facts']>;

const ofFacts = (facts: Facts): [EdpbSection, Record<string, Reading>][] => [
  ['timeline', timeline(facts)],
  ['breach', breach(facts)],
  ['affected', affected(facts)],
  ['assessment', assessment(facts)],
  ['communication', communication(facts)],
  ['elsewhere', elsewhere(facts)],
];

const timeline = ({ timeline: of }: Facts): Readings<'timeline'> => ({
  period: answer(of.period, period),
  awareAt: answer(of.awareAt, instant),
  lateReasons: answer(of.late, ({ reasons }) => terms('delay', reasons)),
  lateText: answer(of.late, (late) => text(late.text)),
  foundBy: answer(of.foundBy, (foundBy) => term('foundBy', foundBy)),
  circumstances: answer(of.circumstances, text),
});

function period(of: Period): Reading {
  const parts = [term('period', of.period), ...limits(of)];
  const estimated = of.period !== 'unknown' && of.estimated ? term('said', 'estimated') : null;
  return given({ as: 'row', values: [...parts, estimated].flatMap((reading) => reading?.values ?? []) });
}

function limits(of: Period): Reading[] {
  switch (of.period) {
    case 'day':
      return [day(of.on)];
    case 'range':
      return [instant(of.from), instant(of.to)];
    case 'ongoing':
      return [instant(of.from)];
    case 'unknown':
      return [];
  }
}

const breach = ({ breach: of }: Facts): Readings<'breach'> => ({
  natures: answer(of.natures, (natures) => terms('nature', natures)),
  exfiltration: answer(of.confidentiality?.exfiltration ?? null, (said) => term('exfiltration', said)),
  unintelligible: answer(of.confidentiality?.unintelligible ?? null, (said) => term('unintelligible', said)),
  afterConfidentiality: answer(of.confidentiality?.consequences ?? null, (said) => terms('afterConfidentiality', said)),
  alteration: answer(of.integrity?.alteration ?? null, (said) => term('alteration', said)),
  afterIntegrity: answer(of.integrity?.consequences ?? null, (said) => terms('afterIntegrity', said)),
  unavailability: answer(of.availability?.unavailability ?? null, (said) => term('unavailability', said)),
  afterAvailability: answer(of.availability?.consequences ?? null, (said) => terms('afterAvailability', said)),
  otherConsequences: text(of.otherConsequences),
  origins: answer(of.origins, (origins) => terms('origin', origins)),
  causes: answer(of.causes, (causes) => terms('cause', causes)),
  description: answer(of.description, text),
});

const affected = ({ affected: of }: Facts): Readings<'affected'> => ({
  data: answer(of.data, (data) => terms('data', data)),
  otherData: text(of.otherData),
  sensitive: answer(of.sensitive, (sensitive) => (sensitive.length === 0 ? none() : terms('sensitive', sensitive))),
  records: answer(of.records, count),
  personCategories: answer(of.personCategories, (persons) => terms('person', persons)),
  otherPersons: text(of.otherPersons),
  persons: answer(of.persons, count),
});

const assessment = ({ assessment: of }: Facts): Readings<'assessment'> => ({
  measuresBefore: answer(of.measuresBefore, text),
  harms: answer(of.harms, (harms) => terms('harm', harms)),
  harmsText: text(of.harmsText),
  severity: answer(of.severity, (severity) => term('severity', severity)),
  outcome: answer(of.outcome, (outcome) => term('outcome', outcome)),
  method: text(of.method),
  measuresAfter: answer(of.measuresAfter, (measures) =>
    rows(measures, ({ what, state, at }) => [text(what), term('measureState', state), instant(at)]),
  ),
});

const communication = ({ communication: of }: Facts): Readings<'communication'> => ({
  told: answer(of.told, (told) => term('told', told)),
  ground: term('notInformed', of.ground),
  on: day(of.on),
  persons: count(of.persons),
  means: terms('informedBy', of.means),
  content: text(of.content),
});

type Told = Facts['elsewhere']['otherAuthorities'];
const authorities = (told: Told): Reading =>
  answer(told, (list) => rows(list, ({ name, reference }) => [text(name), text(reference)]));

/** Lists that were never asked for are left out when empty. */
const listed = <Row>(list: readonly Row[], values: (row: Row) => readonly Reading[]): Reading =>
  list.length === 0 ? null : rows(list, values);

const elsewhere = ({ elsewhere: of, attachments }: Facts): Readings<'elsewhere'> => ({
  police: answer(of.police, (police) => term('yesNo', police)),
  otherAuthorities: authorities(of.otherAuthorities),
  dataProtectionAuthorities: authorities(of.dataProtectionAuthorities),
  crossBorder: answer(of.crossBorder, (crossBorder) => term('yesNo', crossBorder)),
  leadAuthority: text(of.leadAuthority),
  establishments: listed(of.establishments, (code) => [country(code)]),
  countries: listed(of.countries, ({ country: code, persons }) => [country(code), count(persons)]),
  outsideEea: listed(of.outsideEea, ({ country: code, persons }) => [country(code), count(persons)]),
  attachments: listed(attachments, (name) => [text(name)]),
});
