import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import type { Carriers, ExchangeMessage, WebhookMessage } from '../../application/ports/carriers';
import type { SendResult } from '../../application/ports/mailer';
import { isExchangeUrl } from '../../domain/exchange/exchangeUrl';
import { LONGEST_MESSAGE } from '../../domain/exchange/message';
import { isWebhookUrl } from '../../domain/party/webhookUrl';
import { openPlace, type Place, type Resolve } from './place';
import { postOnce, type Posted } from './post';
import { signedHeaders } from './sign';

export type CarrierSettings = {
  /** Hosts, or hosts with a port, that may be in a private network. */
  allowedHosts: readonly string[];
  /** PEM file of an authority that is trusted beside the well-known ones. */
  caFile: string | null;
  now(): Date;
  resolve?: Resolve;
};

export type GatewaySettings = { url: string; secret: string; token: string | null };

/** Connection and answer together; below every lease (architecture section 3b). */
const LONGEST_MS = 15_000;
/** The same of a document: 10 MB at 1.5 Mbit/s. */
const LONGEST_FILE_MS = 60_000;
/** A receipt, or a problem with all that is wrong. */
const MOST_RECEIPT_BYTES = 20_000;

/** Webhooks to the addresses that contracts name: strangers' ones, so that only public places are open. */
export function createWebhookCarrier(settings: CarrierSettings): NonNullable<Carriers['webhook']> {
  const ca = trusted(settings.caFile);
  return async (message) =>
    isWebhookUrl(message.url) ? carry(settings, message, ca, {}) : { result: 'refused', replyCode: null };
}

/** Short messages to the operator's own gateway, which may be anywhere: its address is no contract's. */
export function createSmsCarrier(
  settings: CarrierSettings,
  { url, secret, token }: GatewaySettings,
): NonNullable<Carriers['sms']> {
  const ca = trusted(settings.caFile);
  const own = { ...settings, allowedHosts: [new URL(url).hostname] };
  const extra: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  return (message) => carry(own, { ...message, url, secrets: [secret] }, ca, extra);
}

/** Messages to other installations: their addresses are as strange as a contract's, so the same places are open. */
export function createExchangeCarrier(settings: CarrierSettings): NonNullable<Carriers['exchange']> {
  const ca = trusted(settings.caFile);
  return async (message) => {
    if (!isExchangeUrl(message.url)) return { status: null, why: 'closed' };
    const headers = { 'content-type': message.mediaType, 'user-agent': 'Vigie' };
    const longestMs = message.bytes.length > LONGEST_MESSAGE ? LONGEST_FILE_MS : LONGEST_MS;
    const request = { ...message, headersOf: () => headers, mostAnswerBytes: MOST_RECEIPT_BYTES, longestMs };
    const reached = await reach(settings, request, ca);
    if (!('status' in reached)) return { status: null, why: reached.why === 'closed' ? 'closed' : 'away' };
    return reached.status === null ? { status: null, why: reached.handedOver ? 'unknown' : 'away' } : reached;
  };
}

async function carry(
  settings: CarrierSettings,
  { id, bytes, secrets, ...message }: WebhookMessage,
  ca: string[] | undefined,
  extra: Record<string, string>,
): Promise<SendResult> {
  if (secrets.length === 0) return { result: 'deferred', replyCode: null };
  const headersOf = () => ({
    ...extra,
    ...signedHeaders(id, settings.now(), bytes, secrets),
    'content-type': 'application/json',
    'user-agent': 'Vigie',
  });
  const reached = await reach(settings, { ...message, bytes, headersOf }, ca);
  if ('status' in reached) return outcomeOf(reached);
  return { result: reached.why === 'closed' ? 'refused' : 'deferred', replyCode: null };
}

type Request = Omit<ExchangeMessage, 'url' | 'mediaType'> & {
  url: string;
  headersOf(): Record<string, string>;
  mostAnswerBytes?: number;
  longestMs?: number;
};

/** Looks at the place while the attempt is written, and posts to the very addresses that it looked at. */
async function reach(
  { allowedHosts, resolve }: CarrierSettings,
  { url: written, bytes, longestMs = LONGEST_MS, timeoutMs = longestMs, mayLeave, headersOf, ...more }: Request,
  ca: string[] | undefined,
): Promise<Posted | { why: 'closed' | 'notNow' }> {
  const endMs = performance.now() + Math.min(timeoutMs, longestMs);
  const url = new URL(written);
  const looking = openPlace(url, allowedHosts, resolve);
  const [may, place] = await Promise.all([mayLeave.catch(() => false), within(looking, endMs - performance.now())]);
  if (!may) return { why: 'notNow' };
  if (!place.open) return { why: place.why === 'closed' ? 'closed' : 'notNow' };
  const leftMs = endMs - performance.now();
  if (leftMs <= 0) return { why: 'notNow' };
  const { addresses } = place;
  return postOnce({ ...more, url, addresses, headers: headersOf(), bytes, timeoutMs: leftMs, ca });
}

/** A name service that does not answer holds nobody beyond the lease. */
async function within(looking: Promise<Place>, timeoutMs: number): Promise<Place> {
  let alarm: NodeJS.Timeout | undefined;
  const late = new Promise<Place>((resolve) => {
    alarm = setTimeout(() => resolve({ open: false, why: 'unresolved' }), timeoutMs);
  });
  return Promise.race([looking, late]).finally(() => clearTimeout(alarm));
}

/** Too early, too many, or a time-out of the other side: another try may succeed. */
const FOR_NOW: readonly number[] = [408, 425, 429];

/**
 * `refused` is about this message or its place, as a redirect is. A place that is away or busy is `deferred`; where the
 * bytes were on their way and no answer came, `unknown`.
 */
function outcomeOf(posted: Posted): SendResult {
  if (posted.status === null) return { result: posted.handedOver ? 'unknown' : 'deferred', replyCode: null };
  const { status } = posted;
  if (status >= 200 && status < 300) return { result: 'accepted', replyCode: status };
  const isForNow = status >= 500 || FOR_NOW.includes(status);
  return { result: isForNow ? 'deferred' : 'refused', replyCode: status };
}

const trusted = (caFile: string | null): string[] | undefined =>
  caFile === null ? undefined : [...rootCertificates, readFileSync(caFile, 'utf8')];
