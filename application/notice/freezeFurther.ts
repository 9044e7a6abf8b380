import type { Deliverable } from '../../domain/delivery/events';
import type { Version } from '../../domain/notice/events';
import { toDial } from '../../domain/party/phone';
import { freezeMessage } from '../delivery/freezeMessage';
import { MAIL, PDF } from '../ports/documents';
import { sealEnvelope } from '../journal/sealEnvelope';
import type { Context } from '../ports/ports';
import { documentOf } from './defaults';
import { aboutOf } from './freezeContactCall';
import { guestLink } from './letterParts';
import type { FullCase } from './readCase';
import type { Recipient, To } from './recipientsOf';

/** What leaves beside the mail of a version: it leads to the notice, and repeats none of its words. */
export type Beside = {
  version: Pick<Version, 'number' | 'kind'>;
  at: string;
  checkpoint: string | null;
  /** The mail to the same contact, with its PDF; undefined where none goes. */
  mail: { deliverable: Deliverable; pdfId: string | null } | undefined;
};

/** A webhook or a text message to one contact. */
export function freezeFurther(ctx: Context, fullCase: FullCase, to: To, beside: Beside): Promise<Deliverable> {
  return to.way.channel === 'sms' ? freezeSms(ctx, fullCase, to, beside) : freezeWebhook(ctx, fullCase, to, beside);
}

const placeOf = (recipient: Recipient, channel: 'webhook' | 'sms', { version, at }: Beside) => ({
  id: `v${version.number}-${recipient.id}-${channel}`,
  to: { kind: 'contact' as const, id: recipient.id },
  channel,
  at,
});

async function freezeWebhook(ctx: Context, fullCase: FullCase, { recipient, way }: To, beside: Beside) {
  const { notice } = fullCase;
  const { number, kind } = beside.version;
  return freezeMessage(ctx, notice.id, {
    ...placeOf(recipient, 'webhook', beside),
    address: way.address,
    type: 'notice.version',
    data: {
      reference: notice.opened.reference,
      version: number,
      kind,
      exercise: notice.opened.exercise,
      link: await guestLink(ctx, notice.id, recipient.id),
      envelope: await envelopeBeside(ctx, fullCase, beside),
    },
  });
}

/**
 * The envelope that can be had of this version afterwards, without what it says as values (ADR 0027); of an exercise none,
 * which would open a real case elsewhere. A key that does not sign holds no notice back.
 */
async function envelopeBeside(ctx: Context, { notice }: FullCase, beside: Beside): Promise<string | null> {
  const { version, at: madeAt, checkpoint: checkpointHash, mail } = beside;
  if (mail === undefined || notice.opened.exercise) return null;
  const about = { id: notice.id, reference: notice.opened.reference, version: version.number, kind: version.kind };
  const documents = documentsOf(mail);
  return sealEnvelope(ctx, { notice: about, checkpointHash, documents, madeAt, facts: null }).catch(() => null);
}

/** The mail to a contact and its PDF, as an envelope names them. */
export const documentsOf = ({ deliverable, pdfId }: NonNullable<Beside['mail']>) => [
  { mediaType: MAIL, sha256: deliverable.documentId },
  ...(pdfId === null ? [] : [{ mediaType: PDF, sha256: pdfId }]),
];

async function freezeSms(ctx: Context, fullCase: FullCase, { recipient, way }: To, beside: Beside) {
  const { id } = fullCase.notice;
  const text = smsText(ctx, fullCase, beside.version, await guestLink(ctx, id, recipient.id));
  const data = { to: toDial(way.address), text };
  return freezeMessage(ctx, id, { ...placeOf(recipient, 'sms', beside), address: way.address, type: 'sms.send', data });
}

/** What a text message says of a version. */
export const smsText = (
  { ports }: Context,
  { notice, agreement }: FullCase,
  { number, kind }: Beside['version'],
  link: string,
): string =>
  ports.texts.short({
    language: agreement.language,
    about: aboutOf(kind),
    exercise: notice.opened.exercise,
    reference: notice.opened.reference,
    version: number,
    sender: documentOf(agreement.document).processor.name,
    link,
  });
