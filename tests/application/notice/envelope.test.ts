import { expect, it } from '@jest/globals';
import { readEnvelope } from '../../../application/notice/readEnvelope';
import { verifyBytes } from '../../../verifier/verify';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { must } from '../../fakes/realHouse';
import { becomeAware, hour, send, T0 } from '../../fakes/threeControllers';

it('the envelope of a version names what that contact got, is the same bytes each time, and verifies offline', async () => {
  const house = await createNoticeHouse(T0);
  await becomeAware(house);
  const { id: noticeId } = await house.noticeOf('val');
  await send(house, noticeId);
  await house.settle(noticeId, hour(0));
  const ctx = house.as('ines', ['O']);
  const input = { noticeId, version: 1, contactId: 'c1' };
  const { text } = must(await readEnvelope({ ctx, input }));
  house.clock.now = new Date(hour(5));
  expect(must(await readEnvelope({ ctx, input })).text).toBe(text);

  const { outbox, versions } = await house.noticeOf('val');
  const mail = outbox.find(({ to, channel }) => to.id === 'c1' && channel === 'email');
  const pdf = versions[0]?.pdfs.find(({ contactId }) => contactId === 'c1');
  expect(JSON.parse(text.split('\n')[0] ?? '')).toMatchObject({
    documents: [
      { mediaType: 'message/rfc822', sha256: mail?.documentId },
      { mediaType: 'application/pdf', sha256: pdf?.pdfId },
    ],
  });
  const key = await house.ports.proofs.notary.verifierKey('o1');
  expect(verifyBytes(Buffer.from(text), { key })).toMatchObject({ ok: true });
  expect(await readEnvelope({ ctx, input: { ...input, contactId: 'c9' } })).toMatchObject({
    error: { code: 'subject.unknown' },
  });
});
