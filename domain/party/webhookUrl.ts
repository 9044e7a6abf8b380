import { z } from 'zod';

/** Nothing that a reader, or a second parser, could take for another place: printable, no fragment. */
const WRITTEN = /^https:\/\/[!-"$-~]+$/;

/** A place to which a machine may post: https, a host, no name or password in it. */
export function isWebhookUrl(text: string): boolean {
  if (!WRITTEN.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return protocol === 'https:' && hostname !== '' && username === '' && password === '';
}

export const WebhookUrl = z
  .string()
  .max(500)
  .refine(isWebhookUrl, 'an address that begins with https://, without name, password or #')
  .meta({ description: 'https address that takes webhooks', format: 'uri', pattern: '^https://' });
