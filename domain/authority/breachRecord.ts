import { z } from 'zod';
import { Nature } from '../deadline/breachClock';
import {
  BreachCause,
  BreachOrigin,
  Consequence,
  DataCategory,
  PersonCategory,
  PossibleHarm,
  SensitiveCategory,
} from '../incident/vocabulary';
import { Gravity } from '../risk/scales';
import { erasable } from '../shared/erasable';
import {
  contactPersonOf,
  Counted,
  dpoOf,
  measureAfterOf,
  otherBodyOf,
  periodOf,
  representativeOf,
  toldAuthorityOf,
  touchedCountryOf,
} from './recordParts';
import { enteredRecord, type RecordRules, storedRecord } from './recordRules';
import { seatFields } from './seat';
import {
  AfterAvailability,
  AfterConfidentiality,
  AfterIntegrity,
  Alteration,
  Certainty,
  DelayReason,
  Exfiltration,
  FoundBy,
  InformedBy,
  NotInformedGround,
  PersonsInformed,
  Sector,
  Unavailability,
  Unintelligible,
  YesNo,
} from './vocabulary';

/** Left out: nobody has said. Null: taken back, or erased; both read as not known. */
const said = <S extends z.ZodType>(schema: S, description: string) =>
  schema.nullable().meta({ description }).optional();
const list = <S extends z.ZodType>(schema: S, description: string) => said(z.array(schema).max(50), description);
const erasableSaid = <S extends z.ZodType>(schema: S, description: string) =>
  erasable(schema.meta({ description })).optional();

/** Where the controller is, where this case differs from what the organisation recorded of itself. */
function seatSaid(rules: RecordRules) {
  const { publicBody, establishments, mainEstablishment } = seatFields(rules);
  return {
    publicBody: publicBody.nullable().optional(),
    establishments: establishments.nullable().optional(),
    mainEstablishment: mainEstablishment.optional(),
  };
}

/** Who notifies: sections 2 to 5 of the form. */
const who = (rules: RecordRules) => ({
  organisationName: erasableSaid(rules.line, 'registered name of the controller'),
  siren: said(rules.siren, 'SIREN of the controller'),
  hasNoSiren: said(z.boolean(), 'the controller has no SIREN'),
  vatNumber: erasableSaid(rules.line, 'VAT number inside the Union'),
  sector: said(Sector, 'section of the nomenclature of activities'),
  staff: said(z.int().nonnegative(), 'number of staff'),
  street: erasableSaid(rules.line, 'street and number'),
  postcode: erasableSaid(rules.line, 'postcode'),
  city: erasableSaid(rules.line, 'city'),
  country: said(rules.country, 'country of the controller, ISO 3166-1 alpha-2'),
  ...seatSaid(rules),
  representative: erasableSaid(representativeOf(rules), 'legal representative'),
  contactPerson: erasableSaid(contactPersonOf(rules), 'whom the authority may ask'),
  dpo: erasableSaid(dpoOf(rules), 'data protection officer'),
  otherBodies: erasableSaid(z.array(otherBodyOf(rules)).max(50), 'other bodies involved; empty: none'),
});

/** What happened and when: sections 6 and 7. Awareness is the clock's, and not in here. */
const what = (rules: RecordRules) => ({
  period: said(periodOf(rules), 'when the breach went on'),
  datesComment: erasableSaid(rules.text, 'about the dates'),
  foundBy: said(FoundBy, 'how the breach was found'),
  discovery: erasableSaid(rules.text, 'circumstances of the discovery'),
  certainty: said(Certainty, 'whether the breach is established'),
  delayReasons: list(DelayReason, 'why the notification is later than 72 hours'),
  delayText: erasableSaid(rules.text, 'reasons for the delay: facts, dates, causes, measures'),
  natures: list(Nature, 'what was lost'),
  origins: list(BreachOrigin, 'origin of the incident'),
  causes: list(BreachCause, 'cause of the incident'),
  description: erasableSaid(rules.text, 'detailed description'),
  systems: erasableSaid(z.array(rules.line).max(100), 'systems touched'),
  processings: erasableSaid(z.array(rules.line).max(50), 'processings touched'),
  exfiltration: said(Exfiltration, 'whether data left'),
  unintelligible: said(Unintelligible, 'whether who has the data can read them'),
  alteration: said(Alteration, 'how data were altered'),
  unavailability: said(Unavailability, 'for how long data were not available'),
});

