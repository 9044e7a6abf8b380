import { beforeEach, describe, expect, it } from '@jest/globals';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { openCase } from '../../../application/controllerCase/openCase';
import { commandIncident } from '../../../application/incident/commandIncident';
import { CaseCommand } from '../../../domain/controllerCase/commands';
import { isKeyedIn as isKeyedInCase } from '../../../domain/controllerCase/decide';
import { caseRungs } from '../../../domain/controllerCase/ladders';
import { IncidentCommand } from '../../../domain/incident/commands';
import { isKeyedIn } from '../../../domain/incident/decide';
import { commands, opening } from '../../fakes/caseStory';
import { createIncidentHouse } from '../../fakes/incidentHouse';
import { commands as ofIncident } from '../../fakes/incidentStory';
import { must } from '../../fakes/realHouse';

let house: Awaited<ReturnType<typeof createIncidentHouse>>;
let t0Ms: number;
const at = (hours: number) => new Date(t0Ms + hours * 3_600_000).toISOString();
beforeEach(async () => {
  house = await createIncidentHouse();
  t0Ms = house.clock.now.getTime() - 10 * 3_600_000;
});

const entryOf = (type: string) => house.journal.entries.findLast((entry) => entry.type === type);

it('every command that takes an hour of its own is one of those that are keyed in, and the other way round', () => {
  const taking = (all: readonly { shape: object }[]) =>
    all.flatMap(({ shape }) => ('at' in shape && 'kind' in shape ? [(shape.kind as { value: string }).value] : []));
  const kinds = IncidentCommand.options.map(({ shape }) => shape.kind.value);
  expect(taking(IncidentCommand.options).filter((kind) => kind !== 'measure.add')).toEqual(kinds.filter(isKeyedIn));
  const ofCase = CaseCommand.options.map(({ shape }) => shape.kind.value);
  expect(taking(CaseCommand.options)).toEqual(ofCase.filter(isKeyedInCase));
});

describe('F35 in a controller’s case', () => {
  let caseId: string;
  const act = (command: CaseCommand, key = house.newKey(), ctx = house.director) =>
    commandCase({ ctx, input: { caseId, key, command } });
  beforeEach(async () => {
    const given = opening({ receivedAt: at(0) });
    caseId = must(await openCase({ ctx: house.manager, input: { key: 'open', opening: given } })).id;
    must(await act({ ...commands.qualify, awareAt: at(0) }, 'qualify', house.dpo));
    must(await act(commands['risk.score'], 'score', house.dpo));
  });
  const read = async () => {
    const one = await house.engine.ports.projections.read('o1', 'controllerCase', caseId);
    if (one === null) throw new Error('no case');
    return one;
  };

  it('a decision made on paper stands with its hour and with when it was written down; what is owed counts from it', async () => {
    const decided = { ...commands['risk.decide'], at: at(3) };
    must(await act(decided, 'paper'));
    must(await act(decided, 'paper')); // a repeat, not another
    const entry = entryOf('risk.decided');
    expect(entry?.at).toBe(at(3));
    expect(Date.parse(entry?.recordedAt ?? '')).toBeGreaterThanOrEqual(house.clock.now.getTime());
    expect(Object.keys(entry?.fields ?? {})).not.toContain('at');
    const one = await read();
    const rungs = caseRungs(one, house.clock.now);
    expect(new Date(rungs.find(({ ladder }) => ladder === 'draft')?.atMs ?? 0).toISOString()).toBe(at(3 + 24));
  });

  it('a request of the police counts from when it came', async () => {
    must(await act(commands['risk.decide']));
    must(await act({ ...commands['persons.hold'], at: at(4) }));
    expect((await read()).persons.hold?.at).toBe(at(4));
    expect(entryOf('persons.held')?.at).toBe(at(4));
  });

  it('nothing is of before it was known, nor to come, and nothing is written', async () => {
    const before = house.journal.entries.length;
    for (const [hours, message] of [
      [-1, 'is before awareAt'],
      [11, 'is yet to come'],
    ] as const) {
      const refused = { error: { issues: [{ pointer: '/at', message: expect.stringContaining(message) }] } };
      expect(await act({ ...commands['note.add'], at: at(hours) })).toMatchObject(refused);
    }
    expect(house.journal.entries).toHaveLength(before);
  });
});

it('F35 in an incident: a note of the night, not before the first alert', async () => {
  const incidentId = await house.begun('triage.start');
  const { alertedAt } = (await house.stateOf(incidentId)).report;
  const act = (hour: string) =>
    commandIncident({
      ctx: house.manager,
      input: { incidentId, key: hour, command: { ...ofIncident['note.add'], at: hour } },
    });
  must(await act(alertedAt));
  expect(entryOf('note.added')?.at).toBe(alertedAt);
  const early = new Date(Date.parse(alertedAt) - 1).toISOString();
  expect(await act(early)).toMatchObject({ error: { issues: [{ pointer: '/at' }] } });
});
