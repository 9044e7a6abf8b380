import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languageOf } from '../cli/shell/language';
import { Environment, type Values } from './environment';
import { Stop } from './stop';

/** What the operator decided. Null: the embedded part is used. Never printed: it holds passwords. */
export type Config = Readonly<{
  root: string;
  /** Of what is said at the start, and of the first organisation and person. */
  language: 'fr' | 'en';
  dataFolder: string;
  /** Secrets of the installation, one file each, readable by the owner alone. */
  keysFolder: string;
  /** Content-addressed files and the signer's marks, outside the database. */
  evidenceFolder: string;
  /** The paper pack of each organisation, to be printed when all else is down. */
  packsFolder: string;
  /** Null: 8080 if it is free, else another. */
  port: number | null;
  /** Health and figures for whoever runs the house, on the loopback address. Null: not served. */
  adminPort: number | null;
  bind: string;
  /** Addresses or networks of the proxies in front, whose `X-Forwarded-For` is believed. Empty: nobody's is. */
  trustedProxies: readonly string[];
  /** Null: people reach it at whatever address they name (a trial on one machine). */
  publicUrl: string | null;
  mongoUrl: string | null;
  temporal: Readonly<{
    address: string | null;
    namespace: string;
    apiKey: string | null;
    tls: boolean;
    caFile: string | null;
    certFile: string | null;
    keyFile: string | null;
  }>;
  smtpUrl: string | null;
  /** True while `smtpUrl` is the catching server: what it takes is CAUGHT, never SENT. */
  smtpCatching: boolean;
  mailFrom: string;
  /** Whether webhooks leave. `allowedHosts`: those that may be in a private network. */
  webhooks: Readonly<{ isOn: boolean; allowedHosts: readonly string[]; caFile: string | null }>;
  /** Whether what two ties agreed on goes to other installations, as far as a tie names one. */
  exchangeIsOn: boolean;
  /** Null: no short message leaves. */
  smsGateway: Readonly<{ url: string; secret: string; token: string | null }> | null;
  /** Where delivery reports come back to. `port` null: nothing listens for them. */
  bounces: Readonly<{ address: string; port: number | null; bind: string }>;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** How long a process may finish what it does before it is ended, in milliseconds. */
  shutdownMs: number;
}>;

/** A configuration whose servers are all known: what the processes behind the supervisor get. */
export type Connected = Config & { mongoUrl: string; temporal: { address: string }; smtpUrl: string };

/** Where the API listens if nobody says otherwise and nothing else does. */
export const WISHED_PORT = 8_080;
const CATCHING_SENDER = 'vigie@vigie.invalid';

/**
 * The only reader of the environment.
 *
 * @throws Stop that lists every fault in words, and no value: some are secrets.
 */
export function readConfig(environment: NodeJS.ProcessEnv, root: string): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) throw faults(parsed.error.issues.map(({ message }) => message));
  const values = parsed.data;
  const dataFolder = resolve(root, values.VIGIE_DATA ?? join('.vigie', 'data'));
  return Object.freeze({
    root,
    language: languageOf(given),
    dataFolder,
    keysFolder: join(dataFolder, 'keys'),
    evidenceFolder:
      values.EVIDENCE_URL === undefined ? join(dataFolder, 'evidence') : fileURLToPath(values.EVIDENCE_URL),
    packsFolder: values.PACKS_URL === undefined ? join(dataFolder, 'packs') : fileURLToPath(values.PACKS_URL),
    port: values.PORT ?? null,
    adminPort: values.ADMIN_PORT ?? null,
    bind: values.BIND,
    trustedProxies: Object.freeze(values.TRUSTED_PROXY),
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    mongoUrl: values.MONGODB_URL ?? null,
    temporal: Object.freeze({
      address: values.TEMPORAL_ADDRESS ?? null,
      namespace: values.TEMPORAL_NAMESPACE,
      apiKey: values.TEMPORAL_API_KEY ?? null,
      tls: values.TEMPORAL_TLS || values.TEMPORAL_API_KEY !== undefined || values.TEMPORAL_TLS_CERT !== undefined,
      caFile: values.TEMPORAL_TLS_CA ?? null,
      certFile: values.TEMPORAL_TLS_CERT ?? null,
      keyFile: values.TEMPORAL_TLS_KEY ?? null,
    }),
    smtpUrl: values.SMTP_URL ?? null,
    smtpCatching: values.SMTP_CATCHING,
    mailFrom: values.MAIL_FROM ?? CATCHING_SENDER,
    webhooks: Object.freeze({
      isOn: values.WEBHOOKS,
      allowedHosts: Object.freeze(values.WEBHOOK_ALLOWED_HOSTS),
      caFile: values.WEBHOOK_CA ?? null,
    }),
    exchangeIsOn: values.EXCHANGE,
    smsGateway: smsGatewayOf(values),
    bounces: Object.freeze({
      address: values.BOUNCE_ADDRESS ?? values.MAIL_FROM ?? CATCHING_SENDER,
      port: values.BOUNCE_SMTP_PORT ?? null,
      bind: values.BOUNCE_SMTP_BIND,
    }),
    logLevel: values.LOG_LEVEL,
    shutdownMs: values.SHUTDOWN_SECONDS * 1_000,
  });
}

function smsGatewayOf({ SMS_GATEWAY_URL: url, SMS_GATEWAY_SECRET: secret, SMS_GATEWAY_TOKEN: token }: Values) {
  return url === undefined || secret === undefined ? null : Object.freeze({ url, secret, token: token ?? null });
}

/** @throws Stop naming every server that a process was started without. */
export function requireServers(config: Config): Connected {
  const { mongoUrl, smtpUrl, temporal } = config;
  if (mongoUrl !== null && smtpUrl !== null && temporal.address !== null) {
    return { ...config, mongoUrl, smtpUrl, temporal: { ...temporal, address: temporal.address } };
  }
  const missing = [
    ...(mongoUrl === null ? ['MONGODB_URL must be given'] : []),
    ...(temporal.address === null ? ['TEMPORAL_ADDRESS must be given'] : []),
    ...(smtpUrl === null ? ['SMTP_URL must be given'] : []),
  ];
  throw faults(missing);
}

/** Where links in mails lead. Ends without a slash. */
export const linkBase = ({ publicUrl, bind, port }: Pick<Config, 'publicUrl' | 'bind' | 'port'>): string =>
  publicUrl ?? `http://${bind.includes(':') ? `[${bind}]` : bind}:${port ?? WISHED_PORT}`;

const faults = (messages: readonly string[]): Stop =>
  new Stop('environment', { faults: messages.map((message) => `\n  - ${message}.`).join('') });