/** Data, persons, consequences, measures: sections 8 to 12. */
const whom = (rules: RecordRules) => ({
  data: list(DataCategory, 'categories of data'),
  otherData: erasableSaid(rules.text, 'which other data'),
  sensitive: list(SensitiveCategory, 'special categories of data; empty: none'),
  records: said(Counted, 'number of records'),
  personCategories: list(PersonCategory, 'categories of persons'),
  otherPersons: erasableSaid(rules.text, 'which other persons'),
  persons: said(Counted, 'number of persons'),
  measuresBefore: erasableSaid(rules.text, 'security measures before the breach'),
  afterConfidentiality: list(AfterConfidentiality, 'consequences of the loss of confidentiality'),
  afterIntegrity: list(AfterIntegrity, 'consequences of the loss of integrity'),
  afterAvailability: list(AfterAvailability, 'consequences of the loss of availability'),
  consequencesText: erasableSaid(rules.text, 'other consequences'),
  becameOfData: list(Consequence, 'what became of the data: loss, disclosure, alteration'),
  recoverableData: erasableSaid(rules.text, 'what data can be recovered'),
  harms: list(PossibleHarm, 'possible harm to the persons'),
  harmsText: erasableSaid(rules.text, 'about the harm'),
  gravity: said(Gravity, 'gravity for the persons'),
  measuresAfter: erasableSaid(z.array(measureAfterOf(rules)).max(100), 'measures after the breach; empty: none'),
  lessons: erasableSaid(rules.text, 'lessons'),
});

/** Persons told, other countries, other authorities: sections 13 and 14. */
const told = (rules: RecordRules) => ({
  personsInformed: said(PersonsInformed, 'whether the persons are told (Art. 34)'),
  informedOn: said(z.iso.date(), 'day on which they were or will be told'),
  informedCount: said(Counted, 'how many were told'),
  informedBy: list(InformedBy, 'means of telling'),
  informedContent: erasableSaid(rules.text, 'what they were told'),
  notInformedGround: said(NotInformedGround, 'why they are not told'),
  notInformedText: erasableSaid(rules.text, 'why they are not told, in words'),
  crossBorder: said(YesNo, 'persons of other Member States are touched'),
  countries: said(z.array(touchedCountryOf(rules)).max(200), 'countries whose persons are touched'),
  otherDataAuthority: said(YesNo, 'another data protection authority was told'),
  otherDataAuthorities: erasableSaid(z.array(toldAuthorityOf(rules)).max(50), 'which ones'),
  otherAuthority: said(YesNo, 'an authority of another law was told'),
  otherAuthorities: erasableSaid(z.array(toldAuthorityOf(rules)).max(50), 'which ones'),
  police: said(YesNo, 'police or prosecutor were told'),
  attachments: erasableSaid(z.array(rules.line).max(50), 'names of what is attached'),
});

const recordOf = (rules: RecordRules) =>
  z.strictObject({ ...who(rules), ...what(rules), ...whom(rules), ...told(rules) });

/**
 * The facts that a register of breaches and the authority's form ask, as entries hold them (domain rules 2.2, 2.5). What the
 * case itself knows (awareness, decisions, notices, receipts) is not repeated here.
 */
export const BreachRecord = recordOf(storedRecord);
export type BreachRecord = z.infer<typeof BreachRecord>;
export type RecordField = keyof BreachRecord;

/** What a person may enter: any part of a record; null takes a field back. */
export const RecordChange = recordOf(enteredRecord);
export type RecordChange = z.infer<typeof RecordChange>;

/** The record with some fields said anew; what is left out stays as it was. */
export function changeRecord(record: BreachRecord, change: BreachRecord): BreachRecord {
  const news = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...record, ...Object.fromEntries(news) };
}
