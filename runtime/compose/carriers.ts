import { createExchangeCarrier, createSmsCarrier, createWebhookCarrier } from '../../adapters/webhook/carrier';
import type { Carriers } from '../../application/ports/carriers';
import type { Config } from '../config';
import type { Stores } from './stores';

type Used = Pick<Config, 'webhooks' | 'smsGateway' | 'exchangeIsOn' | 'smtpCatching'>;

/** What leaves by HTTP, as far as the operator has set it. While mails are caught nobody outside is told, by any way. */
export function composeCarriers(
  { webhooks, smsGateway, exchangeIsOn, smtpCatching }: Used,
  { now }: Pick<Stores, 'now'>,
): Carriers {
  if (smtpCatching) return { webhook: null, sms: null, exchange: null };
  const settings = { allowedHosts: webhooks.allowedHosts, caFile: webhooks.caFile, now };
  return {
    webhook: webhooks.isOn ? createWebhookCarrier(settings) : null,
    sms: smsGateway === null ? null : createSmsCarrier(settings, smsGateway),
    exchange: exchangeIsOn ? createExchangeCarrier(settings) : null,
  };
}
