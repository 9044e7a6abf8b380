import { type Asking, approve as giveVoice, propose as ask } from '../approval/propose';
import type { Result } from '../shared/errors';
import type { Proposal } from './breachValues';
import type { IncidentEvent } from './events';
import type { Incident } from './incident';
import { quorumOf } from './quorum';

const quorumIn =
  ({ clock }: Incident) =>
  (proposal: Proposal) =>
    quorumOf(proposal, clock);

/** Asks for the voices that a proposal about this incident needs, or gives one to who asked for the very same. */
export const propose = (
  incident: Incident,
  proposal: Proposal,
  reason: string,
  asking: Asking,
): Result<IncidentEvent> => ask(incident, { proposal, reason }, asking, quorumIn(incident));

export type Approve = { requestId: string };

/** One more voice for an open request; with the last one needed the proposal takes effect. */
export const approve = (incident: Incident, { requestId }: Approve, asking: Asking): Result<IncidentEvent> =>
  giveVoice(incident, requestId, asking, quorumIn(incident));
