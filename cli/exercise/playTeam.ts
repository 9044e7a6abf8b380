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
  const steps: readonly { told: number; what: string; act(row: ExerciseRow, incidentId: string): Promise<unknown> }[] =
    [
      { told: 1, what: 'taken', act: (_row, id) => acts.decide('onCall', id, 'triage', {}) },
      { told: 2, what: 'suspected', act: declare },
      { told: 2, what: 'aware', act: aware },
      { told: 3, what: 'noticed', act: notify },
      {
        told: 3,
        what: 'closed',
        act: (_row, id) =>
          acts.decide('manager', id, 'closure', { consequences: [], holdsDecided: true, lessons: text.basis }),
      },
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
