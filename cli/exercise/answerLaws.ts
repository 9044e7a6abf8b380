import { z } from 'zod';
import type { Api } from '../shell/api';
import { decide } from '../demo/decide';
import { Written } from '../demo/shapes';

/** What other laws still ask of an incident or a case, as REST says it. */
const Laws = z.object({
  regimes: z.object({
    unanswered: z.array(z.string()),
    answers: z.array(z.object({ regime: z.string() })),
    stages: z.array(
      z.object({
        regime: z.string(),
        stage: z.string(),
        sentAt: z.string().nullable(),
        optional: z.boolean(),
      }),
    ),
  }),
});

type Asked = {
  reason: string;
  /** Path of our own case, in which they may have been answered. */ there?: string | undefined;
};

/** Other laws: what runs by itself is met, the rest does not apply. `path`: of an incident or a case, in the organisation. */
export async function answerLaws(api: Api, path: string, { reason, there }: Asked): Promise<void> {
  const { regimes } = (await api.get(path, Laws)).body;
  const known = there === undefined ? [] : (await api.get(there, Laws)).body.regimes.answers;
  const answered = new Set(known.map(({ regime }) => regime));
  const say = (what: string, body: object) => decide(api, path, { what: `regimes/${what}`, body }, Written);
  const owed = regimes.stages.filter((one) => one.sentAt === null && !one.optional && !answered.has(one.regime));
  for (const { regime, stage } of owed) {
    await say('stages', { regime, stage, sentAt: new Date().toISOString(), receipt: reason });
  }
  if (regimes.unanswered.length > 0) await say('excluded', { regimes: regimes.unanswered, reason });
}
