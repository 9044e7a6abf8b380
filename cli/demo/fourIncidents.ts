import type { DataCategory, IncidentKind } from '../../domain/incident/vocabulary';
import { duration } from '../shell/show';
import type { Language } from '../shell/language';
import type { Contract } from './agreements';
import { type DemoIncident, incidentsUntil } from './fixtures';
import { theOneNotice } from './shortCase';
import { SOON_MS, type Stage } from './stage';

const KINDS: Record<string, IncidentKind> = {
  'laptop-not-encrypted': 'deviceLostOrStolen',
  'wrong-recipient': 'other',
  'ransomware-backup-ok': 'ransomware',
};

/** The agreement's categories in the closed vocabulary of an incident. */
const DATA: Record<string, readonly DataCategory[]> = {
  identification: ['civil-status', 'contact-details'],
  'vie personnelle': ['other'],
  'économique et financier': ['financial-or-economic'],
};
const OTHER: readonly DataCategory[] = ['other'];
const DAY_MS = 86_400_000;

/** Chapter 3: three breaches of the reference agreement that come late, and one that is none. */
export async function tellFourIncidents(stage: Stage, contract: Contract, language: Language): Promise<void> {
  const { story, acts } = stage;
  story.chapter('3');
  const alarming: { receipt: string; incidentId: string }[] = [];
  for (const incident of incidentsUntil(stage.now())) {
    const { receipt, incidentId } = await acts.signal('onCall', {
      text: incident.description,
      source: 'person',
      alertedAt: incident.alertedAt,
      detectedAt: incident.awareAt === null ? null : incident.detectedAt,
      declarant: { name: 'Noa Patron', email: stage.house.members.onCall.email },
      looksLike: incident.awareAt === null ? 'event' : 'incident',
      language,
    });
    if (incident.awareAt !== null) alarming.push({ receipt, incidentId }); // what looks like a mere event alarms nobody
    story.say('3.known', { key: incident.key, at: story.at(incident.alertedAt), ref: receipt });
    await acts.decide('onCall', incidentId, 'triage', { firstFacts: story.text('3.first') });
    if (incident.awareAt === null) await dismiss(stage, incidentId);
    else await tellBreach(stage, contract, { incidentId, incident, awareAt: incident.awareAt, language });
  }
  await checkTold(stage, alarming);
}

/** Duty S4-02: management and the data protection officer, at once; the mail has the number of that moment. */
async function checkTold(
  { story, acts, mails, house }: Stage,
  alarming: readonly { receipt: string; incidentId: string }[],
) {
  const numbers = await Promise.all(
    alarming.map(async ({ receipt, incidentId }) => [receipt, (await acts.incident(incidentId)).ref]),
  );
  for (const { email } of [house.members.director, house.members.dpo]) {
    const told = async () => {
      const subjects = (await mails.to(email)).map(({ subject }) => subject);
      const isTold = (names: readonly string[]) => names.some((name) => subjects.some((one) => one.includes(name)));
      return numbers.every(isTold) || null;
    };
    await story.until(told, SOON_MS, '3.told');
  }
  story.check(numbers.length === 3, '3.told');
}

async function dismiss({ story, acts }: Stage, incidentId: string): Promise<void> {
  const reason = story.text('3.dismiss');
  await acts.decide('manager', incidentId, 'dismissal', { personalDataOnSystem: false, reason });
  const [{ stage }, notices] = [await acts.incident(incidentId), await acts.noticesOf(incidentId)];
  story.check(stage === 'EVENT_CLOSED' && notices.length === 0, '3.dismissed');
}

type Breach = { incidentId: string; incident: DemoIncident; awareAt: string; language: Language };

async function tellBreach(stage: Stage, contract: Contract, breach: Breach): Promise<void> {
  const { story, acts, house } = stage;
  const { incidentId, incident, awareAt, language } = breach;
  await acts.decide('manager', incidentId, 'declaration', {
    incidentKind: KINDS[incident.key] ?? 'other',
    severity: incident.malicious ? 'high' : 'low',
    harmed: 'security',
    leadId: house.members.manager.personId,
    basis: story.text('3.basis'),
  });
  await acts.add('onCall', incidentId, 'facts', {
    agreementId: contract.id,
    cause: incident.cause,
    origin: incident.origin,
    data: incident.data.flatMap((category) => DATA[category] ?? OTHER),
    persons: incident.persons,
    records: incident.records,
    malicious: incident.malicious,
    attackKnownAt: incident.attackKnownAt,
    description: incident.description,
  });
  for (const { what, by, at } of incident.measures) {
    const measure = { measureKind: 'contain', status: 'taken', at, what, owner: by, agreementId: contract.id };
    await acts.add('onCall', incidentId, 'measures', measure);
  }
  await acts.decide('dpo', incidentId, 'awareness', {
    awareAt,
    detectedAt: incident.detectedAt,
    nature: incident.nature,
    touched: [{ agreementId: contract.id, role: 'processor' }],
    why: story.text('3.why'),
    gapReason: awareAt === incident.detectedAt ? null : story.text('3.gap'),
  });

  const opened = await theOneNotice(stage, incidentId, contract.id);
  const governing = incident.nature.includes('confidentiality') ? incident.detectedAt : awareAt;
  const dueMs = Date.parse(opened.clock.dueAt);
  if (incident.key === 'wrong-recipient') {
    story.check(dueMs === Date.parse(governing) + DAY_MS && governing < awareAt, '3.detected');
  }
  const late = { time: duration(stage.now().getTime() - dueMs, language) };
  const sent = await story.until(
    async () => {
      const notice = await acts.notice(opened.id);
      return notice.clock.dischargedAt === null ? null : notice;
    },
    SOON_MS,
    '3.late',
    late,
  );
  const [first] = sent.versions;
  story.check(dueMs < stage.now().getTime() && first?.automatic === true, '3.late', late);

  const eta = new Date(stage.now().getTime() + 2 * DAY_MS).toISOString();
  await acts.supplement('dpo', opened.id, itemsOf(stage, incident, eta));
  const [content, key] =
    incident.persons === null ? (['PHASED', '3.phased'] as const) : (['COMPLETE', '3.complete'] as const);
  story.check((await acts.notice(opened.id)).content === content, key, { eta: story.at(eta) });
}

function itemsOf({ story }: Stage, incident: DemoIncident, eta: string) {
  const { persons, records, consequences, measures, nature } = incident;
  const value = (text: string) => ({ answer: 'value', text });
  const fallback = nature.includes('confidentiality') ? '3.consequences' : '3.consequences.a';
  const taken = measures.map(({ what, by }) => story.text('3.measure', { what, by })).join('\n');
  const text = story.text('3.persons', {
    persons: persons?.approx ?? '',
    records: records?.approx ?? '',
    data: incident.data.join(', '),
  });
  return {
    c:
      persons === null || records === null
        ? { answer: 'toFollow', eta }
        : { ...value(text), persons: persons.approx, records: records.approx },
    d: value(consequences ?? story.text(fallback)),
    e: value(taken === '' ? story.text('3.measures.none') : taken),
  };
}
