import type { Proposal } from '../../../domain/incident/breachValues';
import type { Incident } from '../../../domain/incident/incident';
import type { MemberFrame } from '../../../templates/pages/frame/frame';
import { momentWords } from '../../../templates/pages/frame/moment';
import type { Said, Word } from '../../../templates/pages/words/word';

/** What two persons decide together, in words; a command without words does not compile. */
export const proposalWords: Readonly<Record<Proposal['command'], Word>> = {
  'event.dismiss': 'proposal.eventDismiss',
  'aware.correct': 'proposal.awareCorrect',
  'clock.release': 'proposal.clockRelease',
  'breach.ruleOut': 'proposal.breachRuleOut',
};

/** The instants from which limits would run then; one that lets go speaks of the detection that was said last. */
export function changeWords(proposal: Proposal, { clock }: Incident, frame: MemberFrame): Said | null {
  if (!('awareAt' in proposal)) return null;
  const detectedAt = 'detectedAt' in proposal ? proposal.detectedAt : (clock.detectedAt ?? proposal.awareAt);
  const say = (at: string) => momentWords(at, frame, 'full');
  return { key: 'approval.instants', values: { aware: say(proposal.awareAt), detected: say(detectedAt) } };
}
