import type { Deliverable } from '../../domain/delivery/events';
import type { Outgoing } from '../../domain/delivery/outbox';
import type { State } from '../../domain/journal/states';
import { carryExchange } from '../exchange/carryExchange';
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

/** How each channel hands over the stored bytes; a call is a person's. */
export const carry: Record<Exclude<Deliverable['channel'], 'phone'>, Carry> = {
  email: ({ ports }, { outgoing: { envelopeId }, document: { address: to, bytes: raw }, timeoutMs, mayLeave }) =>
    ports.mailer.send({ to, raw, envelopeId, timeoutMs, mayLeave }),

  async webhook({ orgId, ports }, { state, outgoing, document: { address: url, bytes }, timeoutMs, mayLeave }) {
    const agreementId = agreementOf(state);
    if (ports.carriers.webhook === null || agreementId === null || (await staysHere(orgId, ports))) return PUT_OFF;
    const secrets = await ports.webhookSecrets.valid(orgId, agreementId, outgoing.to.id, ports.now());
    return ports.carriers.webhook({ url, bytes, id: outgoing.messageId, secrets, timeoutMs, mayLeave });
  },

  async sms({ orgId, ports }, { outgoing: { messageId: id }, document: { bytes }, timeoutMs, mayLeave }) {
    const { sms } = ports.carriers;
    if (sms === null || (await staysHere(orgId, ports))) return PUT_OFF;
    return sms({ bytes, id, timeoutMs, mayLeave });
  },

  exchange: async (ctx, { state, document, timeoutMs, mayLeave }) =>
    (await staysHere(ctx.orgId, ctx.ports)) ? PUT_OFF : carryExchange(ctx, { state, document, timeoutMs, mayLeave }),
};

/** A demonstration tells nobody outside, by any way; its mails are kept by the mailer itself (ADR 0011). */
const staysHere = async (orgId: string, { projections }: Context['ports']): Promise<boolean> =>
  (await projections.read(orgId, 'organisation', orgId))?.demonstration === true;

/** Of a notice, or of the agreement itself whose contacts are tested; nothing else leaves by webhook. */
function agreementOf(state: State<OutboxKind>): string | null {
  if ('contactTests' in state) return state.id;
  return 'opened' in state && 'agreementId' in state.opened ? state.opened.agreementId : null;
}
