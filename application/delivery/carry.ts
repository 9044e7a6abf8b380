import type { Deliverable } from '../../domain/delivery/events';
import type { Outgoing } from '../../domain/delivery/outbox';
import type { State } from '../../domain/journal/states';
import { carryExchange } from '../exchange/carryExchange';
import { isDemonstration } from '../organisation/mailsCaught';
import type { StoredDocument } from '../ports/documents';
import type { SendResult } from '../ports/mailer';
import type { Context } from '../ports/ports';
import type { OutboxKind } from './deliver';

export type Bounds = { timeoutMs: number; mayLeave: Promise<boolean> };

/** What nothing here serves any more waits for the operator, or is given up after three days. */
const PUT_OFF: SendResult = { result: 'deferred', replyCode: null };

type Carry = (
  ctx: Context,
  from: { state: State<OutboxKind>; outgoing: Outgoing; document: StoredDocument } & Bounds,
) => Promise<SendResult>;

/** How each channel hands over the stored bytes; a call is a person's. Mails of a demonstration are kept by the mailer (ADR 0011). */
export const carry: Record<Exclude<Deliverable['channel'], 'phone'>, Carry> = {
  email: ({ ports }, { outgoing: { envelopeId }, document: { address: to, bytes: raw }, timeoutMs, mayLeave }) =>
    ports.mailer.send({ to, raw, envelopeId, timeoutMs, mayLeave }),

  async webhook({ orgId, ports }, { state, outgoing, document: { address: url, bytes }, timeoutMs, mayLeave }) {
    const agreementId = agreementOf(state, outgoing);
    if (ports.carriers.webhook === null || agreementId === null || (await isDemonstration(ports, orgId)))
      return PUT_OFF;
    const secrets = await ports.webhookSecrets.valid(orgId, agreementId, outgoing.to.id, ports.now());
    return ports.carriers.webhook({ url, bytes, id: outgoing.messageId, secrets, timeoutMs, mayLeave });
  },

  async sms({ orgId, ports }, { outgoing: { messageId: id }, document: { bytes }, timeoutMs, mayLeave }) {
    const { sms } = ports.carriers;
    if (sms === null || (await isDemonstration(ports, orgId))) return PUT_OFF;
    return sms({ bytes, id, timeoutMs, mayLeave });
  },

  exchange: async (ctx, { state, document, timeoutMs, mayLeave }) =>
    (await isDemonstration(ctx.ports, ctx.orgId))
      ? PUT_OFF
      : carryExchange(ctx, { state, document, timeoutMs, mayLeave }),
};

/** Of a notice, of what is told at once, or of the agreement itself whose contacts are tested; nothing else leaves by webhook. */
function agreementOf(state: State<OutboxKind>, { id }: Outgoing): string | null {
  if ('proven' in state || 'recorded' in state)
    return state.told.find(({ besideIds }) => besideIds.includes(id))?.agreementId ?? null;
  if ('contactTests' in state) return state.id;
  return 'opened' in state && 'agreementId' in state.opened ? state.opened.agreementId : null;
}
