import type { IncidentCommand } from '../../domain/incident/commands';
import type { Role } from '../../domain/shared/roles';
import { type Asker, isSystem } from './asker';

const isPersonWith = ({ actor, roles }: Asker, needed: readonly Role[]): boolean =>
  actor.kind === 'person' && roles.some((role) => needed.includes(role));

/** Whoever sees something says so: any member, and any tool that was let in. */
export const maySignal = ({ actor, roles }: Asker): boolean =>
  isSystem({ actor }) || actor.kind === 'tool' || (actor.kind === 'person' && roles.length > 0);

/** A controller's contacts read their notices, never the incident: it may name other controllers. */
export const mayReadIncidents = ({ actor, roles }: Asker): boolean =>
  isSystem({ actor }) || (actor.kind === 'person' && roles.some((role) => role !== 'CC' && role !== 'CDPO'));

const RESPONDERS: readonly Role[] = ['O', 'IM', 'DPO'];
const CASE_WORKERS: readonly Role[] = ['O', 'IM', 'DPO', 'DIR', 'EC', 'L'];

/** Domain rules 7.1, one row a command. Who is needed beside the first person is the quorum's matter. */
const allowed: Record<IncidentCommand['kind'], readonly Role[]> = {
  'triage.start': ['O', 'IM'],
  'event.dismiss': RESPONDERS,
  'event.reopen': [...RESPONDERS, 'DIR'],
  'investigation.justify': ['DPO'],
  'incident.declare': RESPONDERS,
  'incident.tell': RESPONDERS,
  'breach.suspect': RESPONDERS,
  'breach.extend': RESPONDERS,
  'aware.set': RESPONDERS,
  'subNotice.receive': RESPONDERS,
  'subNotice.acknowledge': [...RESPONDERS, 'DIR'],
  'aware.correct': [...RESPONDERS, 'DIR'],
  'clock.release': [...RESPONDERS, 'DIR'],
  'breach.ruleOut': [...RESPONDERS, 'DIR'],
  'measure.add': CASE_WORKERS,
  'facts.record': CASE_WORKERS,
  'note.add': CASE_WORKERS,
  'regime.concern': [...RESPONDERS, 'DIR'],
  'regime.exclude': ['DPO', 'DIR'],
  'regime.record': ['IM', 'DPO', 'DIR'],
  'law.move': ['DPO', 'DIR'],
  'incident.close': ['IM', 'DPO'],
  'incident.reopen': [...RESPONDERS, 'DIR'],
  'breakGlass.review': ['DPO', 'DIR'],
};

/** What Vigie itself may: tell what a sub-processor told, and open anew what a later version of its notice is about. */
const BY_ITSELF: readonly IncidentCommand['kind'][] = ['subNotice.receive', 'event.reopen', 'incident.reopen'];

/** Decisions are persons': a tool signals, it never decides. */
export const mayCommand = (asker: Asker, kind: IncidentCommand['kind']): boolean =>
  isPersonWith(asker, allowed[kind]) || (isSystem(asker) && BY_ITSELF.includes(kind));

export const mayApprove = (asker: Asker): boolean => isPersonWith(asker, ['O', 'IM', 'DPO', 'DIR']);
