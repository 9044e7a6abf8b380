import { excusing } from '../fakes/excusing';
import type { Ports } from '../../application/ports/ports';
import { RecordNeed } from '../../domain/controllerCase/recordRegion';
import { RegimeId } from '../../domain/regime/vocabulary';
import { itemsOf, signalOf, speakerOf } from '../fakes/breachStory';
import { commands } from '../fakes/caseStory';
import { annex } from '../fakes/realHouse';
import type { Furnished } from './matrixHouse';
import type { PageDoor } from './pageDoor';

type Step = [path: string, body: object];

/** An incident at each stage, an amendment to sign, a question to answer, a request to approve: a place for every button. */
export async function furnishStages(door: PageDoor, ports: Ports, { orgId, token, personId, known }: Furnished) {
  const speaker = speakerOf(door, orgId, token);
  const taken = async (asked: Promise<{ status: number; text: string }>) => {
    const { status, text } = await asked;
    if (status >= 300) throw new Error(text);
  };
  const begun = async (...steps: Step[]): Promise<string> => {
    const { body } = await speaker.post('/signals', signalOf(ports.now()));
    const incident = `/incidents/${body.incidentId}`;
    for (const [path, sent] of steps) await taken(speaker.decide(incident, path, sent));
    return String(body.incidentId);
  };
  const minutesAgo = (minutes: number) => new Date(ports.now().getTime() - minutes * 60_000).toISOString();
  const triage: Step = ['/triage', {}];
  const [nature, basis] = [['confidentiality'], 'x'];
  const touched = [{ agreementId: known['agreementId'], role: 'processor' }];
  const declaration: Step = [
    '/declaration',
    { incidentKind: 'other', severity: 'low', harmed: 'security', leadId: personId, basis },
  ];
  const suspicion: Step = ['/suspicion', { nature, touched, basis, t0: minutesAgo(60) }];
  const aware = { detectedAt: minutesAgo(60), nature, touched, why: 'x', gapReason: 'x' };
  const breach: Step = ['/awareness', { ...aware, awareAt: minutesAgo(50) }];

  await begun();
  await begun(triage);
  await begun(triage, ['/dismissal', { personalDataOnSystem: true, reason: 'x', breakGlassReason: 'x' }]);
  await begun(triage, declaration);
  const others: Step = ['/regimes/excluded', { regimes: RegimeId.options.filter((id) => id !== 'nis2'), reason: 'x' }];
  const nis2: Step = ['/regimes/concerned', { regime: 'nis2', triggerAt: minutesAgo(60), reason: 'x' }];
  await begun(triage, declaration, others, nis2, [
    '/regimes/stages',
    { regime: 'nis2', stage: 'earlyWarning', sentAt: minutesAgo(30) },
  ]);
  const uk = { regime: 'ukTelecom', triggerAt: '2025-08-19T10:00:00.000Z', reason: 'x' };
  await begun(triage, declaration, ['/regimes/concerned', uk]);
  const none: Step = ['/regimes/excluded', { regimes: RegimeId.options, reason: 'x' }];
  await begun(triage, declaration, none, ['/closure', { consequences: [], holdsDecided: true, lessons: 'x' }]);
  await begun(triage, declaration, suspicion, breach);
  const correction = { awareAt: minutesAgo(20), detectedAt: minutesAgo(60), nature, reason: 'x' };
  await begun(triage, declaration, breach, ['/corrections', correction]);

  const told = await begun(triage, declaration, suspicion);
  const noticeId = String((await speaker.get(`/notices?incidentId=${told}`)).body.items[0].id);
  const notice = `/notices/${noticeId}`;
  const items = { ...itemsOf(ports.now()), c: { answer: 'cannotBeDetermined', reason: 'x' } };
  await taken(speaker.decide(notice, '/sending', { items }));
  await taken(speaker.post(`${notice}/acknowledgements`, { version: 1, contactId: 'c1', name: 'D', function: 'DPO' }));
  await taken(speaker.decide(notice, '/closure', { ground: 'confirmed' }));

  await taken(speaker.post('/vulnerabilities', { text: 'x', provenAt: minutesAgo(60), severity: 'low', touched }));
  await taken(
    speaker.post('/transfers', { cause: 'instrument', knownAt: minutesAgo(60), source: 'x', text: 'x', touched }),
  );

  const drafted = await furnishCases(speaker, minutesAgo);
  await waitToSend(ports, orgId, drafted);

  await taken(speaker.post(`/notices/${known['noticeId']}/measures`, { what: 'x' }));
  const link = await ports.links.issue(orgId, known['noticeId'] ?? '', 'c1');
  const asked = await door.send(`/n/${link}/ask`, '', { question: 'Combien ?' });
  if (asked.status !== 303) throw new Error(`not asked: ${asked.status}`);
  const { signatures: _signatures, ...document } = annex() as { signatures: unknown };
  const next = { ...document, reference: orgId, version: 2, inForceFrom: '2027-01-01' };
  await taken(speaker.decide(`/agreements/${known['agreementId']}`, '/amendments', next));
  const other = annex() as { controller: { noticeContacts: object[] } };
  const [dpo = {}, ...desks] = other.controller.noticeContacts;
  const hooked = { ...dpo, channels: ['email', 'webhook'], webhookUrl: 'https://hooks.example/vigie' };
  const controller = { ...other.controller, noticeContacts: [hooked, ...desks] };
  await taken(speaker.post('/agreements', { ...other, controller, reference: `${orgId}-2` }));
}

