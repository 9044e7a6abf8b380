import { describe, expect, it } from '@jest/globals';
import { planExercise } from '../../../application/exercise/planExercise';
import { stopExercise } from '../../../application/exercise/stopExercise';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { openImplied } from '../../../application/notice/openImplied';
import { hashOfReport } from '../../../domain/exercise/report';
import { createExerciseHouse, taken } from '../../fakes/exerciseHouse';
import { at, PACE, plan, playTeam, START, stop } from '../../fakes/exerciseTeam';
import { readable } from '../../fakes/threeControllers';

type House = Awaited<ReturnType<typeof createExerciseHouse>>;

/** A team that has just come to know of a breach of its own and of a controller; nothing was opened for it yet. */
async function playOwn(house: House): Promise<string> {
  taken(await know(house, 'val'));
  return house.incidentId();
}

async function know(house: House, agreementId: string) {
  await house.goOn(at(0.5));
  taken(await house.command('ines', { kind: 'triage.start', firstFacts: 'vu' }));
  const declared = { kind: 'incident.declare', incidentKind: 'ransomware', severity: 'high', harmed: 'both' } as const;
  taken(await house.command('paul', { ...declared, leadId: 'paul', possibleCrime: 'yes', basis: 'chiffré' }));
  const known = house.clock.now.toISOString();
  return house.command('sacha', {
    kind: 'aware.set',
    awareAt: known,
    detectedAt: known,
    nature: ['availability'],
    touched: [{ agreementId, role: 'processor' }],
    ownProcessing: true,
    why: 'indisponible',
    gapReason: null,
  });
}

const childrenOf = async ({ ports }: House) => [
  ...(await ports.projections.list('o1', 'notice', { limit: 10 })),
  ...(await ports.projections.list('o1', 'controllerCase', { limit: 10 })),
];

const outsideOf = ({ mails }: House) => mails.filter(({ to }) => !to.endsWith('slime.example'));

