import { createSmsCarrier, createWebhookCarrier } from '../../adapters/webhook/carrier';
import { issueWebhookSecret } from '../../application/agreement/issueWebhookSecret';
import type { SendResult } from '../../application/ports/mailer';
import type { Annex1 } from '../../domain/agreement/annex1';
import type { Outgoing } from '../../domain/delivery/outbox';
import { HOOK_CERTIFICATE, type HookServer } from './hookServer';
import { controllers, type ControllerKey, createNoticeHouse } from './noticeHouse';
import { becomeAware, hour, T0 } from './threeControllers';

export const GATEWAY_SECRET = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;
export const hookKeys = Object.keys(controllers) as ControllerKey[];

/** Under each contract the duty desk (c2) names mail and a webhook of its own. */
function withWebhook(server: HookServer, key: ControllerKey, document: Annex1): Annex1 {
  const noticeContacts = document.controller.noticeContacts.map((contact) =>
    contact.order === 2
      ? { ...contact, channels: ['email' as const, 'webhook' as const], webhookUrl: server.urlOf(`/${key}`) }
      : contact,
  );
  return { ...document, controller: { ...document.controller, noticeContacts } };
}

/** Three controllers who each have a webhook and a number, on real HTTPS to this machine; all are aware, nothing is sent. */
export async function createHookedHouse(
  server: HookServer,
  answers: Record<string, SendResult[]> = {},
  { exercise = false, optedIn = [] as readonly string[] } = {},
) {
  const house = await createNoticeHouse(T0, answers, optedIn, (document, key) => withWebhook(server, key, document));
  const settings = { allowedHosts: ['127.0.0.1'], caFile: HOOK_CERTIFICATE, now: () => new Date() };
  house.ports.carriers = {
    webhook: createWebhookCarrier(settings),
    sms: createSmsCarrier(settings, { url: server.urlOf('/sms'), secret: GATEWAY_SECRET, token: null }),
    exchange: null,
  };
  const secretFor = async (agreementId: ControllerKey, key = `secret-${agreementId}`, contactId = 'c2') => {
    const input = { key, agreementId, contactId };
    const issued = await issueWebhookSecret({ ctx: house.as('alix', ['DIR']), input });
    if (!issued.ok) throw new Error(JSON.stringify(issued.error));
    return issued.value.secret ?? '';
  };
  await becomeAware(house, ['availability'], T0, exercise);
  house.clock.now = new Date(hour(1));
  return {
    house,
    secretFor,
    async outgoing(key: ControllerKey, id: string): Promise<Outgoing> {
      const found = (await house.noticeOf(key)).outbox.find((one) => one.id === id);
      if (found === undefined) throw new Error(`no ${id}`);
      return found;
    },
  };
}
