import { readMail } from '../../adapters/mail/readMail';
import type { Mailbox } from '../../application/ports/mailbox';

/** What was sent, as the catching server would show it. */
export function createMemoryMailbox(mails: readonly { to: string; raw: string }[], now: () => Date): Mailbox {
  const all = () => mails.map(({ to, raw }, index) => ({ id: String(index + 1), to, raw: Buffer.from(raw, 'latin1') }));
  const read = async (id: string) => {
    const mail = all().find((one) => one.id === id);
    return mail === undefined ? null : { ...mail, parsed: await readMail(mail.raw) };
  };
  return {
    async list(_orgId, { before, limit }) {
      const newest = all()
        .toReversed()
        .filter(({ id }) => before === null || Number(id) < Number(before));
      return Promise.all(
        newest.slice(0, limit).map(async ({ id, to, raw }) => ({
          id,
          receivedAt: now().toISOString(),
          to,
          subject: (await readMail(raw)).subject ?? '',
        })),
      );
    },
    async read(_orgId, id) {
      const found = await read(id);
      if (found === null) return null;
      const { parsed, to } = found;
      return {
        id,
        receivedAt: now().toISOString(),
        to,
        subject: parsed.subject ?? '',
        from: parsed.from ?? '',
        date: null,
        text: parsed.text ?? '',
        attachments: [],
      };
    },
    attachment: async () => null,
  };
}
