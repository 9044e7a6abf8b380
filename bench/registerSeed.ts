import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { mongo } from 'mongoose';
import { Annex1 } from '../domain/agreement/annex1';
import { decideRecord } from '../domain/agreement/decide';
import type { Entry, EntryDraft, Subject } from '../domain/journal/entry';
import { sealEntry } from '../domain/journal/seal';
import type { Json } from '../domain/shared/jcs';
import { projectRoot } from '../runtime/root';

type Drafted = { orgId: string; subject: Subject; type: string; values: object; key: string };

const settings = { macKey: 'bench', newSalt: () => randomBytes(32).toString('hex') };
const AT = '2026-05-13T08:00:00.000Z';
const PER_INSERT = 1_000;
/** Of however many breaches in all years: a night on which everything burns. */
const OPEN_AT_ONCE = 200;
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

/** A journal of so many breaches, written past the sequencer: sealed as it would, and in its collection. */
export async function seedBreaches(db: mongo.Db, orgId: string, breaches: number): Promise<void> {
  const collection = db.collection<Entry & { _id: string }>('entries');
  const document = Annex1.parse(JSON.parse(readFileSync(join(projectRoot(), 'fixtures/agreement-slime.json'), 'utf8')));
  const recorded = decideRecord(document, 'party-1');
  if (!recorded.ok) throw new Error(recorded.error.code);
  const subject: Subject = { kind: 'agreement', id: AGREEMENT };
  const agreement = { orgId, subject, type: recorded.value.type, values: recorded.value.values, key: AGREEMENT };
  let seq = 0;
  let batch: (Entry & { _id: string })[] = [];
  const flush = async () => {
    if (batch.length > 0) await collection.insertMany(batch, { ordered: true });
    batch = [];
  };
  const write = async (drafts: readonly Drafted[]) => {
    const revisions = new Map<string, number>();
    for (const draft of drafts) {
      const revision = (revisions.get(draft.subject.id) ?? 0) + 1;
      revisions.set(draft.subject.id, revision);
      const entry = sealEntry(draftOf(draft), { seq: (seq += 1), revision, recordedAt: AT }, settings);
      batch.push({ _id: `${orgId}/${entry.key}`, ...entry });
    }
    if (batch.length >= PER_INSERT) await flush();
  };
  await write([agreement]);
  for (let n = 0; n < breaches; n += 1) await write(breachDrafts(orgId, n, n < breaches - OPEN_AT_ONCE));
  await flush();
}
