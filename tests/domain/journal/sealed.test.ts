import { describe, expect, it } from '@jest/globals';
import { readEnvelope } from '../../../domain/controllerCase/envelope';
import { readMessage, readReceipt } from '../../../domain/exchange/message';
import { hashOfLines, lineOf, sealLine, sealText } from '../../../domain/journal/portable';
import type { Json } from '../../../domain/shared/jcs';
import { sha256 } from '../../../domain/shared/sha256';

/** Two lines as whoever knows more members would seal them; the signature itself is looked at elsewhere. */
function sealed(header: { origin: string } & { [name: string]: Json }): string {
  const first = lineOf(header);
  const hash = hashOfLines();
  hash.add(first);
  const text = sealText(header.origin, hash.hex());
  return first + sealLine(`${text}\n— key ${Buffer.alloc(68, 1).toString('base64')}\n`);
}

const at = '2026-03-27T09:20:00.000Z';
const envelope = {
  format: 'vigie-envelope/1',
  origin: 'vigie.example/o1',
  orgId: 'o1',
  madeAt: at,
  notice: { id: 'n1', reference: 'AV-1', version: 1, kind: 'initial' },
  checkpointHash: null,
  documents: [{ mediaType: 'application/pdf', sha256: 'ab'.repeat(32) }],
};
const said = { kind: 'answer', noticeId: 'n1', questionId: 'q1', answeredAt: at, text: 'Quarante.' };
const message = { format: 'vigie-exchange/1', origin: 'a', to: 'b', madeAt: at, said };
const receipt = { format: 'vigie-receipt/1', origin: 'a', to: 'b', message: sha256('x'), receivedAt: at };

describe('members of a later version, under the seal (ADR 0052)', () => {
  it.each([
    ['none', envelope],
    ['beside the others', { ...envelope, to: 'vigie.example/o2' }],
    ['in the notice', { ...envelope, notice: { ...envelope.notice, language: 'fr' } }],
    ['in a document', { ...envelope, documents: [{ ...envelope.documents[0], pages: 3 }] }],
    ['at several depths', { ...envelope, to: { a: [1] }, notice: { ...envelope.notice, more: { b: null } } }],
  ])('of an envelope: %s are not read, and the rest is', (_where, header) => {
    const text = sealed(header as never);
    const { facts: _facts, ...read } = readEnvelope(text) as Exclude<ReturnType<typeof readEnvelope>, string>;
    expect(read).toMatchObject({ header: envelope, hash: sha256(text) });
    expect(Object.keys(read.header).toSorted()).toEqual(Object.keys(envelope).toSorted());
  });

  it('of a message and of a receipt are not read, and the rest is', () => {
    expect(readMessage(sealed({ ...message, said: { ...said, later: true }, more: 1 }))).toMatchObject({
      header: message,
    });
    expect(readReceipt(sealed({ ...receipt, more: 1 }), receipt.message)).toMatchObject({ receipt });
  });

  it('are covered by the seal: changed, added or taken out, it is no longer what was sealed', () => {
    const text = sealed({ ...envelope, to: 'b' });
    const fault = 'was changed after it was sealed: its seal is of another header';
    expect(readEnvelope(text.replace('"to":"b"', '"to":"c"'))).toBe(fault);
    expect(readEnvelope(text.replace(',"to":"b"', ''))).toBe(fault);
    expect(readEnvelope(sealed(envelope).replace('"orgId"', '"also":1,"orgId"'))).toMatch(/^was /);
  });

  it.each([
    ['a member misses', { ...message, to: undefined }],
    ['a kind is not known', { ...message, said: { kind: 'poem', text: 'x' } }],
    ['the format is a later one', { ...message, format: 'vigie-exchange/2', more: 1 }],
  ])('excuse nothing else: %s', (_what, { to, ...rest }) => {
    expect(readMessage(sealed({ ...rest, ...(to !== undefined && { to }), more: 1 }))).toBe('unreadable');
  });

  it('that have no canonical form are not as they were sealed', () => {
    const text = sealed({ ...message, more: 'x' }).replace('"more":"x"', '"more":"\\ud800"');
    expect(readMessage(text)).toBe('rewritten');
  });
});
