import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { bareAppend } from './bare/append';
import { bareSmtp } from './bare/smtp';
import { bareTemporal } from './bare/temporal';
import { catchMails, type Taken } from './catchMails';
import { openNotices } from './notices';
import { quantile, type Row, row } from './row';
import { startSystem } from './system';

/** What runs for days is measured as it runs for days: with its code compiled and its connections open. */
const WARM_UP = 15;
const SAMPLES = 40;
/** What opening incidents sets off (receipts, alarms) must be over before anything is measured (milliseconds). */
const QUIET_MS = 4_000;
/** What one measurement sets off (the signer, the relay) must not lie in the way of the next (milliseconds). */
const SETTLE_MS = 500;

/** A person sends over HTTP → the relay has accepted, against the bare parts of the same servers in the same minute. */
export async function benchHttpToSmtp(root: string): Promise<Row[]> {
  const relay = await catchMails();
  const system = await startSystem(root, relay.url);
  const notices = await openNotices(system.config);
  const temporal = await bareTemporal(system.config.temporal.address);
  try {
    const append = await bareAppend(notices.db);
    const measured: Record<'whole' | 'append' | 'temporal' | 'smtp', number[]> = {
      whole: [],
      append: [],
      temporal: [],
      smtp: [],
    };
    const noticeIds: string[] = [];
    for (let index = 0; index < WARM_UP + SAMPLES; index++) noticeIds.push(await notices.open(index));
    while (relay.quietMs() < QUIET_MS) await sleep(SETTLE_MS);
    for (const [index, noticeId] of noticeIds.entries()) {
      const { tookMs, mail } = await sendNotice(
        `${system.url}/api/v1/organisations/${notices.orgId}/notices/${noticeId}`,
        notices,
        relay,
      );
      await sleep(SETTLE_MS);
      const bare = {
        append: await append(),
        temporal: await temporal.once(),
        smtp: await bareSmtp(relay.url, mail.raw),
      };
      await sleep(SETTLE_MS);
      if (index < WARM_UP) continue;
      measured.whole.push(tookMs);
      for (const name of ['append', 'temporal', 'smtp'] as const) measured[name].push(bare[name]);
    }
    const median = (name: keyof typeof measured) => quantile(measured[name], 0.5);
    const bare = median('append') + median('temporal') + median('smtp');
    return [
      row('HTTP → SMTP accepted, p50', median('whole'), 'ms', 'ratio <= 1.5', bare),
      row('HTTP → SMTP accepted, p90', quantile(measured.whole, 0.9), 'ms', ''),
      row('bare append, p50', median('append'), 'ms', ''),
      row('bare Temporal start → activity, p50', median('temporal'), 'ms', ''),
      row('bare SMTP send of the same bytes, p50', median('smtp'), 'ms', ''),
    ];
  } finally {
    await temporal.stop();
    await notices.close();
    await system.stop();
    await relay.stop();
  }
}

type From = { token: string; contact: string };
type Relay = { next(to: string): Promise<Taken> };

async function sendNotice(
  url: string,
  { token, contact }: From,
  relay: Relay,
): Promise<{ tookMs: number; mail: Taken }> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  };
  const etag = (await fetch(url, { headers })).headers.get('etag');
  const accepted = relay.next(contact);
  const startMs = performance.now();
  const response = await fetch(`${url}/sending`, {
    method: 'POST',
    headers: { ...headers, 'if-match': etag ?? '' },
    body: JSON.stringify({ items }),
  });
  if (!response.ok) throw new Error(`sending: ${response.status} ${await response.text()}`);
  const mail = await accepted;
  return { tookMs: mail.atMs - startMs, mail };
}

const items = {
  a: 'Serveur de fichiers indisponible.',
  b: [
    {
      name: 'Sacha Gabarit',
      role: 'DPO',
      email: 'dpo@ecoute-enquetes.example',
      phone: '+33 1 99 00 00 11',
      always: true,
    },
  ],
  c: { answer: 'value', text: 'Bénéficiaires du dispositif.', persons: 412, records: 412 },
  d: { answer: 'value', text: 'Service interrompu quelques heures.' },
  e: { answer: 'value', text: 'Serveur isolé, sauvegarde restaurée.' },
};
