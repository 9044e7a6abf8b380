import { isToBeSaid } from '../../domain/agreement/contactsDue';
import type { Agreement } from '../../domain/agreement/fold';
import { asksForTests, livenessOf } from '../../domain/agreement/liveness';
import { newestSigned } from '../../domain/agreement/versions';
import { localDate } from '../../domain/deadline/calendarDate';
import type { Deliverable } from '../../domain/delivery/events';
import type { Organisation } from '../../domain/organisation/fold';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Role } from '../../domain/shared/roles';
import { freezeMail } from '../delivery/freezeMail';
import { offersOf } from '../delivery/offersOf';
import { plainHead } from '../organisation/plainHead';
import { readOrganisation } from '../organisation/readOrganisation';
import { remindHouse } from '../organisation/remindHouse';
import { mayReadAgreements } from '../policies/agreement';
import { isSystem } from '../policies/asker';
import type { Person } from '../ports/people';
import type { Call, Context } from '../ports/ports';
import { allAgreements } from './allAgreements';

const ASKED: readonly Role[] = ['IM', 'DPO'];

type Asking = { agreement: Agreement; ways: number };

/**
 * Reminds incident managers and DPO of the agreements whose contacts ask for a test, once a day at most: when there is a
 * new one among them, else once a week. The mails leave with the alarms of the house. Reads every agreement, unless it was
 * said today.
 */
export async function remindOfContacts({ ctx }: { ctx: Context }): Promise<Result<number>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const read = await readOrganisation({ ctx });
  if (!read.ok) return read;
  const { ports } = ctx;
  const now = ports.now();
  const { contactsDue, timeZone } = read.value;
  const day = localDate(now.toISOString(), timeZone);
  if (contactsDue !== null && localDate(contactsDue.at, timeZone) === day) return done(0);
  const asking = (await allAgreements(ctx)).flatMap((agreement): Asking[] => {
    const ways = livenessOf(agreement, offersOf(ports, agreement), now).filter(({ asks }) => asks).length;
    return ways === 0 ? [] : [{ agreement, ways }];
  });
  const agreementIds = asking.map(({ agreement }) => agreement.id).toSorted();
  if (!isToBeSaid(agreementIds, contactsDue, now)) return done(0);
  return remindHouse(ctx, read.value, {
    key: `contacts/due/${day}`,
    request: { contactsDue: day },
    roles: ASKED,
    mailTo: (person) => mailTo(ctx, read.value, asking, person),
    event: { type: 'contacts.due', values: { agreementIds } },
  });
}

/** Those of the agreements that were said to ask for a test which still do, as they stand now. */
export async function contactsNow({ ctx, input: { contactsDue } }: Call<Organisation>): Promise<Agreement[]> {
  if (contactsDue === null || !mayReadAgreements(ctx)) return [];
  const { orgId, ports } = ctx;
  const agreements = await ports.projections.readAll(orgId, 'agreement', contactsDue.agreementIds);
  return agreements.filter((agreement) => asksForTests(agreement, offersOf(ports, agreement), ports.now()));
}

async function mailTo(
  { ports, ...ctx }: Context,
  { name, timeZone }: Organisation,
  asking: readonly Asking[],
  person: Person,
): Promise<Deliverable> {
  const { orgId } = ctx;
  const date = ports.now();
  const day = localDate(date.toISOString(), timeZone);
  const rendered = await ports.texts.render('contactsDue', person.language, {
    head: plainHead({ reference: `CON-${day.replaceAll('-', '')}`, zone: timeZone, sender: name, now: date }),
    to: person.name,
    agreements: asking.map(({ agreement, ways }) => ({
      reference: agreement.reference,
      controller: newestSigned(agreement)?.document?.controller.name ?? agreement.reference,
      ways,
    })),
    link: `${ports.settings.publicUrl}/o/${orgId}/agreements`,
  });
  return freezeMail({ ...ctx, ports }, orgId, {
    id: `contacts-${day}-${person.id}`,
    to: { kind: 'person', id: person.id },
    address: person.email,
    rendered,
    language: person.language,
    date,
  });
}
