import { randomUUID } from 'node:crypto';
import type { Route } from '../../api/http/defineRoute';
import { keepCaseFile } from '../../application/controllerCase/keepCaseFile';
import { keepNoticeFile } from '../../application/notice/keepNoticeFile';
import { noteNotice } from '../../application/notice/noteNotice';
import { revokeToken } from '../../application/people/revokeToken';
import type { Context, Ports } from '../../application/ports/ports';
import { breachOf, itemsOf, speakerOf } from '../fakes/breachStory';
import { commands } from '../fakes/caseStory';
import type { openDoor } from '../fakes/door';
import { newcomer } from '../fakes/organisations';
import { annex, foundHouse, must, tokenFor } from '../fakes/realHouse';

type Door = Awaited<ReturnType<typeof openDoor>>;

/** An organisation in which there is one of everything, and what names each of them in an address. */
export async function furnish(door: Door, ports: Ports, signNow: (orgId: string) => Promise<unknown>) {
  const home = await foundHouse(ports);
  const speaker = speakerOf(door, home.orgId, home.token);
  const agreementId = String((await speaker.post('/agreements', { ...annex(), reference: home.orgId })).body.id);
  const { incidentId, notices } = await breachOf(speaker, agreementId, home.personId, ports.now());
  const noticeId = String(notices.body.items[0].id);
  await speaker.decide(`/notices/${noticeId}`, '/sending', { items: itemsOf(ports.now()) });
  // What it sets off is over before anybody takes the measure of things.
  for (let isLeaving = true; isLeaving;) {
    const { versions } = (await speaker.get(`/notices/${noticeId}`)).body;
    const mails = versions[0].deliveries.filter(({ channel }: { channel: string }) => channel === 'email');
    isLeaving = mails.some(({ result }: { result: string | null }) => result === null);
  }
  const questionId = await questionWithFile(home.director, ports, noticeId);
  const proven = { text: 'partage ouvert', provenAt: ports.now().toISOString(), severity: 'high' };
  const vulnerabilityId = String((await speaker.post('/vulnerabilities', proven)).body.id);
  const demanded = {
    cause: 'compulsion',
    knownAt: ports.now().toISOString(),
    source: 'x',
    text: 'x',
    touched: [{ agreementId, role: 'processor' }],
    secrecy: { ground: 'x' }, // so that nothing leaves
  };
  const transferId = String((await speaker.post('/transfers', demanded)).body.id);
  const startsAt = new Date(ports.now().getTime() + 300 * 86_400_000).toISOString();
  const exerciseId = String((await speaker.post('/exercises', { scenario: 'ransomware', startsAt })).body.id);
  const told = { origin: 'own', receivedAt: ports.now().toISOString(), from: 'nous', text: 'un envoi', certain: true };
  const caseId = String((await speaker.post('/cases', told)).body.id);
  const listId = await printedList(ports, home.orgId, speaker, caseId);
  const partyId = String((await speaker.post('/parties', { role: 'processor', name: 'Prestataire' })).body.id);
  const other = await newcomer(home.director, ['O']);
  const known = {
    orgId: home.orgId,
    agreementId,
    incidentId,
    noticeId,
    questionId,
    vulnerabilityId,
    transferId,
    exerciseId,
    caseId,
    controllerCaseId: caseId,
    regime: 'nis2',
    listId,
    file: '1',
    hash: await keptFile(home.director, ports, speaker, caseId),
    partyId,
    personId: other.personId,
    tokenId: other.tokenId,
    contactId: 'c1',
    deliverableId: 'v1-c1-email',
    version: '1',
    seq: '2',
  };
  await ports.keptPacks.put(home.orgId, Buffer.from('%PDF-1.7'));
  await signNow(home.orgId);
  return { ...home, known };
}

/** The same wherever it is kept: one hash names it in every address. */
function aFile() {
  async function* bytes() {
    yield Buffer.from('%PDF-1.7');
  }
  return { name: 'x.pdf', bytes: bytes() };
}

/** A contact's question with a document, noted from the telephone; its id. */
async function questionWithFile(ctx: Context, ports: Ports, noticeId: string): Promise<string> {
  const questionId = ports.newId();
  const command = { kind: 'ask', questionId, contactId: 'c1', text: 'x', via: 'call' } as const;
  const asked = await noteNotice({ ctx, input: { noticeId, key: 'asked', command } });
  if (!asked.ok) throw new Error(asked.error.code);
  const about = { kind: 'question' as const, questionId };
  const kept = await keepNoticeFile({ ctx, input: { noticeId, key: 'asked-file', about, ...aFile() } });
  if (!kept.ok) throw new Error(kept.error.code);
  return questionId;
}