describe('an exercise', () => {
  it('tells its injects at its pace, on the same machine, each once', async () => {
    const house = await createExerciseHouse(START, plan);
    await house.goOn(at(12));
    const { exercise } = await house.exercise();
    expect(exercise.injected.map(({ index, at: told }) => [index, told])).toEqual([
      [0, at(0)],
      [1, at(1)],
      [2, at(4)],
      [3, at(10)],
    ]);
    const incident = await house.ports.projections.read('o1', 'incident', await house.incidentId());
    expect(incident?.report).toMatchObject({ exercise: true, drill: { exerciseId: house.id, pace: PACE } });
    const alerts = house.mails.filter(({ raw }) => readable(raw).includes('triage'));
    expect(alerts.length).toBeGreaterThan(0); // nobody took it up within 4 h of the exercise
    for (const { raw } of house.mails) expect(readable(raw)).toMatch(/"exercise": true/);
  });

  it('reaches nobody outside who did not agree: no mail, no address in any byte (invariant 12)', async () => {
    const house = await createExerciseHouse(START, plan);
    await playTeam(house);
    await house.goOn(at(80));
    expect(outsideOf(house)).toEqual([]);
    const sink = house.mails.map(({ to, raw }) => `${to}\n${readable(raw)}`).join('\n');
    for (const domain of ['val-temoin.example', 'aube-modele.example', 'orme.example']) {
      expect(sink).not.toContain(`@${domain}`);
    }
  });

  it('reaches who agreed, marked, and lists the others as who would have been told', async () => {
    const house = await createExerciseHouse(START, plan, ['Astreinte DSI']);
    await playTeam(house);
    const told = new Set(outsideOf(house).map(({ to }) => to));
    expect(told).toEqual(new Set(['astreinte@val-temoin.example']));
    const { report } = await house.exercise();
    const val = report.notices.find(({ agreementId }) => agreementId === 'val');
    expect(val?.told).toHaveLength(1);
    expect(val?.wouldBeTold.length).toBeGreaterThan(0);
    expect(report.lines.find((one) => one.step === 'acknowledged' && one.agreementId === 'val')?.verdict).toBe(
      'missed',
    );
  });

  it('is scored by the journal alone: what was done, late or left, and what a notice lacked (S3-06)', async () => {
    const house = await createExerciseHouse(START, plan);
    await playTeam(house);
    const { report } = await house.exercise();
    const verdicts = report.lines.map(({ step, agreementId, verdict }) => `${step} ${agreementId ?? ''} ${verdict}`);
    expect(verdicts).toEqual([
      'taken  onTarget',
      'suspected  onTarget',
      'aware  onTarget',
      ...['val', 'aube', 'orme'].map((one) => `noticed ${one} ${one === 'val' ? 'onTarget' : 'missed'}`),
      ...['val', 'aube', 'orme'].map((one) => `items ${one} ${one === 'val' ? 'onTarget' : 'missed'}`),
      ...['val', 'aube', 'orme'].map((one) => `acknowledged ${one} none`),
      'closed  missed',
    ]);
    expect(report.notices.find(({ agreementId }) => agreementId === 'val')?.first).toMatchObject({
      a: 'given',
      b: 'given',
    });
    expect(report.people.find(({ personId }) => personId === 'alix')).toMatchObject({ acts: 0 });
    expect(report.people.find(({ personId }) => personId === 'ines')?.acts).toBeGreaterThan(0);
    expect(report.score).toBe(report.lines.reduce((sum, { points }) => sum + points, 0));
    expect(report.most).toBeGreaterThan(report.score);
  });

  it('stopped, its clocks end and its report stands, under its hash, whatever comes after', async () => {
    const house = await createExerciseHouse(START, plan);
    await playTeam(house);
    taken(
      await stopExercise({
        ctx: house.as('alix'),
        input: { exerciseId: house.id, key: 'stop', stop: { reason: null } },
      }),
    );
    const { exercise, report } = await house.exercise();
    expect(exercise.stage).toBe('CONCLUDED');
    expect(exercise.concluded?.reportHash).toBe(hashOfReport(report));
    const open = await Promise.all(
      (['incident', 'notice', 'controllerCase'] as const).map((kind) =>
        house.ports.projections.list('o1', kind, { open: true, limit: 10 }),
      ),
    );
    expect(open.flat()).toEqual([]);
    const before = house.mails.length;
    await house.goOn(at(90));
    expect(house.mails.length).toBe(before);
    expect((await house.exercise()).report).toEqual(report);
    const again = await stopExercise({
      ctx: house.as('alix'),
      input: { exerciseId: house.id, key: 'stop2', stop: { reason: null } },
    });
    expect(again).toMatchObject({ ok: false, error: { code: 'state.refused', state: 'CONCLUDED' } });
  });

  it('stopped ahead of the relay, opens nothing any more, and nothing of it is reopened', async () => {
    const house = await createExerciseHouse(START, plan);
    const incidentId = await playOwn(house);
    await stop(house);
    taken(await openImplied({ ctx: house.engine, input: { incidentId } }));
    expect(await childrenOf(house)).toEqual([]);
    expect(await house.command('paul', { kind: 'incident.reopen', reason: 'encore' })).toMatchObject({
      ok: false,
      error: { code: 'input.invalid', issues: [{ message: 'its exercise has ended' }] },
    });
  });

  it('ends what the relay opens while it is being ended', async () => {
    const house = await createExerciseHouse(START, plan);
    const incidentId = await playOwn(house);
    const { journal } = house.ports;
    const { append } = journal;
    journal.append = async (draft, standing, follower) => {
      if (draft.type === 'incident.closed') {
        journal.append = append;
        taken(await openImplied({ ctx: house.engine, input: { incidentId } }));
      }
      return append(draft, standing, follower);
    };
    await stop(house);
    const children = await childrenOf(house);
    expect(children.length).toBeGreaterThan(1);
    expect(children.filter((one) => ('life' in one ? one.life === 'OPEN' : one.stage !== 'CLOSED'))).toEqual([]);
    const caseId = children.find((one) => 'stage' in one)?.id ?? '';
    const command = { kind: 'case.reopen' as const, reason: 'encore' };
    expect(await commandCase({ ctx: house.as('sacha'), input: { caseId, key: 'again', command } })).toMatchObject({
      ok: false,
      error: { code: 'input.invalid', issues: [{ message: 'its exercise has ended' }] },
    });
  });

  it('touches no agreement that its plan does not name', async () => {
    const house = await createExerciseHouse(START, { ...plan, agreementIds: ['val'] });
    expect(await know(house, 'aube')).toMatchObject({
      ok: false,
      error: { issues: [{ pointer: '/touched/0/agreementId', message: 'is not in the plan of this exercise' }] },
    });
  });

  it('that touched one before plans were held to goes on with it, and touches no further one', async () => {
    const house = await createExerciseHouse(START, { ...plan, agreementIds: ['val'] });
    await know(house, 'val');
    const role = 'processor' as const;
    const values = { t0: null, touched: [{ agreementId: 'aube', role }], ownProcessing: false, basis: 'vu' };
    await house.write('incident', await house.incidentId(), { type: 'breach.extended', values });
    const touched = [
      { agreementId: 'aube', role },
      { agreementId: 'orme', role },
    ];
    const command = { kind: 'breach.extend' as const, t0: null, touched, ownProcessing: true, basis: 'vu' };
    expect(await house.command('sacha', command)).toMatchObject({
      error: { issues: [{ pointer: '/touched/1/agreementId', message: 'is not in the plan of this exercise' }] },
    });
  });

  it('ends by itself when its time is over, and nobody who did nothing is called in time', async () => {
    const house = await createExerciseHouse(START, plan);
    await house.goOn(at(73));
    const { exercise, report } = await house.exercise();
    expect(exercise).toMatchObject({ stage: 'CONCLUDED', stopped: { ground: 'timeOver', at: at(72) } });
    expect(report.score).toBe(0);
    expect(report.reminders.length).toBeGreaterThan(0);
  });

  it('is one at a time, and names only what the organisation has', async () => {
    const house = await createExerciseHouse(START, plan);
    const second = createExerciseHouse(START, { ...plan, agreementIds: ['nowhere'] });
    await expect(second).rejects.toThrow('no such agreement');
    const input = {
      key: 'again',
      plan: { scenario: 'lostLaptop' as const, pace: 60, language: 'fr' as const, startsAt: null, agreementIds: [] },
    };
    expect(await planExercise({ ctx: house.as('sacha'), input })).toMatchObject({
      ok: false,
      error: { code: 'input.invalid' },
    });
    expect(await planExercise({ ctx: house.as('ines'), input })).toMatchObject({ error: { code: 'actor.forbidden' } });
  });
});
