import { z } from 'zod';
import type { Items } from '../../domain/notice/items';
import { scenarioOf } from '../../domain/exercise/scenarios';
import type { createActs } from '../demo/acts';
import type { House } from '../demo/house';
import type { ExerciseRow } from './shapes';

type Acts = ReturnType<typeof createActs>;
type Team = { acts: Acts; house: House; agreementId: string; say(what: string): void };

const TEXTS = {
  fr: {
    basis: 'Exercice : données touchées.',
    nature: 'Exercice : ce qui a été annoncé.',
    unknown: 'Exercice : non établi.',
  },
  en: {
    basis: 'Exercise: data are touched.',
    nature: 'Exercise: what was told.',
    unknown: 'Exercise: not established.',
  },
} as const;

/** What other laws still ask of an incident, as REST says it. */
const Laws = z.object({
  regimes: z.object({
    unanswered: z.array(z.string()),
    stages: z.array(
      z.object({
        regime: z.string(),
        stage: z.string(),
        t0: z.string(),
        sentAt: z.string().nullable(),
        optional: z.boolean(),
      }),
    ),
  }),
});

/**
 * Vigie plays the team of four in an organisation of its own, so that a newcomer sees a whole exercise: one act each time it
 * is asked, after what was told. Nothing here writes but by the API, as people would.
 */
export function createTeam({ acts, house, agreementId, say }: Team, language: 'fr' | 'en') {
  const text = TEXTS[language];
  const touched = [{ agreementId, role: 'processor' }];
  let done = 0;

  const aware = async (row: ExerciseRow, incidentId: string) => {
    const { facts } = scenarioOf(row.scenario);
    const at = new Date().toISOString();
    const said = { awareAt: at, detectedAt: at, nature: facts.nature, touched, ownProcessing: false };
    await acts.decide('dpo', incidentId, 'awareness', { ...said, why: text.basis, gapReason: null });
  };
  const notify = async (row: ExerciseRow, incidentId: string) => {
    const [notice] = await acts.noticesOf(incidentId);
    if (notice === undefined) return;
    const { persons, records } = scenarioOf(row.scenario).facts;
    const unknown = { answer: 'cannotBeDetermined' as const, reason: text.unknown };
    const items: Items = {
      a: text.nature,
      b: [{ name: 'Sacha Gabarit', role: 'DPO', email: house.members.dpo.email, phone: null, always: true }],
      c: persons === null ? unknown : { answer: 'value', text: text.nature, persons, records },
      d: unknown,
      e: { answer: 'value', text: text.nature },
    };
    const api = acts.by.onCall;
    const { etag } = await api.get(`/notices/${notice.id}`, z.unknown());
    await api.post(`/notices/${notice.id}/sending`, { items }, z.unknown(), etag === null ? {} : { etag });
  };
  const declare = async (row: ExerciseRow, incidentId: string) => {
    const { kind: incidentKind } = scenarioOf(row.scenario).facts;
    const declared = { incidentKind, severity: 'high', harmed: 'both', leadId: house.members.manager.personId };
    await acts.decide('manager', incidentId, 'declaration', {
      ...declared,
      possibleCrime: 'unknown',
      basis: text.basis,
    });
  };
  /** Other laws: what runs by itself is met, the rest does not apply. */
  const answerLaws = async (incidentId: string) => {
    const { regimes } = (await acts.by.dpo.get(`/incidents/${incidentId}`, Laws)).body;
    const owed = regimes.stages.filter(({ sentAt, optional }) => sentAt === null && !optional);
    const running = new Map(regimes.stages.map(({ regime, t0 }) => [regime, t0]));
    for (const regime of regimes.unanswered.filter((one) => running.has(one))) {
      const concerned = { regime, triggerAt: running.get(regime), reason: text.basis };
      await acts.decide('dpo', incidentId, 'regimes/concerned', concerned);
    }
    for (const { regime, stage } of owed) {
      const sent = { regime, stage, sentAt: new Date().toISOString(), receipt: text.basis };
      await acts.decide('dpo', incidentId, 'regimes/stages', sent);
    }
    const others = regimes.unanswered.filter((one) => !running.has(one));
    if (others.length > 0) {
      await acts.decide('dpo', incidentId, 'regimes/excluded', { regimes: others, reason: text.basis });
    }
  };
  const close = async (_row: ExerciseRow, incidentId: string) => {
    await answerLaws(incidentId);
    const closure = { consequences: [], holdsDecided: true, lessons: text.basis };
    await acts.decide('manager', incidentId, 'closure', closure);
  };
  const steps: readonly { told: number; what: string; act(row: ExerciseRow, incidentId: string): Promise<unknown> }[] =
    [
      { told: 1, what: 'taken', act: (_row, id) => acts.decide('onCall', id, 'triage', {}) },
      { told: 2, what: 'suspected', act: declare },
      { told: 2, what: 'aware', act: aware },
      { told: 3, what: 'noticed', act: notify },
      { told: 3, what: 'closed', act: close },
      {
        told: 3,
        what: 'over',
        async act(row) {
          const api = acts.by.dpo;
          const { etag } = await api.get(`/exercises/${row.id}`, z.unknown());
          await api.post(`/exercises/${row.id}/stop`, { reason: null }, z.unknown(), etag === null ? {} : { etag });
        },
      },
    ];

  return async (row: ExerciseRow): Promise<void> => {
    const next = steps[done];
    if (next === undefined || row.incidentId === null || row.told.length < next.told) return;
    done += 1;
    await next.act(row, row.incidentId);
    say(next.what);
  };
}
