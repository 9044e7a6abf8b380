import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';

/**
 * Headers of Standard Webhooks 1.0: the identifier stays for every repeat, the timestamp is of this attempt, and there is
 * one signature for each secret that counts.
 */
export function signedHeaders(id: string, at: Date, bytes: Buffer, secrets: readonly string[]) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret, 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(bytes).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
