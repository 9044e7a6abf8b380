import { contactsOf } from '../../domain/agreement/contacts';
import type { AgreementVersion } from '../../domain/agreement/fold';
import type { Deliverable } from '../../domain/delivery/events';
import type { ReminderLetter } from '../../domain/letters/inside';
import type { Role } from '../../domain/shared/roles';
import { freezeMail } from '../delivery/freezeMail';
import { plainHead } from '../organisation/plainHead';
import { zoneOf } from '../organisation/zoneOf';
import { callBack } from '../people/callBack';
import { quietReminder } from '../people/quietReminder';
import { tellHolders } from '../people/tellHolders';
import type { Context } from '../ports/ports';
import type { Matter } from './matter';
import { senderOf } from '../agreement/contactAddressee';

type Ask = Pick<ReminderLetter, 'task' | 'startedAt' | 'detail'> & {
  /** Names the mails of this telling within the subject. */
  id: string;
};

/** Who is told that a letter did not arrive, or that somebody is to be called: as of a notice (domain rules 7.3), and the DPO. */
const TOLD: readonly Role[] = ['O', 'IM', 'DPO'];

/** Who answers for what is kept secret. */
const ASKED: readonly Role[] = ['DIR', 'DPO'];

/** One mail to each of our own people who see to it that the controller hears of it. */
export const tellOwn = (ctx: Context, matter: Matter, current: AgreementVersion, ask: Ask): Promise<Deliverable[]> =>
  remindOwn(ctx, matter, TOLD, {
    ...ask,
    zone: current.timeZone,
    sender: senderOf(current),
    controller: current.document?.controller.name ?? null,
    calls: contactsOf(current).flatMap(({ name, phone }) => (phone === null ? [] : [{ name, phone }])),
  });

/** A mail to management and DPO: does the law still forbid to tell? Its ground stays inside. `dueAt`: when it was to be asked. */
export async function writeReview(ctx: Context, matter: Matter, dueAt: string): Promise<Deliverable[]> {
  const organisation = await ctx.ports.projections.read(ctx.orgId, 'organisation', ctx.orgId);
  const [zone, sender] = [await zoneOf(ctx), organisation?.name ?? 'Vigie'];
  const ask = { id: `review-${dueAt.slice(0, 10)}`, task: 'reviewSecrecy' as const, startedAt: null, detail: null };
  return remindOwn(ctx, matter, ASKED, { ...ask, zone, sender, controller: null, calls: [] });
}

type Reminder = Ask & Pick<ReminderLetter, 'controller' | 'calls'> & { zone: string; sender: string };

async function remindOwn(
  ctx: Context,
  { id, reference, path }: Matter,
  roles: readonly Role[],
  { id: name, zone, sender, task, startedAt, detail, controller, calls }: Reminder,
): Promise<Deliverable[]> {
  const { orgId, ports } = ctx;
  const date = ports.now();
  const data: Omit<ReminderLetter, 'to' | 'colleagues'> = {
    ...quietReminder,
    head: plainHead({ reference, zone, sender, now: date }),
    controller,
    task,
    startedAt,
    detail,
    calls,
    link: `${ports.settings.publicUrl}/o/${orgId}${path}`,
  };
  const { deliverables } = await tellHolders(ctx, roles, async (person) =>
    freezeMail(ctx, id, {
      id: `${name}-${person.id}`,
      to: { kind: 'person', id: person.id },
      address: person.email,
      rendered: await ports.texts.render('reminder', person.language, {
        ...data,
        to: person.name,
        colleagues: await callBack(ctx, null, person.id),
      }),
      language: person.language,
      date,
    }),
  );
  return deliverables;
}
