import { expect, it } from '@jest/globals';
import { composeCarriers } from '../../runtime/compose/carriers';
import { readConfig } from '../../runtime/config';

const set = {
  SMTP_URL: 'smtp://relay.example:587',
  MAIL_FROM: 'vigie@slime.example',
  WEBHOOKS: 'true',
  SMS_GATEWAY_URL: 'https://sms.example/send',
  SMS_GATEWAY_SECRET: `whsec_${'A'.repeat(43)}=`,
};
const carriedUnder = (environment: NodeJS.ProcessEnv) => {
  const { webhook, sms } = composeCarriers(readConfig(environment, '/srv/vigie'), { now: () => new Date() });
  return { webhook: webhook !== null, sms: sms !== null };
};

it('what leaves beside mails is what the operator has set, and nothing while mails are caught', () => {
  expect(carriedUnder({})).toEqual({ webhook: false, sms: false });
  expect(carriedUnder(set)).toEqual({ webhook: true, sms: true });
  expect(carriedUnder({ ...set, WEBHOOKS: 'false' })).toEqual({ webhook: false, sms: true });
  expect(carriedUnder({ ...set, SMTP_CATCHING: 'true' })).toEqual({ webhook: false, sms: false });
});
