import { authorityOn } from '../authority/authorities';
import { delayAt } from '../authority/delay';
import type { FilingContext } from '../authority/filingContext';
import { type Sheet, sheetOf } from '../authority/form';
import type { ToldAuthority } from '../authority/recordParts';
import type { FilingType } from '../authority/vocabulary';
import { localDate } from '../deadline/calendarDate';
import type { Language } from '../letters/head';
import { type AuthorityFile, type Filing, isFirstFiling } from './authority';
import type { ControllerCase } from './case';
import { known } from './caseSays';
import { saidLater } from './clock';
import { lateSince } from './lateSince';
import { mainAuthority } from './mainAuthority';
import { standingFilings } from './standing';
import { authorityLimit } from './term';
import { together } from './together';

/** What is asked for: a type of notification for one authority; none named: the one that comes first. */
export type ForAuthority = { type: FilingType; authorityId?: string | undefined };

/** The same, and in which language the case writes what it says in sentences of its own. */
export type Written = ForAuthority & { language?: Language };

/** The fill-in sheet of one notification, from what the case knows now. */
export const sheetOfCase = (one: ControllerCase, asked: ForAuthority, now: Date): Sheet =>
  sheetOf(forAuthority(one, asked, now).record, filingOf(one, asked, now));

/** A case, alone or with others, as one authority is told of it. */
export const toldTo = (
  one: ControllerCase,
  others: readonly ControllerCase[],
  asked: Written,
  now: Date,
): ControllerCase => forAuthority(together(one, others, asked.language), asked, now);

/**
 * The case as one authority is told of it: with the others that were. Reasons for a delay that another was given since they
 * were said are that one's: those of a second notification are its own (GDPR Art 33(1); docs/adr/0045).
 */
function forAuthority(one: ControllerCase, { authorityId }: ForAuthority, now: Date): ControllerCase {
  const { authorities, record, saidAt } = one;
  const asked = authorityId ?? mainAuthority(one, now).id;
  const others = authorities.filter((other) => other.authorityId !== asked);
  const givenAt = others.flatMap(({ filings }) =>
    filings.filter(({ delayReasons }) => delayReasons.length > 0).map(({ seq }) => seq),
  );
  const saidLast = Math.max(saidAt.delayReasons ?? 0, saidAt.delayText ?? 0); // the same terms are not said twice
  const isAnothers = givenAt.some((seq) => seq > saidLast);
  const own = isAnothers ? { ...one, record: { ...record, delayReasons: null, delayText: null } } : one;
  const told = others.flatMap((other) => toldBefore(other, one, now));
  return told.length === 0 ? own : known(own, { otherDataAuthority: 'yes', otherDataAuthorities: told });
}

function toldBefore(file: AuthorityFile, one: ControllerCase, now: Date): ToldAuthority[] {
  const [first] = standingFilings(file, one);
  const authority = authorityOn(file.authorityId, localDate(now.toISOString(), one.opened.zone));
  return first === undefined || authority === undefined
    ? []
    : [{ name: authority.name, reference: first.receiptNumber }];
}

/** What was filed with an authority and stands, the first at the front. */
export function filedWith(one: ControllerCase, authorityId: string): readonly Filing[] {
  const file = one.authorities.find((each) => each.authorityId === authorityId);
  return file === undefined ? [] : standingFilings(file, one);
}

/** What a person would most likely file next with it: the initial one until something was filed, then what completes it. */
export function nextType(one: ControllerCase, authorityId: string): FilingType {
  if (isFirstFiling(one.authorities.find((file) => file.authorityId === authorityId))) return 'initial';
  return one.stage === 'NOT_A_BREACH' ? 'withdrawal' : 'complementary';
}

/** What a notification of this type to this authority is, from what the case knows now; numbers and delay are its own. */
export function filingOf(one: ControllerCase, { type, authorityId }: ForAuthority, now: Date): FilingContext {
  const due = authorityLimit(one);
  const asked = authorityId ?? mainAuthority(one, now).id;
  const [first] = filedWith(one, asked);
  const file = one.authorities.find((each) => each.authorityId === asked);
  const isLate =
    first === undefined || file === undefined
      ? due !== null && delayAt(due, now).reasonsNeeded
      : lateSince(file, one) !== null;
  return {
    type,
    initialNumber: first?.receiptNumber ?? null,
    awareAt: one.clock.t0,
    saidLaterAt: saidLater(one.clock),
    reasonsNeeded: type !== 'withdrawal' && isLate,
    withdrawalReason: one.ruledOut?.reason ?? null,
  };
}
