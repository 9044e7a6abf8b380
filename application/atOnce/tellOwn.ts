import { contactsOf } from '../../domain/agreement/contacts';
import type { AgreementVersion } from '../../domain/agreement/fold';
import type { Deliverable } from '../../domain/delivery/events';
import type { ReminderLetter } from '../../domain/letters/inside';
import type { Role } from '../../domain/shared/roles';
import { freezeMail } from '../delivery/freezeMail';
import { plainHead } from '../organisation/plainHead';
import { callBack } from '../people/callBack';
import type { Context } from '../ports/ports';
import type { Matter } from './matter';
import { senderOf } from '../agreement/contactAddressee';

type Ask = Pick<ReminderLetter, 'task' | 'startedAt' | 'detail'> & {
  /** Names the mails of this telling within the subject. */
  id: string;
};

/** Who is told that a letter did not arrive, or that somebody is to be called: as of a notice (domain rules 7.3), and the DPO. */
const TOLD: readonly Role[] = ['O', 'IM', 'DPO'];

/** One mail to each of our own people who see to it that the controller hears of it. */
export async function tellOwn(
  ctx: Context,
  { id, reference, path }: Matter,
  current: AgreementVersion,
  ask: Ask,
): Promise<Deliverable[]> {
  const { orgId, ports } = ctx;
  const people = await ports.people.withRoles(orgId, TOLD);
  const date = ports.now();
  const data: Omit<ReminderLetter, 'to' | 'colleagues'> = {
    head: plainHead({ reference, zone: current.timeZone, sender: senderOf(current), now: date }),
    controller: current.document?.controller.name ?? null,
    task: ask.task,
    percent: null,
    startedAt: ask.startedAt,
    dueAt: null,
    provisional: false,
    automaticAt: null,
    detail: ask.detail,
    stage: null,
    sent: null,
    calls: contactsOf(current).flatMap(({ name, phone }) => (phone === null ? [] : [{ name, phone }])),
    link: `${ports.settings.publicUrl}/o/${orgId}${path}`,
  };
  return Promise.all(
    people.map(async (person) =>
      freezeMail(ctx, id, {
        id: `${ask.id}-${person.id}`,
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
    ),
  );
}
