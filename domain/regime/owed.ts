import type { Place } from '../deadline/longPeriods';
import { lawDue } from '../law/lawDue';
import type { LawProfile } from '../law/profiles';
import type { RegimeFacts } from './facts';
import type { StageSpec } from './regime';

/** Whether a stage is owed by what is known. */
export function isOwed({ when }: StageSpec, known: RegimeFacts, profile: LawProfile | null, place: Place): boolean {
  if (when === undefined) return true;
  if ('fact' in when) return when.is.includes(known.facts[when.fact] ?? 'unknown');
  return (when.classified === 'later') === isClassifiedLater(known, profile, place);
}

/** Classified after the hours that count from awareness were over: only then is there no such limit any more. */
function isClassifiedLater({ triggerAt, facts }: RegimeFacts, profile: LawProfile | null, place: Place): boolean {
  if (triggerAt === null || profile === null || facts.classifiedAt === undefined) return false;
  const { strict } = lawDue({ profile, key: 'dora.fromAwareness' }, triggerAt, place);
  return Date.parse(facts.classifiedAt) > Date.parse(strict);
}