type Speaker = ReturnType<typeof speakerOf>;

/** A case of our own data at each stage of its regions. */
async function furnishCases({ post, decide, get }: Speaker, minutesAgo: (minutes: number) => string): Promise<string> {
  const sentAt = minutesAgo(1);
  const opened = { origin: 'own', receivedAt: minutesAgo(60), from: 'nous', text: 'un envoi', certain: true };
  const begun = async (...steps: Step[]): Promise<string> => {
    const { body } = await post('/cases', opened);
    const path = `/cases/${body.id}`;
    for (const [at, sent] of steps) {
      const { status, text } = await decide(path, at, sent);
      if (status >= 300) throw new Error(`${at}: ${text}`);
    }
    return path;
  };
  const bridge = { facts: 'x', safeguards: 'x', likelyImpact: 'x', noAdviceReason: 'x', doubt: false };
  const qualified: Step = ['/qualification', { nature: ['confidentiality'], reason: 'x' }];
  const { kind: _kind, ...answers } = commands['risk.score'];
  const assessed: Step = ['/scores', answers];
  const high: Step = ['/risk', { ...bridge, risk: 'high', conclusion33: 'notify', conclusion34: 'tell' }];
  const conclusions = { conclusion33: 'notRequired', conclusion34: 'notRequired' };
  const unlikely: Step = ['/risk', { ...bridge, ...conclusions, risk: 'unlikely', divergenceReason: 'x' }];
  const filed = (type: string): Step => [
    '/authority/filings',
    { authorityId: 'cnil', type, sentAt, receiptNumber: 'FR-1' },
  ];
  const draft: Step = ['/persons/draft', { fr: 'x' }];

  const told = await post('/cases', { ...opened, origin: 'processor' });
  await post(`/cases/${told.body.id}/processor/questions`, { askedAt: sentAt, text: 'x' });
  await post(`/cases/${told.body.id}/processor/measures`, { proposedAt: sentAt, what: 'x' });
  await begun(['/corrections', { awareAt: minutesAgo(50), reason: 'x' }]);
  const asked = await begun(qualified, assessed, high, filed('initial'), draft);
  await post(`${asked}/authority/questions`, { authorityId: 'cnil', askedAt: sentAt, text: 'x' });
  await begun(qualified, assessed, high, filed('complete'), draft, ['/persons/publication', {}]);
  const exempt: Step = [
    high[0],
    { ...bridge, risk: 'high', conclusion33: 'notify', conclusion34: 'exempt', exemption34: 'b' },
  ];
  await begun(qualified, assessed, exempt, ['/persons/exemption', { ground: 'b', proof: 'x' }]);
  await begun(qualified, assessed, high, ['/persons/hold', { reference: 'x', reason: 'x' }]);
  await begun(qualified, assessed, unlikely);
  const others: Step = ['/regimes/excluded', { regimes: RegimeId.options.filter((id) => id !== 'nis2'), reason: 'x' }];
  const nis2: Step = ['/regimes/concerned', { regime: 'nis2', triggerAt: minutesAgo(60), reason: 'x' }];
  const warned: Step = ['/regimes/stages', { regime: 'nis2', stage: 'earlyWarning', sentAt }];
  await begun(qualified, assessed, unlikely, others, nis2, warned);
  const excused: Step = [
    '/record-excuses',
    {
      groups: excusing(
        RecordNeed.options.filter((field) => field !== 'natures'),
        'x',
      ),
    },
  ];
  const none: Step = ['/regimes/excluded', { regimes: RegimeId.options, reason: 'x' }];
  await begun(qualified, assessed, unlikely, none, excused);
  await begun(qualified, assessed, unlikely, none, excused, ['/closure', { lessons: 'x' }]);
  if ((await get('/cases')).status !== 200) throw new Error('no cases');
  return asked.replace('/cases/', '');
}

/** A list of a case whose message is drafted waits for somebody who accepts it, and a relay is set. */
async function waitToSend(ports: Ports, orgId: string, caseId: string): Promise<void> {
  const at = ports.now();
  const listId = ports.newId();
  await ports.recipients.begin(orgId, listId, new Date(at.getTime() + 3_600_000));
  await ports.recipients.add(orgId, listId, 1, [{ email: 'a@b.example', name: null, language: null }]);
  const counts = { count: 1, bad: 0, duplicates: 0, toldBefore: 0, earlier: 0, faults: [], duplicateLines: [] };
  const facts = { listId, caseId, at: at.toISOString(), fileHash: '0'.repeat(64), ...counts };
  await ports.recipients.complete(orgId, 'list', facts);
  const test = async () => ({ accepted: false as const, replyCode: null, step: '' });
  ports.relay = { name: 'relay', fingerprint: 'f', test };
}
