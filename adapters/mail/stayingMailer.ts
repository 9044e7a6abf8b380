import type { CatchStore } from '../../application/ports/mailbox';
import type { Mailer } from '../../application/ports/mailer';
import { readEnvelopeId } from '../../domain/delivery/envelopeId';

const TAKEN = 250;

type Staying = { stays: (orgId: string) => Promise<boolean>; store: CatchStore; onFault: (error: unknown) => void };

/**
 * The mailer of an installation whose relay is set: mails of organisations whose mails stay (`stays`, by organisation id)
 * are kept for `/mailbox` as the catching server would keep them, and no relay hears of them. What cannot be kept is put
 * off, and somebody hears of it.
 */
export function createStayingMailer(mailer: Mailer, { stays, store, onFault }: Staying): Mailer {
  return {
    ...mailer,
    async send(mail) {
      const owner = readEnvelopeId(mail.envelopeId);
      try {
        if (owner === null || !(await stays(owner.orgId))) return mailer.send(mail);
        if (!(await mail.mayLeave)) return { result: 'deferred', replyCode: null };
        await store.keep({ orgId: owner.orgId, envelopeId: mail.envelopeId, raw: mail.raw });
        return { result: 'caught', replyCode: TAKEN };
      } catch (error) {
        onFault(error);
        return { result: 'deferred', replyCode: null };
      }
    },
  };
}
