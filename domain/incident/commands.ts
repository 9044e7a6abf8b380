import { z } from 'zod';
import { othersConfirmed } from '../agreement/otherClients';
import { Nature } from '../deadline/breachClock';
import { Language } from '../letters/head';
import { Email } from '../party/email';
import { regimeCommands } from '../regime/commands';
import { RegimeId } from '../regime/vocabulary';
import { Instant } from '../shared/instant';
import { FreeText, LetterText, Line } from '../shared/words';
import { Correction } from './breachValues';
import { Consequence, Harmed, IncidentKind, Severity, SignalChannel, SignalKind, Source, Touched } from './vocabulary';
import { happened } from './happened';
import { MOST_CHAINS, MOST_TIERS, SubItems } from './subNoticeValues';
import { FactsRecorded, Measure, Note } from './workValues';

const kind = <K extends string>(name: K) => ({ kind: z.literal(name) });

/** The rule of two fields, for the API's description: this one is there, and is no null. */
const given = (name: string) => ({
  required: [name],
  properties: { [name]: { type: 'string', description: 'one of the two is given' } },
});

/** What a signal says: four things are needed, the rest may come later. */
export const Signal = z.strictObject({
  text: FreeText.meta({ description: 'what was seen' }),
  source: Source.meta({ description: 'who or what saw it' }),
  alertedAt: Instant.meta({ description: 'instant of the alert' }),
  alertedDay: z.iso.date().optional().meta({
    description: 'day of the alert where its hour is not known; `alertedAt` is then the first instant of that day',
  }),
  declarant: z
    .strictObject({
      name: Line.nullable().default(null).meta({ description: 'name of the declarant' }),
      email: Email.nullable().default(null).meta({ description: 'where the receipt goes' }),
      phone: Line.nullable().default(null).meta({ description: 'where the declarant can be called' }),
    })
    .refine(({ email, phone }) => email !== null || phone !== null, 'give an address or a telephone')
    .meta({ description: 'contact of the declarant', anyOf: [given('email'), given('phone')] }),
  looksLike: SignalKind.default('unspecified').meta({ description: 'what it looks like to the declarant' }),
  channel: SignalChannel.default('api').meta({ description: 'how the signal came in' }),
  detectedAt: Instant.nullable()
    .default(null)
    .meta({ description: 'detection of the violation, if known; it may come before the alert' }),
  systems: z.array(Line).max(100).default([]).meta({ description: 'systems concerned' }),
  language: Language.default('fr').meta({ description: 'language of the receipt' }),
  exercise: z.boolean().default(false).meta({ description: 'a drill' }),
});
export type Signal = z.infer<typeof Signal>;

/** "One for two": only where the second person is out of reach, and never to move a running clock later. */
const breakGlassReason = FreeText.nullable().default(null).meta({ description: 'why nobody else could be reached' });

const touched = z
  .array(Touched)
  .max(200)
  .default([])
  .meta({ description: 'agreements touched, with our part in each' });
const ownProcessing = z.boolean().default(false).meta({ description: 'data of our own processing are touched' });

/** What a sub-processor told us (domain rules 7.5); it may come before its incident. */
export const receiveSubNoticeCommand = z.strictObject({
  ...kind('subNotice.receive'),
  chain: z
    .array(Line)
    .min(1, 'say who told you')
    .max(MOST_TIERS)
    .meta({ description: 'the sub-processor that told us, then who told it, as far as where it happened' }),
  alsoFrom: z
    .array(z.array(Line).min(1, 'say who told you').max(MOST_TIERS))
    .max(MOST_CHAINS)
    .exactOptional()
    .meta({ description: 'further chains, where it is of several sources' }),
  toldBy: Line.meta({ description: 'person who told it, and in which function' }),
  email: Email.nullable().default(null).meta({ description: 'where that person is written to' }),
  phone: Line.nullable().default(null).meta({ description: 'where that person can be called' }),
  reference: Line.nullable().default(null).meta({ description: 'their reference' }),
  receivedAt: Instant.meta({ description: 'instant at which we received it' }),
  certain: z.boolean().meta({ description: 'they are certain; false: they only suspect' }),
  nature: z.array(Nature).default([]),
  touched,
  ownProcessing,
  text: LetterText.meta({ description: 'what they told, as it came; it stays inside' }),
  items: SubItems.default({ a: null, b: null, c: null, d: null, e: null, persons: null, records: null }),
  othersConfirmed,
});

