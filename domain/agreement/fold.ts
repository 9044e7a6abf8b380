import type { Entry } from '../journal/entry';
import { isJournalEvent } from '../journal/events';
import type { Folded } from '../journal/states';
import { readEvent } from '../shared/readEvent';
import { SubjectUnreadable } from '../shared/unreadable';
import { AgreementEvent, type Signed, type VersionRecorded } from './events';
import type { AgreementStage } from './transitions';

/** `recordedSeq`: its entry. `signatures` are those given here; a first version brings its own on paper. */
export type AgreementVersion = VersionRecorded & {
  recordedSeq: number;
  recordedAt: string;
  signatures: readonly Signed[];
  state: 'PROPOSED' | 'SIGNED' | 'WITHDRAWN';
  /** Instant of the last signature; null on paper (the date is in the document) and while one is missing. */
  signedAt: string | null;
};

export type Agreement = Folded & {
  partyId: string;
  reference: string;
  stage: AgreementStage;
  recordedAt: string;
  /** Oldest first; a withdrawn proposal stays in the list, its number is used again. */
  versions: readonly AgreementVersion[];
};

/**
 * An agreement and its versions from its entries in order of revision, on top of an older state if there is one.
 *
 * @throws SubjectUnreadable for an entry that this version does not know
 */
export function foldAgreement(entries: readonly Entry[], start: Agreement | null = null): Agreement | null {
  return entries.reduce(apply, start);
}

function apply(agreement: Agreement | null, entry: Entry): Agreement | null {
  if (agreement !== null && entry.revision <= agreement.revision) return agreement; // the same entry, read again
  const { seq, revision } = entry;
  if (agreement !== null && isJournalEvent(entry)) return { ...agreement, seq, revision };
  const event = readEvent(AgreementEvent, entry);
  if (event.type === 'agreement.recorded') return recorded(entry, event.values);
  if (agreement === null) throw new SubjectUnreadable(entry.type);
  if (event.type === 'agreement.linkIssued') return { ...agreement, seq, revision }; // decides nothing
  return { ...agreement, ...change(agreement, event, entry), seq, revision, decided: revision };
}

function recorded({ subject, seq, revision, recordedAt }: Entry, values: VersionRecorded): Agreement {
  const version = { ...values, recordedSeq: seq, recordedAt, signatures: [], state: 'SIGNED' as const, signedAt: null };
  const { partyId, reference } = values;
  const place = { id: subject.id, seq, revision, decided: revision };
  return { ...place, partyId, reference, stage: 'IN_FORCE', recordedAt, versions: [version] };
}

type Later = Exclude<AgreementEvent, { type: 'agreement.recorded' | 'agreement.linkIssued' }>;

function change({ versions }: Agreement, { type, values }: Later, { seq, recordedAt }: Entry): Partial<Agreement> {
  switch (type) {
    case 'agreement.amendmentProposed': {
      const proposed = { recordedSeq: seq, recordedAt, signatures: [], state: 'PROPOSED' as const, signedAt: null };
      return { stage: 'AMENDING', versions: [...versions, { ...values, ...proposed }] };
    }
    case 'agreement.signed': {
      const [older, proposed] = [versions.slice(0, -1), versions.at(-1)];
      if (proposed === undefined) return {};
      const signed = sign(proposed, values, recordedAt);
      return { stage: signed.state === 'SIGNED' ? 'IN_FORCE' : 'AMENDING', versions: [...older, signed] };
    }
    case 'agreement.amendmentWithdrawn':
      return {
        stage: 'IN_FORCE',
        versions: versions.map((version) =>
          version.state === 'PROPOSED' ? { ...version, state: 'WITHDRAWN' as const } : version,
        ),
      };
  }
}

function sign(version: AgreementVersion, signature: Signed, at: string): AgreementVersion {
  const signatures = [...version.signatures, signature];
  const isSigned = new Set(signatures.map(({ side }) => side)).size === 2;
  return { ...version, signatures, state: isSigned ? 'SIGNED' : 'PROPOSED', signedAt: isSigned ? at : null };
}
