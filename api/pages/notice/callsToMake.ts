import { callsOf, type CallToMake } from '../../../application/notice/listCalls';
import type { FullCase } from '../../../application/notice/readCase';
import { mayNoteNotice } from '../../../application/policies/notice';
import { everyContact } from '../../../application/notice/recipientsOf';
import type { Obligation } from '../../../domain/deadline/clockRow';
import { clockRows } from '../../../domain/deadline/clockRows';
import type { Script, WaitingCall } from '../../../templates/pages/parts/calls';
import type { Said } from '../../../templates/pages/words/word';
import { type Inside, nameOf } from '../frame';
import { nameAmong } from '../rowWords';
import { noticePath } from './noticeVisit';

type Who = Pick<Inside, 'ctx' | 'names'>;

/** Every call that waits in these cases, the most pressing first: whom, at which number, by when, and where to note it. */
export async function callsToMake(inside: Who, cases: readonly FullCase[], now: Date): Promise<WaitingCall[]> {
  const lists = await Promise.all(cases.map((one) => callsIn(inside, one, { cases, now })));
  const pressing = ({ before, since }: WaitingCall) => Date.parse(before ?? since);
  return lists.flat().toSorted((a, b) => pressing(a) - pressing(b));
}

async function callsIn(
  inside: Who,
  fullCase: FullCase,
  { cases, now }: { cases: readonly FullCase[]; now: Date },
): Promise<WaitingCall[]> {
  const { notice } = fullCase;
  const before = limitOf(fullCase, now);
  const path = noticePath({ incidentId: notice.opened.incidentId, noticeId: notice.id });
  const mayNote = mayNoteNotice(inside.ctx);
  return (await callsOf(inside.ctx, notice)).map((call) => ({
    ...scriptOf(inside, fullCase, call),
    role: roleOf(fullCase, call),
    controller: nameAmong(fullCase, cases),
    before,
    since: call.since,
    href: mayNote ? `${path}/call?to=${encodeURIComponent(call.to.id)}` : `${path}#scripts`,
    act: { key: mayNote ? 'call.record' : 'call.text' },
  }));
}

const SERVED: readonly Obligation[] = ['notice', 'delivery', 'acknowledgement'];

/** The limit that a call serves: that the notice leaves, arrives, is acknowledged. Null once all are met. */
function limitOf(fullCase: FullCase, now: Date): string | null {
  const { timeZone: zone, calendar } = fullCase.agreement;
  const rows = clockRows({ cases: [fullCase], incidents: [], place: { zone, calendar } }, now);
  const running = rows.filter(({ obligation, clock }) => SERVED.includes(obligation) && clock.doneAt === null);
  return running.map(({ clock }) => clock.dueAt).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}

/** The texts to read of the calls that wait in one notice; of one person or contact only where `to` names them. */
export async function scriptsOf(inside: Who, fullCase: FullCase, to: string | null): Promise<Script[]> {
  const calls = await callsOf(inside.ctx, fullCase.notice);
  return calls.filter((call) => to === null || call.to.id === to).map((call) => scriptOf(inside, fullCase, call));
}

const scriptOf = ({ names }: Who, { agreement }: FullCase, { to, phone, text }: CallToMake): Script => ({
  who: everyContact(agreement).find(({ id }) => id === to.id)?.name ?? nameOf(names, to),
  phone: phone === '' ? null : phone,
  text,
});

function roleOf({ agreement }: FullCase, { to }: CallToMake): Said {
  const contact = everyContact(agreement).find(({ id }) => id === to.id);
  return contact === undefined ? { key: 'call.ours' } : { key: `contact.${contact.role}` };
}