/** A receipt of an authority that is kept; its address. */
async function keptFile(ctx: Context, ports: Ports, { decide }: ReturnType<typeof speakerOf>, caseId: string) {
  const filing = { authorityId: 'cnil', type: 'initial', sentAt: ports.now().toISOString(), receiptNumber: 'x' };
  const { status, text, body } = await decide(`/cases/${caseId}`, '/authority/filings', filing);
  if (status >= 300) throw new Error(text);
  const about = { kind: 'filing' as const, seq: Number(body.seq) };
  const kept = await keepCaseFile({ ctx, input: { caseId, key: 'kept-file', about, ...aFile() } });
  if (!kept.ok) throw new Error(kept.error.code);
  return (await ports.projections.read(ctx.orgId, 'controllerCase', caseId))?.files[0]?.hash ?? '';
}

/** A list of somebody whom only a letter reaches: accepted, and printed. */
async function printedList(
  ports: Ports,
  orgId: string,
  { post, decide }: ReturnType<typeof speakerOf>,
  caseId: string,
): Promise<string> {
  const { kind: _kind, ...answers } = commands['risk.score'];
  const bridge = { facts: 'x', safeguards: 'x', likelyImpact: 'x', noAdviceReason: 'x', doubt: false };
  const listId = ports.newId();
  const at = ports.now();
  await ports.recipients.begin(orgId, listId, new Date(at.getTime() + 3_600_000));
  const one = { email: null, name: 'Ann', language: null, postal: ['Ann', '1 rue X', '00000 Ville'] };
  await ports.recipients.add(orgId, listId, 1, [one]);
  const counts = { count: 1, letters: 1, bad: 0, duplicates: 0, toldBefore: 0, earlier: 0 };
  const facts = { listId, caseId, at: at.toISOString(), fileHash: '0'.repeat(64), faults: [], duplicateLines: [] };
  await ports.recipients.complete(orgId, 'letters', { ...facts, ...counts });
  const steps: [string, object][] = [
    ['/qualification', { nature: ['confidentiality'], reason: 'x' }],
    ['/scores', answers],
    ['/risk', { ...bridge, risk: 'high', conclusion33: 'notify', conclusion34: 'tell' }],
    ['/persons/draft', { fr: 'x' }],
    ['/persons/sendings', { listId }],
  ];
  for (const [path, sent] of steps) {
    const { status, text } = await decide(`/cases/${caseId}`, path, sent);
    if (status >= 300) throw new Error(`${path}: ${text}`);
  }
  const printed = await post(`/cases/${caseId}/persons/recipients/${listId}/letters`, {});
  if (printed.status >= 300) throw new Error(printed.text);
  return listId;
}

export type Furnished = Awaited<ReturnType<typeof furnish>>;

/** Queries that a read cannot do without. */
const queries: Record<string, string> = {
  readNoticePdf: '?contactId=c1',
  readNoticeText: '?contactId=c1',
  readNoticeEnvelope: '?contactId=c1',
  compareAgreementVersions: '?from=1&to=1',
};

/** The address of a route among these things. @throws Error for a name that nobody has thought of: it needs a case. */
export function addressOf({ path, operationId }: Route, known: Readonly<Record<string, string>>): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = known[name];
    if (value === undefined) throw new Error(`no case for {${name}}`);
    return value;
  });
  return filled + (queries[operationId] ?? '');
}

/** Headers of a good command, and a body that says nothing: whoever is let in is told 400, and nothing changes. */
export const knock = (token: string | null, method: Route['method']) => ({
  token,
  ...(method === 'post' && { body: {}, headers: { 'idempotency-key': randomUUID() } }),
});

/** Tokens that open nothing any more. */
export async function deadTokens({ director }: Furnished, letPass: (ms: number) => void) {
  const expired = await tokenFor(director, { kind: 'person', id: director.actor.id }, ['DIR'], 60_000);
  letPass(61_000);
  const revoked = await newcomer(director, ['DIR']);
  must(await revokeToken({ ctx: director, input: { key: randomUUID(), tokenId: revoked.tokenId } }));
  return { expired, revoked: revoked.secret };
}
