import { describe, expect, it } from '@jest/globals';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { openCase } from '../../../application/controllerCase/openCase';
import type { Projections } from '../../../application/ports/projections';
import { commands, opening } from '../../fakes/caseStory';
import { createIncidentHouse } from '../../fakes/incidentHouse';
import { must } from '../../fakes/realHouse';

/** Filing with the CNIL at this instant, of a case of this zone that was opened then. */
async function fileAt(at: string, timeZone: string) {
  const house = await createIncidentHouse();
  const { projections } = house.ports;
  const stored = projections.read.bind(projections) as (...of: unknown[]) => Promise<object | null>;
  const read = async (orgId: string, kind: string, id: string) => {
    const found = await stored(orgId, kind, id);
    return kind === 'organisation' ? { members: [], tokens: [], ...found, timeZone } : found;
  };
  const ctx = {
    ...house.dpo,
    ports: { ...house.ports, projections: { ...projections, read: read as Projections['read'] } },
  };
  house.clock.now = new Date(at);
  const given = opening({ receivedAt: at, reference: null });
  const { id: caseId } = must(await openCase({ ctx, input: { key: 'open', opening: given } }));
  const command = { ...commands['authority.file'], sentAt: at };
  return commandCase({ ctx, input: { caseId, key: 'file', command } });
}

describe('which authorities a case may tell is said by the day of its place (GDPR, from 25 May 2018)', () => {
  const none = { ok: false, error: { issues: [{ pointer: '/authorityId', message: 'no such authority' }] } };

  it.each([
    [
      '2018-05-25T03:59:59.999Z',
      'America/Martinique',
      'the eve’s last instant there, though it is the day in UTC',
      none,
    ],
    ['2018-05-25T04:00:00.000Z', 'America/Martinique', 'the day’s first instant there', { ok: true }],
    ['2018-05-25T09:29:59.999Z', 'Pacific/Marquesas', 'the eve’s last instant, in a zone of half hours', none],
    ['2018-05-25T09:30:00.000Z', 'Pacific/Marquesas', 'the day’s first instant there', { ok: true }],
    ['2018-05-25T00:00:00.000Z', 'Europe/Paris', 'two hours into the day', { ok: true }],
  ])('%s, %s: %s', async (at, zone, _when, expected) => {
    expect(await fileAt(at, zone)).toMatchObject(expected);
  });
});
