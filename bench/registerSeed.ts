import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { mongo } from 'mongoose';
import { Annex1 } from '../domain/agreement/annex1';
import { decideRecord } from '../domain/agreement/decide';
import type { CaseEvent } from '../domain/controllerCase/events';
import type { Entry, EntryDraft, Subject } from '../domain/journal/entry';
import { sealEntry } from '../domain/journal/seal';
import type { Json } from '../domain/shared/jcs';
import { plain } from '../domain/shared/plain';
import { projectRoot } from '../runtime/root';
import { openingOf, writeCase } from './caseSeed';

export type Drafted = {
  orgId: string;
  subject: Subject;
  type: string;
  typeVersion?: number;
  values: object;
  key: string;
};

const settings = { macKey: 'bench', newSalt: () => randomBytes(32).toString('hex') };
const AT = '2026-05-13T08:00:00.000Z';
const PER_INSERT = 1_000;
/** Of however many breaches in all years: a night on which everything burns. */
const OPEN_AT_ONCE = 200;
/** So many breaches of all for one that is a controller's case. */
const ONE_CASE_OF = 5;
const AGREEMENT = 'agreement-1';
const LONG = 'Un tableau a été envoyé à une autre collectivité ; il a été rappelé le jour même. '.repeat(8).trim();

export const draftOf = ({ values, ...drafted }: Drafted): EntryDraft => ({
  ...drafted,
  at: AT,
  actor: { kind: 'person', id: 'bench' },
  values: values as Record<string, Json>,
  request: drafted.key,
});

/** The entries of one breach and its notice, in order; the notice is open unless `isOver`. */
export function breachDrafts(orgId: string, n: number, isOver = false): Drafted[] {
  const incident: Subject = { kind: 'incident', id: `i${n}` };
  const notice: Subject = { kind: 'notice', id: `n${n}` };
  const touched = [{ agreementId: AGREEMENT, role: 'processor' }];
  const of = (subject: Subject, type: string, values: object) => ({
    orgId,
    subject,
    type,
    values,
    key: `${subject.id}-${type}`,
  });
  return [
    of(incident, 'event.reported', {
      source: 'person',
      channel: 'form',
      kind: 'intrusion',
      alertedAt: AT,
      detectedAt: AT,
      language: 'fr',
      exercise: false,
      text: LONG,
      declarantName: 'Robin Exemple',
      declarantEmail: 'robin@client.example',
      declarantPhone: null,
      systems: [],
    }),
    of(incident, 'incident.declared', {
      kind: 'dataLeak',
      severity: 'high',
      harmed: 'both',
      leadId: 'bench',
      possibleCrime: 'no',
      basis: LONG,
    }),
    of(incident, 'aware.set', {
      awareAt: AT,
      detectedAt: AT,
      nature: ['confidentiality'],
      touched,
      ownProcessing: false,
      why: LONG,
      gapReason: null,
      release: null,
    }),
    of(incident, 'facts.recorded', {
      agreementId: AGREEMENT,
      cause: 'internal-accidental',
      origin: 'wrong-recipient',
      data: ['contact-details'],
      sensitive: ['health'],
      persons: { approx: n },
      description: LONG,
    }),
    of(notice, 'notice.opened', {
      purpose: 'breach',
      reference: `AV-${n}`,
      incidentId: incident.id,
      agreementId: AGREEMENT,
      partyId: 'party-1',
      exercise: false,
      causeSeq: null,
    }),
    ...(isOver ? [of(notice, 'notice.closed', { ground: 'neverSent', reason: LONG })] : []),
  ];
}

/** The entry that opens a controller's case. */
export const caseDraft = (orgId: string, n: number): Drafted => caseEvent(orgId, n, openingOf(n, AT));

function caseEvent(orgId: string, n: number, { values, ...event }: CaseEvent): Drafted {
  const subject: Subject = { kind: 'controllerCase', id: `c${n}` };
  return { orgId, subject, ...event, values: plain(values), key: `${subject.id}-${event.type}` };
}

export type Seeded = { incidents: number; cases: number };

/**
 * Behind what an organisation has already, a journal of so many breaches, one in five of them a controller's case: written
 * past the sequencer, sealed as it would, and in its collection.
 */
export async function seedBreaches(db: mongo.Db, orgId: string, breaches: number): Promise<Seeded> {
  const collection = db.collection<Entry & { _id: string }>('entries');
  const [last] = await collection.find({ orgId }).sort({ seq: -1 }).limit(1).toArray();
  let seq = last?.seq ?? 0;
  let batch: (Entry & { _id: string })[] = [];
  const revisions = new Map<string, number>();
  const write = (draft: Drafted): Entry => {
    const revision = (revisions.get(draft.subject.id) ?? 0) + 1;
    revisions.set(draft.subject.id, revision);
    const entry = sealEntry(draftOf(draft), { seq: (seq += 1), revision, recordedAt: AT }, settings);
    batch.push({ _id: `${orgId}/${entry.key}`, ...entry });
    return entry;
  };
  const flush = async () => {
    if (batch.length > 0) await collection.insertMany(batch, { ordered: true });
    batch = [];
  };
  write(agreementDraft(orgId));
  let cases = 0;
  for (let n = 0; n < breaches; n += 1) {
    if (n % ONE_CASE_OF === 0) writeCase((cases += 1), AT, (event) => write(caseEvent(orgId, cases, event)));
    else for (const draft of breachDrafts(orgId, n, n < breaches - OPEN_AT_ONCE)) write(draft);
    if (batch.length >= PER_INSERT) await flush();
  }
  await flush();
  return { incidents: breaches - cases, cases };
}

function agreementDraft(orgId: string): Drafted {
  const document = Annex1.parse(JSON.parse(readFileSync(join(projectRoot(), 'fixtures/agreement-slime.json'), 'utf8')));
  const recorded = decideRecord(document, 'party-1');
  if (!recorded.ok) throw new Error(recorded.error.code);
  return { orgId, subject: { kind: 'agreement', id: AGREEMENT }, ...recorded.value, key: AGREEMENT };
}
