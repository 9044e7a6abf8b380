import { z } from 'zod';
import { FACTS } from '../../../domain/regime/facts';
import { RegimeId, StageId, YesNoUnknown } from '../../../domain/regime/vocabulary';
import { Instant } from '../../../domain/shared/instant';
import { at, byId, seq, words } from '../cases/viewFields';

/** Other laws, in the representation of a case or an incident. */
export const Regimes = z.strictObject({
  unanswered: z.array(RegimeId).meta({ description: 'of which nobody has said whether they apply' }),
  answers: z
    .array(
      z.strictObject({
        seq,
        byId,
        at: at('when it was given'),
        regime: RegimeId.meta({ description: 'the regime' }),
        concerned: YesNoUnknown.meta({ description: 'whether it applies' }),
        reason: words('why, or why not'),
        triggerAt: Instant.nullable().meta({ description: 'its limits count from here; null where it does not apply' }),
        profileId: z.string().nullable().meta({ description: 'law profile that its clock began with' }),
        facts: z.strictObject(FACTS).partial().meta({ description: 'facts on which its stages depend' }),
        implied: z.boolean().meta({ description: 'true: nobody answered; a fact that was recorded has it apply' }),
      }),
    )
    .meta({ description: 'every answer in its order; of one regime the newest counts' }),
  stages: z
    .array(
      z.strictObject({
        regime: RegimeId.meta({ description: 'the regime' }),
        stage: StageId.meta({ description: 'what it asks for' }),
        state: z
          .enum(['waiting', 'open', 'running', 'late_strict', 'late', 'done', 'done_late'])
          .meta({ description: 'waiting: for what it counts from; open: without undue delay, no number' }),
        t0: Instant.nullable().meta({ description: 'it counts from here; null while not known' }),
        dueAt: Instant.nullable().meta({ description: 'its strict limit; null where there is none' }),
        reg1182: Instant.nullable().meta({ description: 'the same by Regulation 1182/71, where Union law counts so' }),
        noonAt: Instant.nullable().meta({ description: 'noon of the next working day, where the entity may wait' }),
        sentAt: Instant.nullable().meta({ description: 'when it was done; null while it is not' }),
        optional: z.boolean().meta({ description: 'owed only once its fact is known' }),
      }),
    )
    .meta({ description: 'what the regimes that apply ask for' }),
  sent: z
    .array(
      z.strictObject({
        seq,
        regime: RegimeId.meta({ description: 'the regime' }),
        stage: StageId.meta({ description: 'what was done' }),
        sentAt: at('when it left'),
        receipt: z.string().nullable().meta({ description: 'number of the receipt, or another reference' }),
        delayText: words('why it left after its limit'),
      }),
    )
    .meta({ description: 'what was done under them' }),
});
