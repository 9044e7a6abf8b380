import { expect, it } from '@jest/globals';
import { witness } from '../../../application/exercise/witness';
import { reportOf } from '../../../domain/exercise/report';
import type { Context } from '../../../application/ports/ports';
import { createExerciseHouse, taken } from '../../fakes/exerciseHouse';
import { at, plan, playTeam, START } from '../../fakes/exerciseTeam';

const NOTICES = 1_001;

it('an exercise has every notice that its incident opened, however many', async () => {
  const house = await createExerciseHouse(START, plan);
  await house.goOn(at(0.5));
  taken(await house.command('ines', { kind: 'triage.start', firstFacts: 'vu' }));
  const declared = { kind: 'incident.declare', incidentKind: 'ransomware', severity: 'high', harmed: 'both' } as const;
  taken(await house.command('paul', { ...declared, leadId: 'paul', possibleCrime: 'yes', basis: 'chiffré' }));
  const known = house.clock.now.toISOString();
  const touched = [{ agreementId: 'val', role: 'processor' as const }];
  const aware = { awareAt: known, detectedAt: known, nature: ['availability' as const], touched, ownProcessing: false };
  taken(await house.command('sacha', { kind: 'aware.set', ...aware, why: 'indisponible', gapReason: null }));
  await house.goOn(at(0.6));
  const { projections } = house.ports;
  const [one] = await projections.list('o1', 'notice', { limit: 1 });
  if (one === undefined) throw new Error('no notice');
  const many = Array.from({ length: NOTICES }, (_, n) => ({ ...one, id: `${one.id}-${n}` }));
  const list: typeof projections.list = async (orgId, kind, query) => {
    if (kind !== 'notice') return projections.list(orgId, kind, query);
    const from = query.after === undefined ? 0 : many.findIndex(({ id }) => id === query.after) + 1;
    return many.slice(from, from + query.limit) as never;
  };
  const ctx: Context = { ...house.engine, ports: { ...house.ports, projections: { ...projections, list } } };
  const seen = taken(await witness(ctx, (await house.exercise()).exercise));
  expect(new Set(seen.notices.map(({ notice }) => notice.id)).size).toBe(NOTICES);
});

it('what is kept of its entries gives the report that all of them give, without what was written in them', async () => {
  const house = await createExerciseHouse(START, plan);
  await playTeam(house);
  await house.goOn(at(30));
  const seen = taken(await witness(house.engine, (await house.exercise()).exercise));
  const kept = new Set(seen.entries.map(({ subject }) => `${subject.kind}/${subject.id}`));
  const whole = house.journal.entries.filter(({ subject: { kind, id } }) => kept.has(`${kind}/${id}`));
  expect(reportOf(seen)).toEqual(reportOf({ ...seen, entries: whole }));
  expect(reportOf(seen).reminders.length).toBeGreaterThan(0);
  expect(seen.entries.length).toBeLessThan(whole.length);
  const names = new Set(
    seen.entries.flatMap(({ subject, fields }) => (subject.kind === 'controllerCase' ? [] : Object.keys(fields))),
  );
  expect([...names].toSorted()).toEqual(['ladder', 'number', 'roles', 'step']);
});
