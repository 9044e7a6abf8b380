import type { IncomingHttpHeaders } from 'node:http';

const LONGEST_AGE_SECONDS = 300;

/**
 * What a receiver does, written from the text of Standard Webhooks 1.0 alone and on another implementation of HMAC (Web
 * Crypto): nothing of it is shared with the code that signs.
 */
export async function verifyWebhook(
  headers: IncomingHttpHeaders,
  body: string,
  secret: string,
  nowSeconds = Date.now() / 1000,
): Promise<boolean> {
  const id = String(headers['webhook-id']);
  const timestamp = String(headers['webhook-timestamp']);
  if (!/^\d+$/.test(timestamp) || Math.abs(nowSeconds - Number(timestamp)) > LONGEST_AGE_SECONDS) return false;
  const material = Uint8Array.from(atob(secret.replace(/^whsec_/, '')), (sign) => sign.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', material, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const signed = new TextEncoder().encode([id, timestamp, body].join('.'));
  for (const one of String(headers['webhook-signature']).split(' ')) {
    const [version, value = ''] = one.split(',');
    const signature = Uint8Array.from(atob(value), (sign) => sign.charCodeAt(0));
    if (version === 'v1' && (await crypto.subtle.verify('HMAC', key, signature, signed))) return true;
  }
  return false;
}
