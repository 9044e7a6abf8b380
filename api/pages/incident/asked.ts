import type { BreachClock } from '../../../domain/deadline/breachClock';
import type { Proposal } from '../../../domain/incident/breachValues';
import type { Incident } from '../../../domain/incident/incident';
import { underLaw } from '../../../domain/incident/lawMove';
import { askedOf } from '../../../domain/incident/regimes';
import { clockBefore, proposedClock } from '../../../domain/incident/proposedClock';
import { type Entry, valuesOf } from '../../../domain/journal/entry';
import type { Language } from '../../../domain/letters/head';
import type { Change } from '../../../templates/pages/parts/changes';
import { phrase, type Said } from '../../../templates/pages/words/word';
import { concernChanges, excludeChanges, movedChanges } from '../regimes/changes';
import { clockChanges } from './clockChanges';
import { proposalWords } from './proposalWords';

/** What a request for a second voice is about, beyond the clock. */
export function aboutOf(proposal: Proposal): Said[] {
  switch (proposal.command) {
    case 'breach.ruleOut':
      return [{ key: 'approval.evidence', values: { refs: proposal.evidenceRefs.join(', ') } }];
    case 'regime.concern':
      return [{ key: `regime.${proposal.regime}` }];
    case 'law.move':
      return [{ key: `regime.${proposal.regime}` }, proposal.profileId];
    case 'regime.exclude':
      return proposal.regimes.map((regime) => ({ key: `regime.${regime}` }));
    default:
      return [];
  }
}

/** What it would change of limits under other laws as they stand. */
export function lawChanges(incident: Incident, proposal: Proposal, now: Date): Change[] {
  const asked = askedOf(incident);
  switch (proposal.command) {
    case 'regime.concern':
      return concernChanges(asked, proposal, now);
    case 'regime.exclude':
      return excludeChanges(asked, proposal.regimes, now);
    case 'law.move': {
      const moved = underLaw(incident, proposal);
      return moved === null ? [] : movedChanges(asked, { ...moved, concerned: 'yes' }, now);
    }
    default:
      return [];
  }
}

/** What it would change of the clock as it stands; nothing where it ends the clock or leaves it. */
export const proposedChanges = (clock: BreachClock, proposal: Proposal, language: Language): Change[] =>
  clockChanges(clock, proposedClock(clock, proposal, clock.changedAt ?? ''), language);

/** Of an entry of an incident, what it asks two persons for or says yes to, and what it changes or would change. */
export function askedIn(entry: Entry, incident: Incident | null, language: Language) {
  const none = { details: [] as Said[], changes: [] as Change[], moved: [] as Change[] };
  if (incident === null) return none;
  const history = incident.clockHistory.find(({ seq }) => seq === entry.seq);
  const moved = history === undefined ? [] : clockChanges(history.before, history.after, language).filter(isReplaced);
  const { requestId } = valuesOf(entry);
  const asked = incident.approvals.find((approval) => approval.requestId === requestId);
  if (asked === undefined) return { ...none, changes: moved, moved };
  const command = phrase(language, { key: proposalWords[asked.proposal.command] });
  const details: Said[] = [{ key: 'detail.command', values: { command } }, ...aboutOf(asked.proposal)];
  if (entry.type !== 'approval.requested') return { details, changes: moved, moved };
  return { details, changes: proposedChanges(clockBefore(incident, entry.seq), asked.proposal, language), moved };
}

const isReplaced = ({ before }: Change): boolean => before !== null;
