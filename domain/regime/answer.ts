import { z } from 'zod';
import { Calendar } from '../deadline/calendar';
import { erasable } from '../shared/erasable';
import { Instant } from '../shared/instant';
import { StoredLine, StoredText } from '../shared/stored';
import { FACTS, type RegimeFacts } from './facts';
import { RegimeId, StageId, YesNoUnknown } from './vocabulary';

/**
 * One answer to a regime's screening question. A later answer takes the place of an earlier one; while its trigger stays, it
 * keeps its `profileId`: a change of law moves nothing that runs. Which facts belong to which regime is checked at the
 * border (`answerFaults`).
 */
export const RegimeAnswer = z.strictObject({
  regime: RegimeId.meta({ description: 'the regime that is asked about' }),
  concerned: YesNoUnknown.meta({ description: 'whether the incident falls under it' }),
  reason: erasable(StoredText).meta({ description: 'why, or why not' }),
  triggerAt: Instant.nullable().meta({ description: 'what its limits count from; null while not known' }),
  profileId: StoredLine.nullable().meta({
    description: 'law that its clock began with; null: the one in force at the trigger',
  }),
  facts: z.strictObject(FACTS).partial().meta({ description: 'facts on which its stages depend' }),
});
export type RegimeAnswer = z.infer<typeof RegimeAnswer>;

/** Where acts are due, as an entry holds it. */
export const PlaceOfActs = z.strictObject({
  zone: z.string().min(1).meta({ description: 'IANA zone in which its days and hours are counted' }),
  calendar: Calendar.meta({ description: 'calendar of the days that are worked' }),
});

/** The entry of a regime that applies. */
export const RegimeConcerned = RegimeAnswer.omit({ concerned: true });

/** The entry of regimes that do not apply, for one and the same reason. */
export const RegimesExcluded = z.strictObject({
  regimes: z.array(RegimeId).min(1).meta({ description: 'regimes that do not apply' }),
  reason: erasable(StoredText).meta({ description: 'why they do not' }),
});

/** A stage left. `receipt` is the number that the authority gave, if it gave one. */
export const StageSent = z.strictObject({
  regime: RegimeId.meta({ description: 'the regime' }),
  stage: StageId.meta({ description: 'what was sent' }),
  sentAt: Instant.meta({ description: 'when it left' }),
  receipt: StoredLine.nullable().meta({ description: 'number of the receipt; null where none was given' }),
  delayText: erasable(StoredText).meta({ description: 'why it left after its limit; null where it did not' }),
});
export type StageSent = z.infer<typeof StageSent>;

/** Sent more than once, each time for itself; of the others the first sending counts. */
const REPEATED: readonly StageId[] = ['update', 'onRequest'];

/** What `stagesOf` needs to know, from the newest answer about a regime and what was sent under it, in any order. */
export function knownOf({ regime, triggerAt, profileId, facts }: RegimeAnswer, all: readonly StageSent[]): RegimeFacts {
  const sent: Partial<Record<StageId, string>> = {};
  for (const { stage, sentAt } of all.filter((one) => one.regime === regime)) {
    const other = sent[stage];
    const isNewer = other !== undefined && Date.parse(sentAt) > Date.parse(other);
    if (other === undefined || isNewer === REPEATED.includes(stage)) sent[stage] = sentAt;
  }
  return { triggerAt, profileId, facts, sent };
}
