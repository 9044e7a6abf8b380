import { isToBeSaid } from '../../domain/agreement/contactsDue';
import type { Agreement } from '../../domain/agreement/fold';
import { asksForTests, livenessOf } from '../../domain/agreement/liveness';
import { newestSigned } from '../../domain/agreement/versions';
import { localDate } from '../../domain/deadline/calendarDate';
import type { Deliverable } from '../../domain/delivery/events';
import type { Organisation } from '../../domain/organisation/fold';
import { done, type Result } from '../../domain/shared/errors';
import type { Role } from '../../domain/shared/roles';
import { freezeMail } from '../delivery/freezeMail';
import { offersOf } from '../delivery/offersOf';
import { appendEvent } from '../entries/appendEvent';
import { organisationSubject } from '../organisation/changeOrganisation';
import { plainHead } from '../organisation/plainHead';
import { mayReadAgreements } from '../policies/agreement';
import type { Person } from '../ports/people';
import type { Call, Context } from '../ports/ports';
import { allAgreements } from './allAgreements';

const ASKED: readonly Role[] = ['IM', 'DPO'];

type Asking = { agreement: Agreement; ways: number };

/**
 * Reminds incident managers and DPO of the agreements whose contacts ask for a test, once a day at most: when there is a
 * new one among them, else once a week. The mails leave with the alarms of the house.
 */
export async function remindOfContacts(ctx: Context, organisation: Organisation): Promise<Result<number>> {
  const { orgId, ports } = ctx;
  const now = ports.now();
  const asking = (await allAgreements(ctx)).flatMap((agreement): Asking[] => {
    const ways = livenessOf(agreement, offersOf(ports, agreement), now).filter(({ asks }) => asks).length;
    return ways === 0 ? [] : [{ agreement, ways }];
  });
  const agreementIds = asking.map(({ agreement }) => agreement.id).toSorted();
  if (!isToBeSaid(agreementIds, organisation.contactsDue, now)) return done(0);
  const request = { contactsDue: localDate(now.toISOString(), organisation.timeZone) };
  const key = `contacts/due/${request.contactsDue}`;
  const repeat = await ports.journal.recall(orgId, key, JSON.stringify(request));
  if (!repeat.ok) return repeat;
  if (repeat.value !== null) return done(0);
  const people = await ports.people.withRoles(orgId, ASKED);
  const deliverables = await Promise.all(people.map((person) => mailTo(ctx, organisation, asking, person)));
  const appended = await appendEvent(ctx, {
    subject: organisationSubject(orgId),
    key,
    request,
    event: { type: 'contacts.due', values: { agreementIds, deliverables } },
    standing: { kind: 'addition', revision: organisation.revision + 1 },
  });
  return appended.ok ? done(1) : appended;
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
