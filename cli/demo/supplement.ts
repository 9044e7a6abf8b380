import type { Contract } from './agreements';
import type { Caught } from './mailbox';
import type { ShortCase } from './shortCase';
import { SOON_MS, type Stage } from './stage';

/** Chapter 6: a person completes c, d and e; the controller gets what has changed. */
export async function sendSupplement(stage: Stage, { email }: Contract, { noticeId }: ShortCase): Promise<Caught> {
  const { story, acts, mails } = stage;
  const { text } = story;
  story.chapter('6');
  const before = (await mails.to(email)).length;
  await acts.supplement('dpo', noticeId, {
    c: { answer: 'value', text: text('6.c'), persons: 310, records: 310 },
    d: { answer: 'value', text: text('6.d') },
    e: { answer: 'value', text: text('6.e') },
  });
  const mail = await story.until(async () => (await mails.to(email))[before] ?? null, SOON_MS, '6.sent', {
    n: 2,
    before: 1,
  });
  const { versions, content } = await acts.notice(noticeId);
  const last = versions.at(-1);
  story.check(
    last?.number === 2 && last.kind === 'supplement' && mail.text.includes(text('6.d').slice(0, 30)),
    '6.sent',
    { n: 2, before: 1, at: story.at(mail.receivedAt) },
  );
  story.check(content === 'COMPLETE', '6.complete', {}, content);
  return mail;
}
