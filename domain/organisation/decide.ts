import type { Identity } from '../authority/identity';
import { type Seat, seatFrom } from '../authority/seat';
import { done, type Issue, refused, type Result } from '../shared/errors';
import { isSame } from '../shared/jcs';
import { plain } from '../shared/plain';
import { DAY_MS } from '../shared/instant';
import type { CalendarId } from '../deadline/calendar';
import type { Role } from '../shared/roles';
import type { Holder, OrganisationEvent } from './events';
import type { Organisation } from './fold';
import { presentMember } from './standing';

/** A token outlives nobody's attention by much: who needs one longer asks again. */
export const LONGEST_TOKEN_MS = 400 * DAY_MS;

/** Roles that decide for the organisation or for a controller are for persons; machines never approve. */
const TOOL_ROLES: readonly Role[] = ['O', 'EC', 'AUDITOR'];

/** A seat as it is said: without a calendar, that of its zone counts. */
export type SaidSeat = Seat & { calendar?: CalendarId | null | undefined };

export type OrganisationCommand =
  | { kind: 'rename'; name: string }
  | { kind: 'seat'; seat: SaidSeat }
  | { kind: 'describe'; identity: Identity }
  | { kind: 'addMember'; personId: string; roles: Role[] }
  | { kind: 'changeMember'; personId: string; roles: Role[] }
  | { kind: 'removeMember'; personId: string }
  | { kind: 'changeContact'; personId: string }
  | { kind: 'forgetMember'; personId: string }
  | { kind: 'issueToken'; tokenId: string; holder: Holder; roles: Role[]; expiresAt: string }
  | { kind: 'revokeToken'; tokenId: string }
  | { kind: 'setRelay'; fingerprint: string }
  | { kind: 'noteRelayTested'; fingerprint: string };

/** What a command does to the organisation at `now`, or every reason why it may not. */
export function decide(organisation: Organisation, command: OrganisationCommand, now: Date): Result<OrganisationEvent> {
  switch (command.kind) {
    case 'rename': {
      const { name } = command;
      if (name !== organisation.name) return done({ type: 'organisation.renamed', values: { name } });
      return refused({ code: 'input.invalid', issues: [{ pointer: '/name', message: 'is the name already' }] });
    }
    case 'seat': {
      const { calendar = null, ...said } = command.seat;
      const seat = seatFrom(said);
      if (!seat.ok) return seat;
      if (!isSame(seat.value, organisation.seat) || calendar !== organisation.calendar) {
        return done({ type: 'organisation.seated', values: { ...seat.value, ...(calendar !== null && { calendar }) } });
      }
      return refused({ code: 'input.invalid', issues: [{ pointer: '', message: 'is what is recorded already' }] });
    }
    case 'describe': {
      const identity = plain(command.identity);
      if (!isSame(identity, plain(organisation.identity ?? {}))) {
        return done({ type: 'organisation.described', values: command.identity });
      }
      return refused({ code: 'input.invalid', issues: [{ pointer: '', message: 'is what is recorded already' }] });
    }
    case 'addMember': {
      const { kind: _, ...values } = command;
      return done({ type: 'member.added', values });
    }
    case 'changeMember': {
      const { kind: _, ...values } = command;
      if (presentMember(organisation, values.personId) === null) return refused({ code: 'subject.unknown' });
      if (!values.roles.includes('DIR') && isLastDirector(organisation, values.personId)) return keepsDirector(command);
      return done({ type: 'member.changed', values });
    }
    case 'removeMember': {
      const { personId } = command;
      if (presentMember(organisation, personId) === null) return refused({ code: 'subject.unknown' });
      if (isLastDirector(organisation, personId)) return keepsDirector(command);
      return done({ type: 'member.left', values: { personId } });
    }
    case 'changeContact': {
      const { personId } = command;
      if (presentMember(organisation, personId) === null) return refused({ code: 'subject.unknown' });
      return done({ type: 'member.contactChanged', values: { personId } });
    }
    case 'forgetMember': {
      const { personId } = command;
      if (!organisation.members.some((member) => member.personId === personId)) {
        return refused({ code: 'subject.unknown' });
      }
      if (presentMember(organisation, personId) !== null) {
        return refused({ code: 'state.refused', state: 'PRESENT', command: command.kind, allowed: ['removeMember'] });
      }
      return done({ type: 'member.forgotten', values: { personId } });
    }
    case 'issueToken': {
      const { kind: _, ...values } = command;
      const issues = tokenIssues(organisation, command, now);
      return issues.length > 0 ? refused({ code: 'input.invalid', issues }) : done({ type: 'token.issued', values });
    }
    case 'revokeToken': {
      const token = organisation.tokens.find(({ tokenId }) => tokenId === command.tokenId);
      if (token === undefined) return refused({ code: 'subject.unknown' });
      if (token.revokedAt !== null) {
        return refused({ code: 'state.refused', state: 'REVOKED', command: command.kind, allowed: [] });
      }
      return done({ type: 'token.revoked', values: { tokenId: command.tokenId } });
    }
    case 'setRelay':
      return done({ type: 'relay.set', values: { fingerprint: command.fingerprint } });
    case 'noteRelayTested':
      return done({ type: 'relay.tested', values: { fingerprint: command.fingerprint } });
  }
}

function isLastDirector({ members }: Organisation, personId: string): boolean {
  const directors = members.filter(({ until, roles }) => until === null && roles.includes('DIR'));
  return directors.every((director) => director.personId === personId) && directors.length > 0;
}

/** Alarms must always reach somebody in charge. */
function keepsDirector({ kind }: OrganisationCommand): Result<never> {
  return refused({ code: 'state.refused', state: 'LAST_DIRECTOR', command: kind, allowed: ['addMember'] });
}

type IssueToken = Extract<OrganisationCommand, { kind: 'issueToken' }>;

function tokenIssues(organisation: Organisation, { holder, roles, expiresAt }: IssueToken, now: Date): Issue[] {
  const issues: Issue[] = [];
  const lifeMs = Date.parse(expiresAt) - now.getTime();
  if (lifeMs <= 0) issues.push({ pointer: '/expiresAt', message: 'give an instant yet to come' });
  if (lifeMs > LONGEST_TOKEN_MS) issues.push({ pointer: '/expiresAt', message: 'at most 400 days from now' });
  const member = holder.kind === 'person' ? presentMember(organisation, holder.id) : null;
  if (holder.kind === 'person' && member === null) {
    issues.push({ pointer: '/holder/id', message: 'is not a member of this organisation' });
  }
  const allowed = holder.kind === 'tool' ? TOOL_ROLES : (member?.roles ?? roles);
  for (const [index, role] of roles.entries()) {
    if (!allowed.includes(role)) {
      issues.push({ pointer: `/roles/${index}`, message: `${role} is not among: ${allowed.join(', ')}` });
    }
  }
  return issues;
}
