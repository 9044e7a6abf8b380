import { setTimeout as sleep } from 'node:timers/promises';
import { duration } from '../shell/show';
import type { Language } from '../shell/language';
import type { Contracts } from './agreements';
import { SHORT_MARGIN_MINUTES } from './fixtures';
import type { Caught } from './mailbox';
import { SHORT_MS, type ShortCase } from './shortCase';
import { SOON_MS, type Stage } from './stage';

/** How late a reminder or the protective notice may be shown on a busy machine (milliseconds). */
const TOLERANCE_MS = 10_000;

/** Chapter 4: the engine reminds at 25 and 50 %, each time the right people, of this notice. */
export async function watchReminders(stage: Stage, { reference, t0Ms }: ShortCase): Promise<void> {
  const { story, house } = stage;
  story.chapter('4');
  const { manager, dpo } = house.members;
  for (const [percent, people] of [
    [25, [manager]],
    [50, [manager, dpo]],
  ] as const) {
    const dueMs = t0Ms + (SHORT_MS * percent) / 100;
    const values = { percent, at: story.at(dueMs), roles: people.length === 1 ? 'IM' : 'IM, DPO' };
    for (const { email } of people) {
      const within = Math.max(0, dueMs - stage.now().getTime()) + SOON_MS;
      const mail = await story.until(() => reminder(stage, email, reference, dueMs), within, '4.reminded', values);
      const lateMs = Date.parse(mail.receivedAt) - dueMs;
      if (email !== people.at(-1)?.email) continue;
      const shown = { ...values, at: story.at(mail.receivedAt) };
      story.check(lateMs < TOLERANCE_MS, '4.reminded', shown, `+${lateMs} ms`);
    }
  }
}

/** A mail about this notice that came at the step or after it. */
async function reminder({ mails }: Stage, email: string, reference: string, afterMs: number): Promise<Caught | null> {
  const mine = await mails.to(email);
  const about = mine.filter(({ subject, text }) => `${subject} ${text}`.includes(reference));
  return about.find(({ receivedAt }) => Date.parse(receivedAt) >= afterMs) ?? null;
}

/** Chapter 5: at the limit less the margin, what is known leaves by itself. */
export async function watchProtectiveNotice(
  stage: Stage,
  { short, reference }: Contracts,
  { noticeId, dueMs }: ShortCase,
  language: Language,
): Promise<Caught> {
  const { story, acts, mails } = stage;
  story.chapter('5');
  const atMs = dueMs - SHORT_MARGIN_MINUTES * 60_000;
  story.say('5.waiting', { at: story.at(atMs) });
  await sleep(Math.max(0, atMs - stage.now().getTime()));
  const sent = await story.until(
    async () => {
      const notice = await acts.notice(noticeId);
      const { dischargedAt } = notice.clock;
      return dischargedAt === null ? null : { ...notice, dischargedAt };
    },
    SOON_MS,
    '5.left',
  );
  const [version] = sent.versions;
  const leftMs = Date.parse(sent.dischargedAt);
  story.check(
    version?.kind === 'protective' && version.automatic && leftMs >= atMs && leftMs < dueMs,
    '5.left',
    { at: story.at(leftMs), left: duration(dueMs - leftMs, language) },
    `${version?.kind} ${sent.dischargedAt}`,
  );
  const mail = await story.until(async () => (await mails.to(short.email))[0] ?? null, SOON_MS, '5.caught');
  story.check(sent.delivery === 'CAUGHT', '5.caught', { subject: mail.subject }, sent.delivery);
  story.check(!mail.text.includes(reference.controller) && !mail.text.includes(reference.email), '5.scope');
  const written = await acts.entriesOf('notice', noticeId);
  const reminded = written.filter(({ type }) => type === 'notice.reminded').length;
  const outcomes = written.filter(({ type }) => type === 'delivery.outcome').length;
  story.check(reminded === 2 && outcomes >= 4, '5.journal', { reminded, outcomes });
  return mail;
}
