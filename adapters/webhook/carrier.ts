import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import type { Carriers, WebhookMessage } from '../../application/ports/carriers';
import type { SendResult } from '../../application/ports/mailer';
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

async function carry(
  { allowedHosts, now, resolve }: CarrierSettings,
  { url: written, id, bytes, secrets, timeoutMs = LONGEST_MS, mayLeave }: WebhookMessage,
  ca: string[] | undefined,
  extra: Record<string, string>,
): Promise<SendResult> {
  const endMs = performance.now() + Math.min(timeoutMs, LONGEST_MS);
  if (secrets.length === 0) return { result: 'deferred', replyCode: null };
  const url = new URL(written);
  const looking = openPlace(url, allowedHosts, resolve);
  const [may, place] = await Promise.all([mayLeave.catch(() => false), within(looking, endMs - performance.now())]);
  if (!may) return { result: 'deferred', replyCode: null };
  if (!place.open) return { result: place.why === 'closed' ? 'refused' : 'deferred', replyCode: null };
  const leftMs = endMs - performance.now();
  if (leftMs <= 0) return { result: 'deferred', replyCode: null };
  const headers = {
    ...extra,
    ...signedHeaders(id, now(), bytes, secrets),
    'content-type': 'application/json',
    'user-agent': 'Vigie',
  };
  return outcomeOf(await postOnce({ url, addresses: place.addresses, headers, bytes, timeoutMs: leftMs, ca }));
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
