import {
  actedOn,
  isFromController,
  type MessageHeader,
  type ReadMessage,
  readMessage,
  RECEIPT_FORMAT,
} from '../../domain/exchange/message';
import type { PeerWhy } from '../../domain/exchange/why';
import { CLOCK_AHEAD_MS } from '../../domain/incident/chronology';
import { readVerifierKey } from '../../domain/journal/note';
import { done, type DomainError, type Issue } from '../../domain/shared/errors';
import { sealHeader } from '../journal/sealHeader';
import { loadCase } from '../notice/readCase';
import { allParties } from '../party/readParties';
import type { Context, Ports } from '../ports/ports';
import { takeFromController } from './takeFromController';
import { takeFromProcessor } from './takeFromProcessor';
import { type Bytes, takeSaidFile } from './takeSaidFile';

export type NotTaken = { why: PeerWhy; issues: readonly Issue[]; retryAfterSeconds: number | null };
export type Received = { ok: true; receipt: string } | ({ ok: false } & NotTaken);

/**
 * What another installation posted to an organisation of this one. It is believed by the key that is recorded here with
 * consent, and by nothing else; it is done once, however often it comes, and answered by a receipt that says when it was
 * taken first. Who is not let in learns nothing: not even whether the organisation is there (ADR 0037).
 *
 * @param bytes of the document that the message brings, read only once it is believed and wanted; null where none came
 */
export async function receiveMessage(
  ports: Ports,
  { orgId, text, bytes = null }: { orgId: string; text: string; bytes?: Bytes },
): Promise<Received> {
  const message = readMessage(text);
  if (typeof message === 'string')
    return refuse(message === 'lines' || message === 'unreadable' ? 'unreadable' : 'altered');
  const ctx: Context = { orgId, actor: { kind: 'system', id: 'exchange' }, roles: [], ports };
  const { header } = message;
  const { notary } = ports.proofs;
  const key = await keyOfSender(ctx, message);
  if (key === null || !notary.isSignedBy(key, message.note)) return refuse('stranger');
  if (header.to !== notary.origin(orgId)) return refuse('misaddressed');
  if (Date.parse(header.madeAt) > ports.now().getTime() + CLOCK_AHEAD_MS) return refuse('ahead');

  const taken = await take(ctx, header, bytes);
  if ('why' in taken) return refuse(taken.why);
  if (!taken.ok) return notDone(taken.error);
  const { origin: to } = header;
  const origin = notary.origin(orgId);
  const receipt = { format: RECEIPT_FORMAT, origin, to, message: message.hash, receivedAt: taken.value };
  return { ok: true, receipt: await sealHeader(ctx, receipt) };
}

async function take(ctx: Context, { origin, said }: MessageHeader, bytes: Bytes) {
  // who is let in has its receipt, and nothing is written: of the same bytes again the later instant is said
  if (said.kind === 'test') return done(ctx.ports.now().toISOString());
  if (said.kind === 'file') return takeSaidFile(ctx, origin, said, bytes);
  return isFromController(said) ? takeFromController(ctx, origin, said) : takeFromProcessor(ctx, origin, said);
}

/** The key that is believed of whoever says this: of a party that we let in, or of the controller that its notice is tied to. */
async function keyOfSender(ctx: Context, { header: { origin, said } }: ReadMessage): Promise<string | null> {
  const isNamed = (key: string | null): boolean => key !== null && readVerifierKey(key)?.name === origin;
  const noticeId = actedOn(said);
  if (noticeId === null) {
    return (await allParties(ctx)).find(({ admits, key }) => admits && isNamed(key))?.key ?? null;
  }
  const read = await loadCase(ctx, noticeId);
  const key = read.ok ? (read.value.agreement.outside?.key ?? null) : null;
  return isNamed(key) ? key : null;
}

const refuse = (why: PeerWhy, more: Partial<NotTaken> = {}): Received => ({
  ok: false,
  why,
  issues: [],
  retryAfterSeconds: null,
  ...more,
});

/** What is refused for good is said so; all else is tried again by whoever sent it. */
function notDone(error: DomainError): Received {
  switch (error.code) {
    case 'input.invalid':
      return refuse('invalid', { issues: error.issues });
    case 'state.refused':
    case 'actor.forbidden':
      return refuse('invalid');
    case 'subject.unknown':
      return refuse('unknown');
    case 'body.tooLarge':
      return refuse('tooLarge');
    case 'key.reused':
      return refuse('superseded');
    case 'attempts.exceeded':
      return refuse('busy', { retryAfterSeconds: error.retryAfterSeconds });
    default:
      return refuse('busy');
  }
}
