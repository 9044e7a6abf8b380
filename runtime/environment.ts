import { isIP } from 'node:net';
import { z } from 'zod';

const url = (name: string, protocol: RegExp, example: string) =>
  z.url({ protocol, error: `${name} must be an address like ${example}` }).optional();

const text = z.string().min(1).optional();
const file = text.describe('path of a PEM file');

function port(name: string) {
  const rule = `${name} must be a number from 1 to 65535`;
  return z.coerce.number(rule).int(rule).min(1, rule).max(65_535, rule).optional();
}

/** A host, or a host with a port, as an address would write it. */
const isHost = (written: string): boolean => {
  if (!/^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/.test(written)) return false;
  return URL.canParse(`https://${written}`);
};

const HOSTS_RULE = 'WEBHOOK_ALLOWED_HOSTS must be hosts in small letters like hooks.intern.example or 10.0.0.4:8443';

const hosts = z
  .string()
  .default('')
  .transform((list) => list.split(/[\s,]+/).filter((one) => one !== ''))
  .refine((list) => list.every(isHost), HOSTS_RULE);

const NETWORK_RULE =
  'TRUSTED_PROXY must be IP addresses or networks like 10.0.0.4, 10.1.0.0/16 and never everybody (/0): name your own proxies';

/** An address, or a network of less than everybody. */
function isNetwork(written: string): boolean {
  const [address = '', bits, ...more] = written.split('/');
  const family = address.includes('%') ? 0 : isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

const networks = z
  .string()
  .default('')
  .transform((list) => list.split(/[\s,]+/).filter((one) => one !== ''))
  .refine((list) => list.every(isNetwork), NETWORK_RULE);

/** Every variable that is read, as written by the operator. An empty one counts as absent. */
export const Environment = z
  .object({
    PORT: port('PORT'),
    ADMIN_PORT: port('ADMIN_PORT'),
    BIND: z.union([z.ipv4(), z.ipv6()], 'BIND must be an IP address like 127.0.0.1').default('127.0.0.1'),
    TRUSTED_PROXY: networks,
    PUBLIC_URL: url('PUBLIC_URL', /^https?$/, 'https://vigie.example.org'),
    VIGIE_DATA: text,
    VIGIE_LANGUAGE: z.enum(['fr', 'en'], 'VIGIE_LANGUAGE must be fr or en').optional(),
    MONGODB_URL: url('MONGODB_URL', /^mongodb(\+srv)?$/, 'mongodb+srv://user:password@host/vigie'),
    TEMPORAL_ADDRESS: z
      .string()
      .regex(/^[^\s/:]+:\d+$/, 'TEMPORAL_ADDRESS must be host:port, like temporal.example.org:7233')
      .optional(),
    TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
    TEMPORAL_API_KEY: text,
    TEMPORAL_TLS: z.stringbool('TEMPORAL_TLS must be true or false').default(false),
    TEMPORAL_TLS_CA: file,
    TEMPORAL_TLS_CERT: file,
    TEMPORAL_TLS_KEY: file,
    SMTP_URL: url('SMTP_URL', /^smtps?$/, 'smtp://user:password@relay.example.org:587'),
    SMTP_CATCHING: z.stringbool('SMTP_CATCHING must be true or false').default(false),
    MAIL_FROM: z.email('MAIL_FROM must be a mail address').optional(),
    BOUNCE_ADDRESS: z.email('BOUNCE_ADDRESS must be a mail address').optional(),
    BOUNCE_SMTP_PORT: port('BOUNCE_SMTP_PORT'),
    BOUNCE_SMTP_BIND: z
      .union([z.ipv4(), z.ipv6()], 'BOUNCE_SMTP_BIND must be an IP address like 127.0.0.1')
      .default('127.0.0.1'),
    WEBHOOKS: z.stringbool('WEBHOOKS must be true or false').default(false),
    WEBHOOK_ALLOWED_HOSTS: hosts,
    WEBHOOK_CA: file,
    EXCHANGE: z.stringbool('EXCHANGE must be true or false').default(true),
    SMS_GATEWAY_URL: url('SMS_GATEWAY_URL', /^https?$/, 'https://sms.example.org/send'),
    SMS_GATEWAY_SECRET: z
      .string()
      .regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/, 'SMS_GATEWAY_SECRET must be whsec_ and 24 to 64 bytes in base64')
      .optional(),
    SMS_GATEWAY_TOKEN: z
      .string()
      .regex(/^[!-~]+$/, 'SMS_GATEWAY_TOKEN must be one word')
      .optional(),
    EVIDENCE_URL: url('EVIDENCE_URL', /^file$/, 'file:///srv/vigie/evidence'),
    PACKS_URL: url('PACKS_URL', /^file$/, 'file:///srv/vigie/packs'),
    LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error'], 'LOG_LEVEL must be debug, info, warn or error')
      .default('info'),
    SHUTDOWN_SECONDS: z.coerce
      .number('SHUTDOWN_SECONDS must be a number')
      .min(1, 'SHUTDOWN_SECONDS must be 1 or more')
      .default(60),
  })
  .superRefine((values, context) => {
    const refuse = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
    if ((values.TEMPORAL_TLS_CERT === undefined) !== (values.TEMPORAL_TLS_KEY === undefined)) {
      refuse('TEMPORAL_TLS_CERT', 'TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY must be given together');
    }
    if (values.SMTP_URL !== undefined && values.MAIL_FROM === undefined) {
      refuse('MAIL_FROM', 'MAIL_FROM must be given with SMTP_URL: a relay refuses mail from nobody');
    }
    for (const { name, message } of smsFaults(values)) refuse(name, message);
  });

export type Values = z.output<typeof Environment>;

/** With it, the longest link and every fixed word are one short message of 160 signs. */
export const LONGEST_PUBLIC_URL = 54;

type SmsName = 'SMS_GATEWAY_URL' | 'SMS_GATEWAY_SECRET' | 'SMS_GATEWAY_TOKEN' | 'PUBLIC_URL';

function smsFaults(values: { [Name in SmsName]?: string | undefined }): { name: SmsName; message: string }[] {
  const { SMS_GATEWAY_URL, SMS_GATEWAY_SECRET, SMS_GATEWAY_TOKEN, PUBLIC_URL = '' } = values;
  const fault = (name: SmsName, rule: string) => [{ name, message: `${name} must ${rule}` }];
  if (SMS_GATEWAY_URL === undefined) {
    const isAlone = SMS_GATEWAY_SECRET !== undefined || SMS_GATEWAY_TOKEN !== undefined;
    return isAlone ? fault('SMS_GATEWAY_URL', 'be given with its secret or token') : [];
  }
  const { protocol, hostname } = new URL(SMS_GATEWAY_URL);
  const isSafe = protocol === 'https:' || hostname === '127.0.0.1' || hostname === 'localhost';
  return [
    ...(isSafe ? [] : fault('SMS_GATEWAY_URL', 'begin with https:// unless it is on this machine')),
    ...(SMS_GATEWAY_SECRET === undefined ? fault('SMS_GATEWAY_SECRET', 'be given with SMS_GATEWAY_URL') : []),
    ...(PUBLIC_URL.length > LONGEST_PUBLIC_URL
      ? fault(
          'PUBLIC_URL',
          `have at most ${LONGEST_PUBLIC_URL} characters with SMS_GATEWAY_URL, so that a link fits in`,
        )
      : []),
  ];
}
