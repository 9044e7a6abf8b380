import { describe, expect, it } from '@jest/globals';
import { decideReceived, type Sealed } from '../../../domain/controllerCase/decideReceived';
import { ReceiveNotice } from '../../../domain/controllerCase/receiveCommand';
import type { NoticeFacts } from '../../../domain/exchange/noticeFacts';

const AT = '2026-03-27T10:00:00.000Z';

const sealed = (facts: NoticeFacts | null): Sealed => ({
  origin: 'vigie.example/o1',
  noticeId: 'n1',
  reference: 'AV-1',
  version: 1,
  kind: 'initial',
  madeAt: AT,
  hash: 'ab'.repeat(32),
  partyId: 'p1',
  from: 'Slime SAS',
  facts,
});
const described: NoticeFacts = { record: { description: 'Un classeur est parti.' }, contacts: [] };

const decide = (facts: NoticeFacts | null, text?: string) =>
  decideReceived(
    null,
    {
      sealed: sealed(facts),
      said: ReceiveNotice.parse({ envelope: 'proof', receivedAt: AT, ...(text !== undefined && { text }) }),
    },
    { now: new Date(AT), zone: 'Europe/Paris', seat: null, agreementId: null },
  );

describe('the words of a notice that is brought with its signed envelope', () => {
  it.each([
    ['those that were written, where somebody wrote', described, 'Au téléphone.', 'Au téléphone.'],
    ['those of the envelope, where nobody did', described, undefined, 'Un classeur est parti.'],
  ])('are %s', (_which, facts, text, expected) => {
    expect(decide(facts, text)).toMatchObject({ ok: true, value: { values: { text: expected } } });
  });

  it.each([null, { record: {}, contacts: [] }, { record: { description: null }, contacts: [] }])(
    'are asked where an envelope with %j describes nothing',
    (facts) => {
      expect(decide(facts)).toMatchObject({
        error: {
          issues: [{ pointer: '/text', message: 'its envelope does not describe it: write what was told' }],
        },
      });
    },
  );
});
