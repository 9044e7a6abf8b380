import { describe, expect, it } from '@jest/globals';
import { firstStart } from '../../../application/organisation/firstStart';
import { addMember } from '../../../application/people/addMember';
import { authenticate } from '../../../application/people/authenticate';
import { changeContact } from '../../../application/people/changeContact';
import { changeMember } from '../../../application/people/changeMember';
import { forgetMember } from '../../../application/people/forgetMember';
import { issueToken } from '../../../application/people/issueToken';
import { removeMember } from '../../../application/people/removeMember';
import { revokeToken } from '../../../application/people/revokeToken';
import { camille, contextOf, createHousePorts, newcomer, slime, startedHouse } from '../../fakes/organisations';

const NOW = new Date('2026-03-27T12:00:00.000Z');
const later = '2026-06-01T00:00:00.000Z';

async function house() {
  const clock = { now: NOW };
  const ports = createHousePorts(() => clock.now);
  return { clock, ports, ...(await startedHouse(ports)) };
}
const decidedOf = async ({ ports, orgId }: Awaited<ReturnType<typeof house>>) =>
  (await ports.projections.read(orgId))?.decided ?? 0;

describe('the first start', () => {
  it('makes one organisation, one person and a token that opens it', async () => {
    const { ports, orgId, token } = await house();
    expect(ports.journal.entries.map(({ type }) => type)).toEqual([
      'organisation.created',
      'member.added',
      'token.issued',
    ]);
    expect(await authenticate(ports, token)).toMatchObject({ orgId, roles: ['O', 'IM', 'DPO', 'DIR'] });
  });

  it('repeated, writes nothing and shows no token again', async () => {
    const { ports, orgId } = await house();
    expect(await firstStart({ ports, organisation: slime, person: camille })).toEqual({ orgId, token: null });
    expect(ports.journal.entries).toHaveLength(3);
  });

  it('that died between entry and secret shows the token at the next start', async () => {
    const ports = createHousePorts(() => NOW);
    const dying = { ...ports, tokens: { ...ports.tokens, put: () => Promise.reject(new Error('killed')) } };
    await expect(firstStart({ ports: dying, organisation: slime, person: camille })).rejects.toThrow('killed');
    const { token } = await firstStart({ ports, organisation: slime, person: camille });
    expect(token === null ? null : await authenticate(ports, token)).not.toBeNull();
    expect(ports.journal.entries).toHaveLength(3);
  });
});

describe('a token', () => {
  it('is stored by its hash only, and stands in no entry', async () => {
    const { ports, token } = await house();
    expect(JSON.stringify(ports.journal.entries)).not.toContain(token);
    expect(JSON.stringify(ports.journal.entries)).not.toContain(token.slice(4));
  });

  it('opens nothing once expired', async () => {
    const { ports, clock, director } = await house();
    const { secret } = await newcomer(director, ['O']);
    clock.now = new Date(NOW.getTime() + 3_600_000);
    expect(await authenticate(ports, secret)).toBeNull();
  });

  it('opens nothing once revoked, nor a second time', async () => {
    const { ports, director } = await house();
    const { secret, tokenId } = await newcomer(director, ['O']);
    expect(await revokeToken({ ctx: director, input: { key: 'revoke-1', tokenId } })).toMatchObject({ ok: true });
    expect(await authenticate(ports, secret)).toBeNull();
    const again = await revokeToken({ ctx: director, input: { key: 'revoke-2', tokenId } });
    expect(again).toMatchObject({ error: { code: 'state.refused', state: 'REVOKED' } });
  });

  it('opens nothing once its person has left', async () => {
    const all = await house();
    const { secret, personId } = await newcomer(all.director, ['O']);
    const decided = await decidedOf(all);
    await removeMember({ ctx: all.director, input: { key: 'leave-1', personId, decided } });
    expect(await authenticate(all.ports, secret)).toBeNull();
  });

  it('never gives more than the membership gives today', async () => {
    const all = await house();
    const { secret, personId } = await newcomer(all.director, ['O', 'DPO']);
    const decided = await decidedOf(all);
    await changeMember({ ctx: all.director, input: { key: 'change-1', personId, roles: ['O'], decided } });
    expect(await authenticate(all.ports, secret)).toMatchObject({ roles: ['O'] });
  });

  it('beside another of the same person is the same person', async () => {
    const { ports, token, director } = await house();
    const holder = { kind: 'person' as const, id: director.actor.id };
    const input = { key: 'second-token', holder, roles: ['DPO' as const], expiresAt: later };
    const issued = await issueToken({ ctx: director, input });
    if (!issued.ok || issued.value.secret === null) throw new Error('no token');
    const [first, second] = [await authenticate(ports, token), await authenticate(ports, issued.value.secret)];
    expect(second?.actor).toEqual(first?.actor);
    expect(second?.tokenId).not.toBe(first?.tokenId);
  });

  it('asked for 50 times at once under one key is one entry, and one answer shows the secret', async () => {
    const { ports, director } = await house();
    const before = ports.journal.entries.length;
    const holder = { kind: 'tool' as const, id: 'siem' };
    const input = { key: 'siem-token', holder, roles: ['O' as const], expiresAt: later };
    const answers = await Promise.all(Array.from({ length: 50 }, () => issueToken({ ctx: director, input })));
    const secrets = answers.flatMap((answer) =>
      answer.ok && answer.value.secret !== null ? [answer.value.secret] : [],
    );
    expect(secrets).toHaveLength(1);
    expect(ports.journal.entries).toHaveLength(before + 1);
    expect(await authenticate(ports, String(secrets[0]))).toMatchObject({ actor: { kind: 'tool', id: 'siem' } });
  });

  it('is refused with every reason at once', async () => {
    const { director } = await house();
    const holder = { kind: 'tool' as const, id: 'siem' };
    const input = {
      key: 'bad-token-1',
      holder,
      roles: ['DPO' as const, 'DIR' as const],
      expiresAt: '2020-01-01T00:00:00Z',
    };
    const answer = await issueToken({ ctx: director, input });
    const pointers =
      answer.ok || answer.error.code !== 'input.invalid' ? [] : answer.error.issues.map((i) => i.pointer);
    expect(pointers).toEqual(['/expiresAt', '/roles/0', '/roles/1']);
  });

  it('is handed out by management only', async () => {
    const { ports, director } = await house();
    const { secret } = await newcomer(director, ['O', 'IM', 'DPO']);
    const ctx = await contextOf(ports, secret);
    const input = {
      key: 'sneaky-token',
      holder: ctx.actor as { kind: 'person'; id: string },
      roles: ['O' as const],
      expiresAt: later,
    };
    expect(await issueToken({ ctx, input })).toMatchObject({ error: { code: 'actor.forbidden' } });
  });
});

