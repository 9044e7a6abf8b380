import { describe, expect, it } from '@jest/globals';
import { approveCase, commandCase } from '../../../application/controllerCase/commandCase';
import { readExercise } from '../../../application/exercise/readExercises';
import { reachMilestone } from '../../../application/exercise/reachMilestone';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import type { Report } from '../../../domain/exercise/reportValues';
import { commands } from '../../fakes/caseStory';
import { createExerciseHouse, taken, type team } from '../../fakes/exerciseHouse';
import { at, PACE, START, stop } from '../../fakes/exerciseTeam';
import { data, found, scored } from '../../fakes/edpbCases';

type House = Awaited<ReturnType<typeof createExerciseHouse>>;

const begin = () => createExerciseHouse(START, { pace: PACE, scenario: 'payrollLeak', agreementIds: [] });

const casesOf = ({ ports }: House) => ports.projections.list('o1', 'controllerCase', { limit: 10 });

async function act(house: House, name: keyof typeof team, command: CaseCommand) {
  const [one] = await casesOf(house);
  if (one === undefined) throw new Error('no case');
  const input = { caseId: one.id, key: house.ports.newId(), command };
  return taken(await commandCase({ ctx: house.as(name), input }));
}

const now = ({ clock }: House): string => clock.now.toISOString();

const verdicts = ({ lines }: Report): string[] => lines.map(({ step, verdict }) => `${step} ${verdict}`);

/** What a controller does of a high risk, each at its hour. */
async function playAll(house: House): Promise<void> {
  await house.goOn(at(1));
  const acknowledged = { acknowledgedAt: now(house), name: 'Sacha', function: 'DPO', version: null };
  await act(house, 'sacha', { kind: 'processor.acknowledge', ...acknowledged });
  await house.goOn(at(9)); // the supplement came at 8
  await act(house, 'sacha', { ...commands.qualify, nature: ['confidentiality'] } as CaseCommand);
  const score = scored({
    data: [data('financial', 1, 'financial-or-economic')],
    persons: 640,
    confidentiality: 'unknownRecipients',
  });
  const findings = found({ outflow: 'happened', recipients: 'other', identityTheft: 'yes' });
  await act(house, 'sacha', { kind: 'risk.score', score, findings });
  await act(house, 'sacha', { ...commands['risk.advise'], risk: 'high' } as CaseCommand);
  await act(house, 'alix', { ...commands['risk.decide'], noAdviceReason: null } as CaseCommand);
  await house.goOn(at(30));
  const filing = { ...commands['authority.file'], sentAt: now(house) };
  await act(house, 'sacha', filing);
  await act(house, 'sacha', { ...commands['persons.draft'] });
  await act(house, 'sacha', {
    kind: 'persons.tell',
    toldAt: now(house),
    means: 'letter',
    told: 640,
    concerned: 640,
    bounced: 0,
    again: 0,
    listId: null,
    proof: null,
  });
  await house.goOn(at(60));
  await act(house, 'sacha', commands['record.excuse']);
  const whole = { ...filing, type: 'complementary' as const, final: true, sentAt: now(house), receiptNumber: 'FR-2' };
  await act(house, 'sacha', whole);
  await act(house, 'sacha', commands['regime.exclude']);
  await act(house, 'alix', { kind: 'case.close', lessons: 'relire', unreachedReason: null });
}

