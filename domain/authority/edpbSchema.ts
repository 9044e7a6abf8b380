import { EdpbSeverity } from '../risk/scales';
import { z } from 'zod';
import { Nature } from '../deadline/breachClock';
import {
  BreachCause,
  BreachOrigin,
  DataCategory,
  PersonCategory,
  PossibleHarm,
  SensitiveCategory,
} from '../incident/vocabulary';
import { Instant } from '../shared/instant';
import { Counted, periodOf } from './recordParts';
import { storedRecord } from './recordRules';
import {
  AfterAvailability,
  AfterConfidentiality,
  AfterIntegrity,
  Alteration,
  BodyRole,
  DelayReason,
  Exfiltration,
  FoundBy,
  InformedBy,
  MeasureState,
  Sector,
  Unavailability,
  Unintelligible,
} from './vocabulary';

/** The mark of a drill on what a machine reads, in both languages (invariant 12). */
export const EXERCISE_MARK = 'EXERCICE / EXERCISE';

/** Known, or the template's "tbd". */
const answer = <S extends z.ZodType>(value: S) =>
  z.union([z.strictObject({ value }), z.strictObject({ tbd: z.literal(true) })]);

export const EdpbKind = z.enum(['new', 'followUp']);
export const EdpbStatus = z.enum(['complete', 'incomplete', 'withdraw']);
export const EdpbOutcome = z.enum(['high', 'notHigh', 'unlikely']);
/** Whether the persons are told, and if not, why: still investigating, no high risk, a ground of Art. 34(3). */
export const PersonsTold = z.enum(['yes', 'willBe', 'noInvestigating', 'noNotHigh', 'noException34']);

const Text = z.string().min(1);
const Person = z.strictObject({ name: Text, function: Text.nullable(), email: Text, phone: Text.nullable() });
const Told = z.strictObject({ name: Text, reference: Text.nullable() });

const Notification = z.strictObject({
  kind: EdpbKind,
  status: EdpbStatus,
  priorId: Text.nullable(),
  internalReference: Text,
  withdrawalReason: Text.nullable(),
});

/** Null: not asked in a withdrawal. */
const Controller = z.strictObject({
  name: answer(Text),
  identifier: answer(z.strictObject({ siren: Text.nullable() })),
  sector: answer(Sector).nullable(),
  staff: answer(z.int()).nullable(),
  address: answer(Text).nullable(),
  country: answer(Text).nullable(),
  eeaRepresentative: Text.nullable(),
});

const Timeline = z.strictObject({
  period: answer(periodOf(storedRecord)),
  awareAt: answer(Instant),
  /** Null: not asked before 72 hours have gone by. */
  late: answer(z.strictObject({ reasons: z.array(DelayReason).min(1), text: Text })).nullable(),
  foundBy: answer(FoundBy),
  circumstances: answer(Text),
});

/** A part about a loss is null where that loss did not happen. */
const Breach = z.strictObject({
  natures: answer(z.array(Nature).min(1)),
  confidentiality: z
    .strictObject({
      exfiltration: answer(Exfiltration),
      unintelligible: answer(Unintelligible),
      consequences: answer(z.array(AfterConfidentiality).min(1)),
    })
    .nullable(),
  integrity: z
    .strictObject({ alteration: answer(Alteration), consequences: answer(z.array(AfterIntegrity).min(1)) })
    .nullable(),
  availability: z
    .strictObject({ unavailability: answer(Unavailability), consequences: answer(z.array(AfterAvailability).min(1)) })
    .nullable(),
  /** Consequences that are in no list, in words. */
  otherConsequences: Text.nullable(),
  origins: answer(z.array(BreachOrigin).min(1)),
  causes: answer(z.array(BreachCause).min(1)),
  description: answer(Text),
});

const Affected = z.strictObject({
  data: answer(z.array(DataCategory).min(1)),
  otherData: Text.nullable(),
  sensitive: answer(z.array(SensitiveCategory)),
  records: answer(Counted),
  personCategories: answer(z.array(PersonCategory).min(1)),
  otherPersons: Text.nullable(),
  persons: answer(Counted),
});

const Assessment = z.strictObject({
  measuresBefore: answer(Text),
  harms: answer(z.array(PossibleHarm).min(1)),
  harmsText: Text.nullable(),
  severity: answer(EdpbSeverity),
  outcome: answer(EdpbOutcome),
  method: Text.nullable(),
  measuresAfter: answer(z.array(z.strictObject({ what: Text, state: MeasureState, at: Instant.nullable() }))),
});

const Communication = z.strictObject({
  told: answer(PersonsTold),
  ground: z.enum(['unintelligibleData', 'laterMeasures', 'disproportionateEffort']).nullable(),
  on: z.iso.date().nullable(),
  persons: Counted.nullable(),
  means: z.array(InformedBy),
  content: Text.nullable(),
});

const Elsewhere = z.strictObject({
  police: answer(z.enum(['yes', 'no'])),
  otherAuthorities: answer(z.array(Told)),
  dataProtectionAuthorities: answer(z.array(Told)),
  crossBorder: answer(z.enum(['yes', 'no'])),
  leadAuthority: Text.nullable(),
  establishments: z.array(Text),
  countries: z.array(z.strictObject({ country: Text, persons: Counted })),
  outsideEea: z.array(z.strictObject({ country: Text, persons: Counted })),
});

const Facts = z.strictObject({
  otherParties: answer(z.array(z.strictObject({ name: Text, role: BodyRole, toldAt: Instant.nullable() }))),
  timeline: Timeline,
  breach: Breach,
  affected: Affected,
  assessment: Assessment,
  communication: Communication,
  elsewhere: Elsewhere,
  attachments: z.array(Text),
});

const Form = z.strictObject({
  template: z.literal('edpb-common-template'),
  version: z.literal('consultation-draft-2026-06'),
  /** What no reader can take for the real thing; null: it is. */
  exercise: z.literal(EXERCISE_MARK).nullable(),
  notification: Notification,
  controller: Controller,
  reportingPerson: answer(Person),
  dpo: Person.nullable(),
  /** Null: a withdrawal. */
  facts: Facts.nullable(),
});

/**
 * The common template of the European Data Protection Board as a document (domain rules 2.6; draft for consultation of June
 * 2026, whose closed lists were read in part: the terms are ours).
 */
export const EdpbForm = Form.superRefine((form, context) => {
  const { kind, status, priorId, withdrawalReason } = form.notification;
  const fault = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (kind === 'followUp' && priorId === null) {
    fault(['notification', 'priorId'], 'a follow-up names the notification that it follows');
  }
  if (status === 'withdraw' && kind !== 'followUp') {
    fault(['notification', 'kind'], 'only what was notified is withdrawn');
  }
  if (status === 'withdraw' && withdrawalReason === null) {
    fault(['notification', 'withdrawalReason'], 'a withdrawal says why');
  }
  if ((status === 'withdraw') !== (form.facts === null)) {
    fault(['facts'], 'a withdrawal has no facts, and only a withdrawal');
  }
  if (status === 'incomplete') return;
  for (const path of toBeDetermined(form))
    fault(path, 'is to be determined: only an incomplete notification may say so');
});
export type EdpbForm = z.infer<typeof EdpbForm>;

/** Where a document says "to be determined". */
export function toBeDetermined(value: unknown, path: PropertyKey[] = []): PropertyKey[][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('tbd' in value) return [path];
  return Object.entries(value).flatMap(([name, one]) =>
    toBeDetermined(one, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}