describe('members', () => {
  it('have names outside the journal, erasable, and opaque ids within', async () => {
    const { ports, orgId, director } = await house();
    expect(JSON.stringify(ports.journal.entries)).not.toMatch(/Camille|camille@/);
    await ports.people.forget(orgId, director.actor.id);
    expect(await ports.people.withRoles(orgId, ['DIR'])).toEqual([]);
  });

  it('change how they are called themselves, and nobody else but management does it for them', async () => {
    const { ports, orgId, director } = await house();
    const { secret, personId } = await newcomer(director, ['O']);
    const self = await contextOf(ports, secret);
    const name = { ...camille, name: 'Paul Modèle', email: 'paul@exemple.fr' };
    expect(await changeContact({ ctx: self, input: { key: 'contact-1', personId, name } })).toMatchObject({ ok: true });
    expect(await ports.people.find(orgId, personId)).toMatchObject({ email: 'paul@exemple.fr' });
    expect(JSON.stringify(ports.journal.entries)).not.toContain('paul@');
    const input = { key: 'contact-2', personId: director.actor.id, name };
    expect(await changeContact({ ctx: self, input })).toMatchObject({ error: { code: 'actor.forbidden' } });
  });

  it('are forgotten once they have left, not before', async () => {
    const all = await house();
    const { personId } = await newcomer(all.director, ['O']);
    const early = await forgetMember({ ctx: all.director, input: { key: 'forget-1', personId } });
    expect(early).toMatchObject({ error: { code: 'state.refused', state: 'PRESENT' } });
    const decided = await decidedOf(all);
    await removeMember({ ctx: all.director, input: { key: 'leave-3', personId, decided } });
    expect((await all.ports.people.names(all.orgId)).has(personId)).toBe(true);
    await forgetMember({ ctx: all.director, input: { key: 'forget-2', personId } });
    expect((await all.ports.people.names(all.orgId)).has(personId)).toBe(false);
  });

  it('keep a director: the last one neither leaves nor steps down', async () => {
    const all = await house();
    const personId = all.director.actor.id;
    const decided = await decidedOf(all);
    const left = await removeMember({ ctx: all.director, input: { key: 'leave-2', personId, decided } });
    expect(left).toMatchObject({ error: { code: 'state.refused', state: 'LAST_DIRECTOR' } });
    const input = { key: 'change-2', personId, roles: ['O' as const], decided };
    expect(await changeMember({ ctx: all.director, input })).toMatchObject({ error: { state: 'LAST_DIRECTOR' } });
  });

  it('changed by somebody else since they were read are refused with what changed', async () => {
    const all = await house();
    const { personId } = await newcomer(all.director, ['O']);
    const decided = await decidedOf(all);
    await changeMember({ ctx: all.director, input: { key: 'change-3', personId, roles: ['IM'], decided } });
    const second = await changeMember({
      ctx: all.director,
      input: { key: 'change-4', personId, roles: ['EC'], decided },
    });
    const changed = [expect.objectContaining({ type: 'member.changed' })];
    expect(second).toMatchObject({ error: { code: 'revision.stale', changed: expect.arrayContaining(changed) } });
  });

  it('added again under a used key with another name are refused', async () => {
    const { director } = await house();
    const input = { key: 'add-1', roles: ['O' as const], name: { ...camille, email: 'une@exemple.fr' } };
    const first = await addMember({ ctx: director, input });
    expect(await addMember({ ctx: director, input })).toEqual(first);
    const other = { ...input, name: { ...camille, name: 'Paul Modèle', email: 'paul@exemple.fr' } };
    expect(await addMember({ ctx: director, input: other })).toMatchObject({ error: { code: 'key.reused' } });
  });
});
