import { z } from 'zod';
import { isWebhookUrl } from '../party/webhookUrl';

/** Two installations of one machine, to try it out: the operator has to name the host all the same. */
const LOOPBACK = /^http:\/\/(127\.0\.0\.1|\[::1\])(:\d{1,5})?\/[!-"$-~]*$/;

/** Where another installation takes what is sealed: https as for webhooks, or this very machine. */
export const isExchangeUrl = (text: string): boolean =>
  isWebhookUrl(text) || (LOOPBACK.test(text) && URL.canParse(text));

export const ExchangeUrl = z
  .string()
  .max(500)
  .refine(isExchangeUrl, 'an address that begins with https://, without name, password or #')
  .meta({
    description: 'https address that their installation gave for exchange',
    format: 'uri',
    pattern: '^https?://',
  });

/** Where an organisation of this installation takes messages: what it gives to others beside its key. */
export const exchangeUrlOf = (publicUrl: string, orgId: string): string => `${publicUrl}/exchange/${orgId}`;

/** Where it takes those that bring a document, with its bytes. */
export function fileUrlOf(exchangeUrl: string): string {
  const url = new URL(exchangeUrl);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/files`;
  return url.href;
}
