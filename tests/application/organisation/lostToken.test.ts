import { describe, expect, it } from '@jest/globals';
import { createOrganisation } from '../../../application/organisation/createOrganisation';
import { authenticate } from '../../../application/people/authenticate';
import { reissueHouse } from '../../../application/people/reissueHouse';
import { MACHINE, reissueToken } from '../../../application/people/reissueToken';
import { contextOf, createHousePorts, newcomer, startedHouse } from '../../fakes/organisations';

const NOW = new Date('2026-03-27T12:00:00.000Z');

async function house() {
  const ports = createHousePorts(() => NOW);
  return { ports, ...(await startedHouse(ports)) };
}

describe('a lost token', () => {
  const machine = (ports: Awaited<ReturnType<typeof house>>['ports'], orgId: string) => ({
    orgId,
    actor: { kind: 'system' as const, id: MACHINE },
    roles: [],
    ports,
  });

  it('is replaced by whoever holds the machine: an entry each, the person’s other tokens end, those of others stay', async () => {
    const { ports, orgId, token, director } = await house();
    const other = await newcomer(director, ['DIR']);
    const before = ports.journal.entries.length;
    const issued = await reissueToken({ ctx: machine(ports, orgId), input: { key: 'reissue-1' } });
    if (!issued.ok) throw new Error(issued.error.code);
    expect(issued.value).toMatchObject({ personId: director.actor.id, revoked: 1 });
    expect(await authenticate(ports, issued.value.secret ?? '')).toMatchObject({ roles: ['O', 'IM', 'DPO', 'DIR'] });
    expect(await authenticate(ports, token)).toBeNull();
    expect(await authenticate(ports, other.secret)).not.toBeNull();
    expect(ports.journal.entries.slice(before).map(({ type, actor }) => [type, actor.id])).toEqual([
      ['token.issued', MACHINE],
      ['token.revoked', MACHINE],
    ]);
  });

  it('is replaced in the organisation that is named; of several none is guessed', async () => {
    const { ports, orgId } = await house();
    expect(await reissueHouse(ports, null)).toMatchObject({
      ok: true,
      value: { chosen: { orgId, name: 'Slime SAS' } },
    });
    const second = { ...machine(ports, 'o2') };
    const aube = { key: 'second', name: 'Aube', language: 'fr' as const, timeZone: 'Europe/Paris' };
    expect(await createOrganisation({ ctx: second, input: aube })).toMatchObject({ ok: true });
    const all = [
      { orgId, name: 'Slime SAS' },
      { orgId: 'o2', name: 'Aube' },
    ];
    expect(await reissueHouse(ports, null)).toEqual({ ok: true, value: { chosen: null, all } });
    expect(await reissueHouse(ports, 'o2')).toEqual({ ok: true, value: { chosen: all[1], all } });
    expect(await reissueHouse(ports, 'o3')).toEqual({ ok: true, value: { chosen: null, all } });
  });

  it('is replaced for a member alone, and by nobody who is a person without the right', async () => {
    const { ports, orgId, director } = await house();
    const oncall = await contextOf(ports, (await newcomer(director, ['O'])).secret);
    const unknown = await reissueToken({ ctx: machine(ports, orgId), input: { key: 'reissue-1', personId: 'nobody' } });
    expect(unknown).toMatchObject({ ok: false, error: { code: 'subject.unknown' } });
    const refused = await reissueToken({ ctx: oncall, input: { key: 'reissue-2' } });
    expect(refused).toMatchObject({ ok: false, error: { code: 'actor.forbidden' } });
  });
});
