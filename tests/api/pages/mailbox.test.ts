import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMember } from '../../../application/people/addMember';
import { issueToken } from '../../../application/people/issueToken';
import { ackWhileCaught } from '../../../domain/notice/ackWhileCaught';
import type { Role } from '../../../domain/shared/roles';
import type { StaffName } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let withLink: string;
const SECRET = /\/n\/[\w-]{43}/;

beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
  for (const role of ['AUDITOR', 'L', 'EC'] as const) await join(role);
  const mails = await told.night.mailbox.list('o1', { before: null, limit: 100 });
  for (const { id } of mails) {
    if (SECRET.test((await told.night.mailbox.read('o1', id))?.text ?? '')) withLink = id;
  }
});
afterAll(() => door.stop());

async function join(role: Role) {
  const { ctx } = told.night.people.get('alix') ?? { ctx: null };
  if (ctx === null) throw new Error('nobody directs');
  const engine = { ...ctx, actor: { kind: 'system' as const, id: 'engine' }, roles: [] };
  const name = {
    name: role,
    email: `${role}@ecoute-enquetes.example`,
    phone: '+33 1 99 00 00 99',
    language: 'fr' as const,
  };
  const added = await addMember({ ctx: engine, input: { key: role, roles: [role], name } });
  if (!added.ok) throw new Error(added.error.code);
  const holder = { kind: 'person' as const, id: added.value.personId };
  const expiresAt = '2027-03-27T00:00:00.000Z';
  const issued = await issueToken({ ctx: engine, input: { key: `${role}-t`, holder, roles: [role], expiresAt } });
  const token = (issued.ok && issued.value.secret) || '';
  told.night.people.set(role as unknown as StaffName, { ctx: { ...engine, actor: holder, roles: [role] }, token });
}

describe('a personal link in a mail that was caught', () => {
  it.each(['ines', 'paul', 'sacha', 'alix'] as const)('is shown to %s, who may play the trial through', async (who) => {
    const { status, text } = await door.read(who, `/mailbox/${withLink}`);
    expect([status, SECRET.test(text)]).toEqual([200, true]);
  });

  it.each(['AUDITOR', 'L', 'EC'])('is masked for %s, who may act on nothing', async (who) => {
    const { status, text } = await door.read(who as StaffName, `/mailbox/${withLink}`, 'en');
    expect([status, SECRET.test(text), text.includes('/n/…')]).toEqual([200, false, true]);
    expect(text).toContain('Personal links are masked');
    expect(text).not.toMatch(/href="[^"]*\/n\//);
  });
});

describe('an acknowledgement', () => {
  const ack = {
    version: 1,
    contactId: 'c1',
    via: 'link',
    name: 'D',
    function: 'DPO',
    at: '2026-03-28T03:00:00Z',
  } as const;
  const mail = (result: 'caught' | 'accepted', at: string) => ({
    id: 'd',
    to: { kind: 'contact' as const, id: 'c1' },
    channel: 'email' as const,
    documentId: 'a',
    messageId: 'm',
    envelopeId: 'e',
    frozenAt: at,
    reports: [],
    replayAskedAt: null,
    attempts: [{ deliverableId: 'd', n: 1, nonce: 'n', leaseUntil: at, outcome: { result, replyCode: null, at } }],
  });
  const early = '2026-03-28T02:00:00Z';
  const late = '2026-03-28T04:00:00Z';

  it('of a mail that was only caught is called so, whatever leaves later', () => {
    expect(ackWhileCaught({ outbox: [mail('caught', early)] }, ack)).toBe(true);
    expect(ackWhileCaught({ outbox: [mail('caught', early), mail('accepted', late)] }, ack)).toBe(true);
  });

  it('of a mail that a relay took is a plain one', () => {
    expect(ackWhileCaught({ outbox: [mail('caught', early), mail('accepted', early)] }, ack)).toBe(false);
    expect(ackWhileCaught({ outbox: [] }, ack)).toBe(false);
  });
});
