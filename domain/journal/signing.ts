import { isComplete, mayFill, type Quorum, type Voice } from '../approval/approval';
import { APPROVAL_LIFE_MS } from '../approval/events';
import { type Approver, sameVoice } from '../approval/judge';
import { readEvent } from '../shared/readEvent';
import { done, refused, type Result } from '../shared/errors';
import type { Entry } from './entry';
import { JournalEvent, type RefusalReason } from './events';

/** The signer stopped at `at`. `acceptedBy`: the entry whose voice completed two persons; null while nobody decided. */
export type SigningRefusal = {
  seq: number;
  at: string;
  reason: RefusalReason;
  marked: number;
  found: number;
  voices: readonly Voice[];
  acceptedBy: number | null;
};

/** Management, and another person of management or the DPO. */
const QUORUM: Quorum = [['DIR'], ['DIR', 'DPO']];

/** Every refusal of an organisation's signer, oldest first, from the entries written on the organisation. */
export function foldSigning(entries: readonly Entry[]): SigningRefusal[] {
  const refusals: SigningRefusal[] = [];
  for (const entry of entries) {
    if (entry.type !== 'journal.refused' && entry.type !== 'journal.accepted') continue;
    const event = readEvent(JournalEvent, entry);
    const { seq, recordedAt: at, actor } = entry;
    if (event.type === 'journal.refused') refusals.push({ ...event.values, seq, at, voices: [], acceptedBy: null });
    if (event.type !== 'journal.accepted') continue;
    const index = refusals.findIndex((one) => one.seq === event.values.refused);
    const refusal = refusals[index];
    if (refusal === undefined || refusal.acceptedBy !== null) continue;
    const voice: Voice = { actorId: actor.id, roles: event.values.roles, at };
    const voices = [...livingVoices(refusal, Date.parse(at)), voice];
    refusals[index] = { ...refusal, voices, acceptedBy: isComplete(voices, QUORUM) ? seq : null };
  }
  return refusals;
}

/** A voice that nobody joined is void after four hours, as any approval. */
const livingVoices = ({ voices }: SigningRefusal, nowMs: number): Voice[] =>
  voices.filter(({ at }) => nowMs - Date.parse(at) < APPROVAL_LIFE_MS);

/** Whether this person's yes counts. Persons are compared, never tokens; a tool never decides. */
export function judgeAcceptance(
  refusal: SigningRefusal | undefined,
  { actorId, isPerson, roles, sameHand }: Approver,
  now: Date,
): Result<null> {
  if (refusal === undefined) return refused({ code: 'subject.unknown' });
  if (!isPerson || !mayFill({ roles }, QUORUM)) return refused({ code: 'actor.forbidden' });
  if (refusal.acceptedBy !== null) {
    return refused({ code: 'state.refused', state: 'ACCEPTED', command: 'journal.accept', allowed: [] });
  }
  const others = livingVoices(refusal, now.getTime());
  const same = sameVoice(
    others.map((voice) => voice.actorId),
    actorId,
    sameHand,
  );
  return same === null ? done(null) : refused(same);
}
