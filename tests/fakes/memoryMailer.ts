import type { Letter, Mailer, SendResult } from '../../application/ports/mailer';
import { composeMail } from '../../adapters/mail/compose';
import { readMail } from '../../adapters/mail/readMail';
import { composeSeries } from '../../adapters/mail/series';

export type MemoryMail = { to: string; raw: string; envelopeId: string };

const FROM = { name: 'Vigie', address: 'vigie@slime.example' };

/**
 * A mailer without a wire, with the real composer. `answers` gives results by address, in order; the last one stays.
 * Only what is accepted or caught, or is `unknown` but taken, shows in `mails`.
 */
export function createMemoryMailer(answers: Record<string, SendResult[]> = {}) {
  const mails: MemoryMail[] = [];
  const queues = new Map(Object.entries(answers).map(([address, results]) => [address, [...results]]));
  const next = (to: string): SendResult => {
    const queue = queues.get(to) ?? [];
    const result = queue.length > 1 ? queue.shift() : queue[0];
    return result ?? { result: 'accepted', replyCode: 250 };
  };
  const mailer: Mailer = {
    compose: (letter: Letter) => composeMail(FROM, letter),
    series: (letter) => composeSeries(FROM, letter),
    textOf: async (raw) => (await readMail(raw)).text,
    send: async ({ to, raw, envelopeId, mayLeave }) => {
      const may = await mayLeave.catch(() => false);
      if (!may) return { result: 'deferred', replyCode: null };
      const result = next(to);
      const taken = result.result === 'accepted' || result.result === 'caught';
      if (taken) mails.push({ to, raw: raw.toString('latin1'), envelopeId });
      return result;
    },
  };
  return { mailer, mails };
}