describe('an exercise in which a processor tells us, and we are the controller', () => {
  it('opens our case by what a processor that does not exist tells, and adds its supplement to it, each once', async () => {
    const house = await begin();
    await house.goOn(at(9));
    const cases = await casesOf(house);
    expect(cases).toHaveLength(1);
    expect(cases[0]?.opened).toMatchObject({
      origin: 'processor',
      from: 'Prestataire de paie fictif',
      receivedAt: at(0),
      exercise: true,
      drill: { exerciseId: house.id, pace: PACE },
    });
    expect(cases[0]?.told.map(({ kind, version, receivedAt }) => [kind, version, receivedAt])).toEqual([
      ['notice', 1, at(0)],
      ['supplement', 2, at(8)],
    ]);
    const again = { kind: 'inject' as const, atMs: 0, index: 2 };
    taken(await reachMilestone({ ctx: house.engine, input: { exerciseId: house.id, milestone: again } }));
    expect((await casesOf(house))[0]?.told).toHaveLength(2);
    const { exercise } = await house.exercise();
    expect(exercise.injected.map(({ caseId }) => caseId)).toEqual([cases[0]?.id, undefined, cases[0]?.id]);
    expect(await house.ports.projections.list('o1', 'incident', { limit: 10 })).toEqual([]);
  });

  it('goes on where a process died between the case and the entry of the exercise', async () => {
    const house = await begin();
    const { journal } = house.ports;
    const { append } = journal;
    journal.append = async (draft, standing, follower) => {
      if (draft.type === 'exercise.injected') throw new Error('killed');
      return append(draft, standing, follower);
    };
    await expect(house.goOn(at(1))).rejects.toThrow('killed');
    journal.append = append;
    await house.goOn(at(9));
    expect((await casesOf(house)).map(({ told }) => told.length)).toEqual([2]);
  });

  it('has a line for each step of the controller, with its time against the target (S3-06)', async () => {
    const house = await begin();
    await playAll(house);
    const { report } = await house.exercise();
    expect(verdicts(report)).toEqual([
      'caseAcknowledged onTarget',
      'riskDecided onTarget',
      'filed onTarget',
      'completed onTarget',
      'persons onTarget',
      'personsTold onTarget',
      'recordReady onTarget',
      'caseClosed onTarget',
    ]);
    const [one] = await casesOf(house);
    expect(report.lines.map(({ caseId }) => caseId)).toEqual(report.lines.map(() => one?.id));
    expect(report.lines.find(({ step }) => step === 'filed')).toMatchObject({ doneAt: at(30), byId: 'sacha' });
    expect(report.lines.find(({ step }) => step === 'riskDecided')).toMatchObject({ doneAt: at(9), byId: 'alix' });
    expect(report.cases).toMatchObject([{ caseId: one?.id, origin: 'processor', risk: 'high', last: [], owed: [] }]);
    const atFiling = report.cases?.[0]?.first ?? [];
    expect(atFiling).toContain('description'); // the authority was told while much was open
    expect(atFiling).not.toContain('natures');
    expect([report.authorities, report.persons]).toEqual([['cnil'], 640]);
    expect(report.score).toBe(report.most);
  });

  it('says of a team that only acknowledged what it left undone, and what its case lacked', async () => {
    const house = await begin();
    await house.goOn(at(20)); // 12 h are what the processor waits for it
    const acknowledged = { acknowledgedAt: now(house), name: 'Sacha', function: 'DPO', version: null };
    await act(house, 'sacha', { kind: 'processor.acknowledge', ...acknowledged });
    await house.goOn(at(97));
    const { exercise, report } = await house.exercise();
    expect(exercise).toMatchObject({ stage: 'CONCLUDED', stopped: { ground: 'timeOver', at: at(96) } });
    expect(verdicts(report)).toEqual([
      'caseAcknowledged late',
      'riskDecided missed',
      'filed missed',
      'persons none',
      'personsTold none',
      'recordReady missed',
      'caseClosed missed',
    ]);
    expect(report.cases).toMatchObject([{ risk: null, first: null, owed: expect.arrayContaining(['qualify']) }]);
    expect(report.cases?.[0]?.last).toContain('description');
    expect(await house.ports.projections.list('o1', 'controllerCase', { open: true, limit: 10 })).toEqual([]);
  });

  it('a process that dies between the end of its case and its report changes nothing of the report', async () => {
    const house = await begin();
    await house.goOn(at(20));
    const { journal } = house.ports;
    const { append } = journal;
    journal.append = async (draft, standing, follower) => {
      if (draft.type === 'exercise.concluded') throw new Error('killed');
      return append(draft, standing, follower);
    };
    await expect(stop(house)).rejects.toThrow('killed');
    journal.append = append;
    expect(await house.ports.projections.list('o1', 'controllerCase', { open: true, limit: 10 })).toEqual([]);
    await house.goOn(at(21));
    const { exercise, report } = await house.exercise();
    expect(exercise.stage).toBe('CONCLUDED');

    const other = await begin();
    await other.goOn(at(20));
    await stop(other);
    const [one, two] = await Promise.all([house, other].map(async (each) => (await casesOf(each))[0]?.id ?? ''));
    const { report: undisturbed } = await other.exercise();
    const renamed: unknown = JSON.parse(JSON.stringify(report).replaceAll(one ?? '', two ?? ''));
    expect(renamed).toEqual(undisturbed);
    expect(undisturbed.cases).toMatchObject([{ owed: expect.arrayContaining(['qualify']) }]);
  });

  it('a case that is rightly ruled out and closed owes no record', async () => {
    const house = await begin();
    await house.goOn(at(9));
    await act(house, 'sacha', commands.ruleOut);
    const [asked] = await casesOf(house);
    const requestId = asked?.approvals.at(-1)?.requestId ?? '';
    taken(await approveCase({ ctx: house.as('alix'), input: { caseId: asked?.id ?? '', key: 'yes', requestId } }));
    await act(house, 'sacha', commands['regime.exclude']);
    await act(house, 'alix', { kind: 'case.close', lessons: 'fausse alerte', unreachedReason: null });
    expect((await casesOf(house))[0]?.stage).toBe('CLOSED');
    const { report } = await house.exercise();
    expect(verdicts(report)).toContain('recordReady none');
  });

  it('once stopped its report stands under its hash, its case ends, and nobody outside was told', async () => {
    const house = await begin();
    await playAll(house);
    await stop(house);
    const { report } = await house.exercise();
    const read = taken(await readExercise({ ctx: house.as('alix'), input: { exerciseId: house.id } }));
    expect(read.exercise.concluded).toMatchObject({ report, score: report.score, most: report.most });
    expect(house.mails.filter(({ to }) => !to.endsWith('slime.example'))).toEqual([]);
  });
});
