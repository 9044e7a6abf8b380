import { planExercise } from '../../application/exercise/planExercise';
import { reachMilestone } from '../../application/exercise/reachMilestone';
import { stopExercise } from '../../application/exercise/stopExercise';
import { openImplied } from '../../application/notice/openImplied';
import { ENGINE } from '../../application/policies/asker';
import type { Context } from '../../application/ports/ports';
import { PlanExercise } from '../../domain/exercise/decide';
import { incidentOf } from '../../domain/exercise/fold';
import { type Night, taken } from './night';

type Opened = { concluded: string; running: string; incident: string };
const opened = new WeakMap<Night, Promise<Opened>>();

/** An exercise that the night's people began, and stopped with its report; another one runs. Once a night. */
export function openNightExercises(night: Night): Promise<Opened> {
  const found = opened.get(night) ?? open(night);
  opened.set(night, found);
  return found;
}

async function open(night: Night): Promise<Opened> {
  const { ports, orgId, agreements, clock } = night;
  const engine: Context = { orgId, actor: ENGINE, roles: [], ports };
  const minutes = (count: number) => (clock.now = new Date(clock.now.getTime() + count * 60_000));
  const begun = clock.now;

  async function begin(key: string, scenario: 'ransomware' | 'lostLaptop'): Promise<string> {
    const plan = PlanExercise.parse({ scenario, agreementIds: [agreements.val, agreements.aube] });
    const { id } = taken(await planExercise({ ctx: night.as('sacha'), input: { key, plan } }));
    for (const index of [0, 1]) {
      const milestone = { kind: 'inject' as const, atMs: 0, index };
      taken(await reachMilestone({ ctx: engine, input: { exerciseId: id, milestone } }));
      minutes(1);
    }
    return id;
  }
  const incidentIn = async (id: string): Promise<string> =>
    incidentOf((await ports.projections.read(orgId, 'exercise', id)) ?? { injected: [] }) ?? '';

  const concluded = await begin('exercise-1', 'ransomware');
  const first = await incidentIn(concluded);
  await night.command('ines', first, { kind: 'triage.start', firstFacts: null });
  const paul = night.as('paul').actor.id;
  const declared = { incidentKind: 'ransomware', severity: 'high', harmed: 'both', possibleCrime: 'yes' } as const;
  await night.command('ines', first, { kind: 'incident.declare', ...declared, leadId: paul, basis: 'chiffré' });
  const at = clock.now.toISOString();
  const touched = [agreements.val, agreements.aube].map((agreementId) => ({ agreementId, role: 'processor' as const }));
  await night.command('sacha', first, {
    kind: 'aware.set',
    awareAt: at,
    detectedAt: at,
    nature: ['availability'],
    touched,
    ownProcessing: true,
    why: 'plus d’accès',
    gapReason: null,
  });
  taken(await openImplied({ ctx: engine, input: { incidentId: first } }));
  minutes(3);
  const stop = { exerciseId: concluded, key: 'exercise-stop', stop: { reason: 'fini' } };
  taken(await stopExercise({ ctx: night.as('sacha'), input: stop }));
  const running = await begin('exercise-2', 'lostLaptop');
  clock.now = begun; // the other pages are of the night as it was
  return { concluded, running, incident: await incidentIn(running) };
}