const commands = [
  z.strictObject({ ...kind('triage.start'), firstFacts: FreeText.nullable().default(null), ...happened }),
  z.strictObject({ ...kind('event.dismiss'), personalDataOnSystem: z.boolean(), reason: FreeText, breakGlassReason }),
  z.strictObject({ ...kind('event.reopen'), reason: FreeText }),
  z.strictObject({ ...kind('investigation.justify'), reason: FreeText }),
  z.strictObject({
    ...kind('incident.declare'),
    incidentKind: IncidentKind,
    severity: Severity,
    harmed: Harmed,
    leadId: z.string().min(1).meta({ description: 'person who leads' }),
    possibleCrime: z.enum(['yes', 'no', 'unknown']).default('unknown'),
    basis: FreeText.meta({ description: 'why harm is probable' }),
    ...happened,
  }),
  z.strictObject({ ...kind('incident.tell'), touched: z.array(Touched).min(1).max(200), text: FreeText, ...happened }),
  z.strictObject({
    ...kind('breach.suspect'),
    t0: Instant.nullable().default(null).meta({ description: 'earliest plausible instant; by default the detection' }),
    nature: z.array(Nature).default([]),
    touched,
    ownProcessing,
    basis: FreeText,
  }),
  z.strictObject({
    ...kind('breach.extend'),
    t0: Instant.nullable().default(null),
    touched,
    ownProcessing,
    basis: FreeText,
  }),
  z.strictObject({
    ...kind('aware.set'),
    awareAt: Instant,
    detectedAt: Instant,
    nature: z.array(Nature).min(1, 'name at least one of confidentiality, integrity, availability'),
    touched,
    ownProcessing,
    why: FreeText,
    gapReason: FreeText.nullable()
      .default(null)
      .meta({ description: 'what lies between detection, alert and awareness' }),
  }),
  z.strictObject({ ...kind('aware.correct'), ...Correction.shape, reason: FreeText, breakGlassReason }),
  receiveSubNoticeCommand,
  z.strictObject({
    ...kind('subNotice.acknowledge'),
    subNoticeId: z.string().min(1),
    name: Line,
    function: Line,
    ...happened,
  }),
  z.strictObject({ ...kind('clock.release'), reason: FreeText }),
  z.strictObject({ ...kind('breach.ruleOut'), evidenceRefs: z.array(Line).min(1).max(50), reason: FreeText }),
  z.strictObject({
    ...kind('measure.add'),
    ...Measure.omit({ measureId: true, kind: true }).shape,
    what: FreeText,
    owner: Line,
    recoveredData: FreeText.nullable().default(null),
    measureKind: Measure.shape.kind,
    agreementId: z.string().min(1).nullable().default(null),
  }),
  z.strictObject({
    ...kind('facts.record'),
    ...FactsRecorded.shape,
    description: FreeText.nullable().optional(),
    consequencesText: FreeText.nullable().optional(),
    systems: z.array(Line).max(100).nullable().optional(),
  }),
  z.strictObject({ ...kind('note.add'), class: Note.shape.class.default('general'), text: FreeText, ...happened }),
  ...regimeCommands,
  z.strictObject({
    ...kind('law.move'),
    regime: RegimeId.meta({ description: 'the neighbouring regime whose limits run' }),
    profileId: z.string().min(1).max(100).meta({ description: 'law profile under which they are to run' }),
    reason: FreeText,
  }),
  z.strictObject({
    ...kind('incident.close'),
    consequences: z.array(Consequence),
    holdsDecided: z.boolean().meta({ description: 'what is kept as evidence has been decided' }),
    lessons: FreeText,
  }),
  z.strictObject({ ...kind('incident.reopen'), reason: FreeText }),
  z.strictObject({
    ...kind('breakGlass.review'),
    breakGlassSeq: z.int().positive(),
    verdict: z.enum(['confirmed', 'contested']),
    remark: FreeText.nullable().default(null),
  }),
] as const;

/** What a person may ask of an event, an incident or a breach. Who may ask what is the policies' matter. */
export const IncidentCommand = z.discriminatedUnion('kind', commands);
export type IncidentCommand = z.infer<typeof IncidentCommand>;
export type CommandOf<K extends IncidentCommand['kind']> = Extract<IncidentCommand, { kind: K }>;
