import type { Carriers } from '../../application/ports/carriers';
import type { WebhookSecret, WebhookSecrets } from '../../application/ports/webhookSecrets';

/** An installation whose operator has set nothing beside mails. */
export const noCarriers = (): Carriers => ({ webhook: null, sms: null, exchange: null });

export function createMemorySecrets(): WebhookSecrets {
  const rows = new Map<string, (WebhookSecret & { until: string | null })[]>();
  return {
    async put(orgId, agreementId, contactId, secret) {
      const place = JSON.stringify([orgId, agreementId, contactId]);
      const known = rows.get(place) ?? [];
      if (known.some(({ secretId }) => secretId === secret.secretId)) return false;
      const earlier = known.map((one) => ({ ...one, until: one.until ?? secret.earlierUntil }));
      rows.set(place, [{ ...secret, until: null }, ...earlier]);
      return true;
    },
    async valid(orgId, agreementId, contactId, at) {
      const known = rows.get(JSON.stringify([orgId, agreementId, contactId])) ?? [];
      return known
        .filter(({ until }) => until === null || Date.parse(until) > at.getTime())
        .map(({ secret }) => secret);
    },
  };
}
