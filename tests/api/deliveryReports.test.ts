import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDoor } from '../fakes/door';
import { createMemoryHouse } from '../fakes/memoryHouse';
import { foundHouse, must, tokenFor } from '../fakes/realHouse';
import { statusNotice } from '../fakes/statusNotice';
import { settleAlarms } from '../../application/organisation/settleAlarms';
import { newcomer } from '../fakes/organisations';

const house = createMemoryHouse();
let door: Awaited<ReturnType<typeof openDoor>>;
let orgId: string;
let token: string;
let mail: { id: string; envelopeId: string };

beforeAll(async () => {
  door = await openDoor(house.ports);
  const home = await foundHouse(house.ports);
  orgId = home.orgId;
  token = await tokenFor(home.director, { kind: 'tool', id: 'mta' }, ['O']);
  await newcomer(home.director, ['DIR']);
  const system = { ...home.director, actor: { kind: 'system' as const, id: 'relay' } };
  must(await settleAlarms({ ctx: system }));
  const organisation = await house.ports.projections.read(orgId, 'organisation', orgId);
  const [first] = organisation?.outbox ?? [];
  if (first === undefined) throw new Error('no alarm left');
  mail = first;
});
afterAll(() => door.stop());

const hand = (raw: Buffer | string, type = 'message/rfc822', key = 'report-0001') =>
  door.call('POST', `/api/v1/organisations/${orgId}/delivery-reports`, {
    token,
    raw: raw.toString(),
    headers: { 'content-type': type, 'idempotency-key': key },
  });

describe('POST /delivery-reports', () => {
  it('takes a raw report from a machine, once', async () => {
    const raw = statusNotice({ action: 'failed', envelopeId: mail.envelopeId });
    const first = await hand(raw);
    expect(first).toMatchObject({
      status: 201,
      body: { created: true, subject: { kind: 'organisation', id: orgId }, deliverableId: mail.id, action: 'failed' },
    });
    const again = await hand(raw, 'text/plain; charset=us-ascii', 'report-0002');
    expect(again).toMatchObject({ status: 201, body: { seq: first.body.seq, created: false } });
  });

  it.each([
    ['no report', 'Subject: x\r\n\r\nx', 'message/rfc822', 422, 'report.unreadable'],
    ['a report on nothing', statusNotice({ action: 'failed' }), 'message/rfc822', 404, 'report.unmatched'],
    ['JSON', '{}', 'application/json', 415, 'body.unsupported'],
    ['more than a megabyte', 'x'.repeat(1_000_001), 'message/rfc822', 413, 'body.tooLarge'],
  ])('refuses %s, and says nothing of what was in it', async (_what, raw, type, status, code) => {
    const answer = await hand(raw, type);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.text).not.toContain('val-temoin');
  });
});
