import { randomUUID } from 'node:crypto';
import type { openDoor } from './door';

type Door = Awaited<ReturnType<typeof openDoor>>;

/** Speaks the API of one organisation with one token: reads, additions under new keys, decisions on what was just read. */
export function speakerOf(door: Door, orgId: string, token: string) {
  const base = `/api/v1/organisations/${orgId}`;
  const get = (path: string) => door.call('GET', base + path, { token });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    door.call('POST', base + path, { token, body, headers: { 'idempotency-key': randomUUID(), ...headers } });
  /** On the revision that `of` has now. */
  const decide = async (of: string, path: string, body: unknown, headers: Record<string, string> = {}) => {
    const etag = (await get(of)).headers.get('etag') ?? '"0"';
    return post(of + path, body, { 'if-match': etag, ...headers });
  };
  return { get, post, decide };
}

export type Speaker = ReturnType<typeof speakerOf>;

const hoursAgo = (now: Date, hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();

export const signalOf = (now: Date) => ({
  text: 'Tableau envoyé à une autre collectivité.',
  source: 'thirdParty',
  alertedAt: hoursAgo(now, 3),
  declarant: { email: 'robin@client.example' },
});

/** From a signal to a confirmed breach that touches this agreement. */
export async function breachOf(speaker: Speaker, agreementId: string, leadId: string, now: Date) {
  const signalled = await speaker.post('/signals', signalOf(now));
  const incident = `/incidents/${signalled.body.incidentId}`;
  const touched = [{ agreementId, role: 'processor' }];
  const steps = [
    await speaker.decide(incident, '/triage', {}),
    await speaker.decide(incident, '/declaration', {
      incidentKind: 'dataLeak',
      severity: 'high',
      harmed: 'security',
      leadId,
      basis: 'fichier parti au mauvais destinataire',
    }),
    await speaker.decide(incident, '/suspicion', { nature: ['confidentiality'], touched, basis: 'des coordonnées' }),
  ];
  const notices = await speaker.get(`/notices?incidentId=${signalled.body.incidentId}`);
  return { incident, incidentId: String(signalled.body.incidentId), signalled, steps, notices, touched };
}

export const itemsOf = (now: Date) => ({
  a: 'Tableau envoyé à une autre collectivité.',
  b: [{ name: 'Sacha Gabarit', role: 'DPO', email: 'dpo@slime.example', phone: null, always: false }],
  c: { answer: 'toFollow', eta: new Date(now.getTime() + 86_400_000).toISOString() },
  d: { answer: 'value', text: 'sollicitations frauduleuses possibles' },
  e: { answer: 'value', text: 'comptes fermés' },
});
