import type { Outcome } from '../../domain/delivery/events';
import { fileUrlOf } from '../../domain/exchange/exchangeUrl';
import { addressOf, readReceipt } from '../../domain/exchange/message';
import { type ExchangeWhy, isForNow, PeerWhy } from '../../domain/exchange/why';
import type { State } from '../../domain/journal/states';
import type { OutboxKind } from '../delivery/deliver';
import { filesPlace } from '../file/filesPlace';
import type { ExchangeMessage, PostAnswer } from '../ports/carriers';
import { JSON_LINES, OCTETS, type StoredDocument } from '../ports/documents';
import type { SendResult } from '../ports/mailer';
import type { Context, Ports } from '../ports/ports';
import { type Peer, peerNow } from './peers';

type Carried = {
  state: State<OutboxKind>;
  document: StoredDocument;
  timeoutMs: number;
  mayLeave: Promise<boolean>;
};

/**
 * Posts a sealed message to the other installation, and believes nothing but a receipt of these very bytes that the key of
 * the tie has signed. The receipt is kept.
 */
export async function carryExchange(ctx: Context, carried: Carried): Promise<SendResult> {
  const { state, document, timeoutMs, mayLeave } = carried;
  const { exchange } = ctx.ports.carriers;
  const text = document.bytes.toString('utf8');
  const message = addressOf(text);
  const peer = typeof message === 'string' ? null : await peerNow(ctx, state, message.to);
  if (peer === null || typeof message === 'string' || message.to !== peer.name) return notTaken('untied', null);
  if (exchange === null) return notTaken('away', null);
  const { fileHash, isTest } = message;
  const post = { exchange, url: peer.url, bytes: document.bytes, mediaType: JSON_LINES, timeoutMs, mayLeave };
  const answer = fileHash === null ? await exchange(post) : await postFile(ctx, state.id, fileHash, post);
  if (answer === 'erased') return notTaken('erased', null);
  if (answer.status === null) {
    const failed = notTaken(answer.why === 'closed' ? 'closed' : 'away', null);
    return answer.why === 'unknown' ? { ...failed, result: 'unknown' } : failed;
  }
  const receivedAt = answer.status === 200 ? receiptOf(ctx, peer, answer.body, message.hash) : null;
  if (receivedAt === null) {
    const why = whyOf(answer);
    const unknownKind = fileHash !== null ? 'noFiles' : isTest ? 'noTests' : why;
    return notTaken(why === 'unreadable' ? unknownKind : why, answer.status);
  }
  const receipt = { address: '', mediaType: JSON_LINES, bytes: Buffer.from(answer.body, 'utf8') };
  const receiptId = await ctx.ports.documents.put(ctx.orgId, state.id, receipt);
  return { result: 'accepted', replyCode: answer.status, exchange: { why: null, receiptId, receivedAt } };
}

type Post = { exchange: NonNullable<Ports['carriers']['exchange']> } & Required<ExchangeMessage>;

/**
 * What a document is first, then that with its bytes where they are asked for: what is refused, or there already, is told
 * before any of them leaves.
 */
async function postFile(
  { orgId, ports }: Context,
  subjectId: string,
  hash: string,
  { exchange, ...post }: Post,
): Promise<PostAnswer | 'erased'> {
  const { url, bytes, timeoutMs } = post;
  const first = await exchange({ ...post, timeoutMs: timeoutMs / 4 });
  if (first.status === null || whyOf(first) !== 'bytesMissing') return first;
  const file = await ports.documents.get(orgId, filesPlace(subjectId), hash);
  if (file === null) return 'erased';
  const whole = Buffer.concat([bytes, file.bytes]);
  return exchange({ ...post, url: fileUrlOf(url), bytes: whole, mediaType: OCTETS, timeoutMs: timeoutMs / 2 });
}

function receiptOf({ orgId, ports }: Context, peer: Peer, text: string, message: string): string | null {
  const read = readReceipt(text, message);
  const { notary } = ports.proofs;
  if (read === null || read.receipt.origin !== peer.name || read.receipt.to !== notary.origin(orgId)) return null;
  return notary.isSignedBy(peer.key, read.note) ? read.receipt.receivedAt : null;
}

/** As the other installation says; what it does not say itself was said by something on the way. */
function whyOf({ status, body }: PostAnswer & { status: number }): ExchangeWhy {
  const said = /"code":"exchange\.(\w+)"/.exec(body)?.[1];
  const why = PeerWhy.safeParse(said);
  if (why.success && status >= 400) return why.data;
  if (status === 413) return 'tooLarge';
  return status >= 500 || [408, 425, 429].includes(status) ? 'away' : 'noReceipt';
}

export function notTaken(why: ExchangeWhy, replyCode: number | null): SendResult {
  const exchange: Outcome['exchange'] = { why, receiptId: null, receivedAt: null };
  return { result: isForNow(why) ? 'deferred' : 'refused', replyCode, exchange };
}
