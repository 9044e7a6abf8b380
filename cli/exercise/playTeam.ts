import { z } from 'zod';
import type { Items } from '../../domain/notice/items';
import { scenarioOf } from '../../domain/exercise/scenarios';
import type { Acts } from '../demo/acts';
import { DPO, type House } from '../demo/house';
import { answerLaws } from './answerLaws';
import { caseOf, controllerSteps } from './playController';
import type { ExerciseRow } from './shapes';
import type { Step } from './step';
import { TEXTS } from './words';

type Team = { acts: Acts; house: House; agreementId: string; say(what: string): void };

/**
 * Vigie plays the team of four in an organisation of its own, so that a newcomer sees a whole exercise: one act each time it
 * is asked, after what was told; as a controller, too, wherever data of its own are touched. Nothing here writes but by the
 * API, as people would.
 */
export function createTeam({ acts, house, agreementId, say }: Team, language: 'fr' | 'en') {
  const text = TEXTS[language];
  const touched = [{ agreementId, role: 'processor' }];
  let done = 0;

  const aware = async (row: ExerciseRow, incidentId: string) => {
    const { facts } = scenarioOf(row.scenario);
    const at = new Date().toISOString();
    const said = { awareAt: at, detectedAt: at, nature: facts.nature, touched, ownProcessing: facts.own };
    await acts.decide('dpo', incidentId, 'awareness', { ...said, why: text.basis, gapReason: null });
  };
  const notify = async (row: ExerciseRow, incidentId: string) => {
    const [notice] = await acts.noticesOf(incidentId);
    if (notice === undefined) return;
    const { persons, records } = scenarioOf(row.scenario).facts;
    const unknown = { answer: 'cannotBeDetermined' as const, reason: text.unknown };
    const items: Items = {
      a: text.nature,
      b: [{ name: DPO, role: 'DPO', email: house.members.dpo.email, phone: null, always: true }],
      c: persons === null ? unknown : { answer: 'value', text: text.nature, persons, records },
      d: unknown,
      e: { answer: 'value', text: text.nature },
    };
    const api = acts.by.onCall;
    const { etag } = await api.get(`/notices/${notice.id}`, z.unknown());
    await api.post(`/notices/${notice.id}/sending`, { items }, z.unknown(), etag === null ? {} : { etag });
  };
  // Mails are caught: the contact of the agreement, whom Vigie plays too, is telephoned, as on a night without mail.
  const acknowledge: Step = {
    told: 3,
    what: 'acknowledged',
    async act({ incidentId }) {
      const [row] = incidentId === null ? [] : await acts.noticesOf(incidentId);
      const { clock, versions } = row === undefined ? { clock: null, versions: [] } : await acts.notice(row.id);
      const version = versions.at(-1)?.number;
      if (row === undefined || version === undefined || clock?.dischargedAt == null) return 'later';
      const said = { version, contactId: 'c1', name: text.contact, function: text.function };
      await acts.by.onCall.post(`/notices/${row.id}/acknowledgements`, said, z.unknown());
      return 'done';
    },
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
  const close = async (row: ExerciseRow, incidentId: string) => {
    const own = await caseOf(acts.by.dpo, row);
    const asked = { reason: text.basis, there: own === null ? undefined : `/cases/${own}` };
    await answerLaws(acts.by.dpo, `/incidents/${incidentId}`, asked);
    const closure = { consequences: [], holdsDecided: true, lessons: text.basis };
    await acts.decide('manager', incidentId, 'closure', closure);
  };
  const ofIncident = (told: number, what: string, act: (row: ExerciseRow, id: string) => Promise<unknown>): Step => ({
    told,
    what,
    async act(row) {
      if (row.incidentId === null) return 'later';
      await act(row, row.incidentId);
      return 'done';
    },
  });
  const over: Step = {
    told: 3,
    what: 'over',
    async act(row) {
      const api = acts.by.dpo;
      const { etag } = await api.get(`/exercises/${row.id}`, z.unknown());
      await api.post(`/exercises/${row.id}/stop`, { reason: null }, z.unknown(), etag === null ? {} : { etag });
      return 'done';
    },
  };
  const ours = controllerSteps({ acts, text, language }, 3);
  const stepsOf = ({ scenario }: ExerciseRow): readonly Step[] => {
    const { injects, facts } = scenarioOf(scenario);
    if (injects[0]?.kind === 'notice') return [...ours, over];
    return [
      ofIncident(1, 'taken', (_row, id) => acts.decide('onCall', id, 'triage', {})),
      ofIncident(2, 'suspected', declare),
      ofIncident(2, 'aware', aware),
      ofIncident(3, 'noticed', notify),
      acknowledge,
      ...(facts.own ? ours : []),
      ofIncident(3, 'closed', close),
      over,
    ];
  };

  return async (row: ExerciseRow): Promise<void> => {
    const next = stepsOf(row)[done];
    if (next === undefined || row.told.length < next.told) return;
    const did = await next.act(row);
    if (did === 'later') return;
    done += 1;
    if (did === 'done') say(next.what);
  };
}
