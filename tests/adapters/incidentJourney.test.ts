import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMongoJournal } from '../../adapters/mongo/journal';
import { createMongoProjections } from '../../adapters/mongo/projections';
import { approveRequest } from '../../application/incident/approveRequest';
import { commandIncident } from '../../application/incident/commandIncident';
import { reportEvent } from '../../application/incident/reportEvent';
import { readAgreement } from '../../application/agreement/readAgreement';
import { recordAgreement } from '../../application/agreement/recordAgreement';
import type { Ports } from '../../application/ports/ports';
import type { IncidentCommand } from '../../domain/incident/commands';
import { documentHashOf } from '../../domain/agreement/annex1';
import { annex1 } from '../fakes/agreements';
import { commands, createIncidentHouse, type IncidentHouse, signal } from '../fakes/incidentHouse';
import { startMongo } from '../fakes/servers';

let mongo: Awaited<ReturnType<typeof startMongo>>;
let house: IncidentHouse;
let ports: Ports;

/** The same house, its journal and projections on the real database. */
beforeAll(async () => {
  mongo = await startMongo();
  house = await createIncidentHouse();
  const { now } = house.ports;
  const journal = await createMongoJournal(mongo.db, { now, macKey: 'test', newSalt: () => 'ab'.repeat(32) });
  ports = { ...house.ports, journal, projections: await createMongoProjections(mongo.db, journal) };
});
afterAll(() => mongo.stop());

const on = <C extends { ports: Ports }>(ctx: C): C => ({ ...ctx, ports });

describe('agreements and incidents on the real database', () => {
  let agreementId = '';

  it('the reference agreement comes back as it was recorded, its hash with it', async () => {
    const written = await recordAgreement({ ctx: on(house.director), input: { key: 'a', document: annex1 } });
    agreementId = written.ok ? written.value.id : '';
    const read = await readAgreement({ ctx: on(house.dpo), input: { agreementId } });
    const version = read.ok ? read.value.agreement.versions[0] : null;
    expect(version?.document).toEqual(annex1);
    expect(version?.documentHash).toBe(documentHashOf(annex1));
  });

  it('an incident goes its way among notes, and two who approve at once both count', async () => {
    const reported = await reportEvent({ ctx: on(house.oncall), input: { key: 'r', signal } });
    const incidentId = reported.ok ? reported.value.id : '';
    const touched = [{ agreementId, role: 'processor' as const }];
    const act = (command: IncidentCommand, ctx = house.manager) =>
      commandIncident({ ctx: on(ctx), input: { incidentId, key: house.newKey(), command } });
    const notes = () => Array.from({ length: 15 }, () => act(commands['note.add'], house.dpo));

    for (const kind of ['triage.start', 'incident.declare'] as const) {
      const all = await Promise.all([...notes(), act(commands[kind]), ...notes()]);
      expect(all.filter(({ ok }) => !ok)).toEqual([]);
    }
    expect((await act({ ...commands['aware.set'], touched })).ok).toBe(true);
    const asked = await act({ ...commands['aware.correct'], awareAt: '2026-05-13T20:30:00.000Z' }, house.oncall);
    const requestId = asked.ok ? (asked.value.approval?.requestId ?? '') : '';
    const voices = await Promise.all(
      [house.dpo, house.director].map((ctx) =>
        approveRequest({ ctx: on(ctx), input: { incidentId, key: house.newKey(), requestId } }),
      ),
    );
    expect(voices.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await ports.projections.read('o1', 'incident', incidentId)).toMatchObject({
      stage: 'BREACH',
      clock: { awareAt: '2026-05-13T20:30:00.000Z' },
    });
  });
});
