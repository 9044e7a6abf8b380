import { z } from 'zod';
import { Instant } from '../shared/instant';
import { type StageId, YesNoUnknown } from './vocabulary';

/** A stage may run from these. */
const INSTANTS = {
  classifiedAt: Instant.meta({ description: 'when the incident was classified as major' }),
  recoveredAt: Instant.meta({ description: 'when regular activities were back' }),
  handledAt: Instant.meta({ description: 'when an incident that went on was handled' }),
  requestedAt: Instant.meta({ description: 'when the authority asked for an intermediate report' }),
  fixAvailableAt: Instant.meta({ description: 'when a corrective or mitigating measure was available' }),
  dueAt: Instant.meta({ description: 'limit that a person set, where Vigie counts none' }),
} as const;
export type InstantFact = keyof typeof INSTANTS;

export const isInstantFact = (key: FactKey): key is InstantFact => Object.hasOwn(INSTANTS, key);

/** These decide which stages are owed, and by which limit. */
const ANSWERS = {
  trustService: YesNoUnknown.meta({ description: 'the provision of trust services is touched' }),
  usersAffected: YesNoUnknown.meta({ description: 'users of the service are affected' }),
  ongoing: YesNoUnknown.meta({ description: 'the incident goes on when the final report is due' }),
  noonRule: YesNoUnknown.meta({ description: 'the entity may wait until noon of the next working day' }),
  publicInterest: YesNoUnknown.meta({ description: 'the public is to be told in its own interest' }),
  itemsMissing: YesNoUnknown.meta({ description: 'the first notification lacks items' }),
  stillMissing: YesNoUnknown.meta({ description: 'the second notification lacks items too' }),
  unintelligible: YesNoUnknown.meta({ description: 'the data are unintelligible to whoever has them' }),
  highRisk: YesNoUnknown.meta({ description: 'a high risk to persons is likely' }),
  theft: YesNoUnknown.meta({ description: 'the loss is a theft' }),
} as const;
export type AnswerFact = keyof typeof ANSWERS;

/** Every fact that moves a stage of some regime; which regime takes which is said in the catalogue. */
export const FACTS = {
  ...INSTANTS,
  ...ANSWERS,
  policyWorkingDays: z.int().positive().meta({ description: 'working days that the policy gives' }),
} as const;
export type FactKey = keyof typeof FACTS;

/** Facts of one regime, as far as they are known. */
export type Facts = { readonly [K in FactKey]?: z.infer<(typeof FACTS)[K]> | undefined };

/** What is known of one regime in one case. */
export type RegimeFacts = {
  /** What the regime counts from; null while nobody has said. */
  triggerAt: string | null;
  /** The law that its clock began with; null: the one in force at the trigger. */
  profileId: string | null;
  facts: Facts;
  /** When a stage left first; of one that is repeated (`update`, `onRequest`), the newest. */
  sent: Readonly<Partial<Record<StageId, string>>>;
};
