import type { Deliverable } from '../../domain/delivery/events';
import type { Organisation } from '../../domain/organisation/fold';
import { done, type Result } from '../../domain/shared/errors';
import { canonical, type Json } from '../../domain/shared/jcs';
import type { Role } from '../../domain/shared/roles';
import { appendEvent } from '../entries/appendEvent';
import { tellHolders } from '../people/tellHolders';
import type { Person } from '../ports/people';
import type { Context } from '../ports/ports';
import { organisationSubject } from './changeOrganisation';

export type Reminding = {
  /** Made of what is reminded of: under it nobody is told twice. */
  key: string;
  request: Json;
  roles: readonly Role[];
  mailTo(person: Person): Promise<Deliverable>;
  /** The entry that says so; it holds the mails, too. */
  event: { type: string; values: Record<string, Json> };
};

/**
 * Reminds those of our people who have a role, once: one entry with a mail to each, which leave with the alarms of the
 * house. Where nobody has such a role management is told; where nobody can be told nothing is said to be.
 *
 * @returns 1 where it was said now, 0 where it had been said before or can be said to nobody
 */
export async function remindHouse(
  ctx: Context,
  { revision }: Organisation,
  { key, request, roles, mailTo, event }: Reminding,
): Promise<Result<number>> {
  const { orgId, ports } = ctx;
  const repeat = await ports.journal.recall(orgId, key, canonical(request));
  if (!repeat.ok) return repeat;
  if (repeat.value !== null) return done(0);
  const { deliverables } = await tellHolders(ctx, roles, mailTo);
  if (deliverables.length === 0) return done(0);
  const appended = await appendEvent(ctx, {
    subject: organisationSubject(orgId),
    key,
    request,
    event: { type: event.type, values: { ...event.values, deliverables } },
    standing: { kind: 'addition', revision: revision + 1 },
  });
  return appended.ok ? done(1) : appended;
}
