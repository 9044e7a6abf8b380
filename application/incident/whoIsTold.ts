import { toldAtOnce } from '../../domain/incident/nextMilestone';
import type { SignalKind } from '../../domain/incident/vocabulary';
import { mailsAreCaught } from '../../domain/organisation/standing';
import { leadsSomewhere } from '../../domain/party/email';
import type { Role } from '../../domain/shared/roles';
import type { Context } from '../ports/ports';

/** Roles to whose people a mail leaves at once; while mails are `caught` nobody outside this house is told. */
export type Told = { roles: Role[]; caught: boolean };

/** What really comes of a signal: nobody is said to be told who gets no mail. */
export async function whoIsTold({ orgId, ports }: Context, kind: SignalKind): Promise<Told> {
  const roles = toldAtOnce(kind);
  const [organisation, people] = await Promise.all([
    ports.projections.read(orgId, 'organisation', orgId),
    roles.length === 0 ? [] : ports.people.withRoles(orgId, roles),
  ]);
  const reached = people.filter(({ email }) => leadsSomewhere(email));
  return {
    roles: roles.filter((role) => reached.some((person) => person.roles.includes(role))),
    caught: organisation === null || mailsAreCaught(organisation, ports.relay?.fingerprint ?? null),
  };
}
