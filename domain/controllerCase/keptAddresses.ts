import { DAY_MS, plusMs } from '../shared/instant';
import type { ControllerCase } from './case';
import { lettersLeft, type Sending } from './persons';

/** Addresses of a list that has ended are kept for so many days, for whoever has yet to be told another way (our choice). */
const KEPT_DAYS = 90;
/** So long before, the DPO hears that they go. */
const WARNED_DAYS = 7;

/** Since when a list needs its addresses no longer; null while mails leave, or letters wait. */
function endedAt(sending: Sending): string | null {
  const { at, doneAt, posted, isStopped } = sending;
  if (lettersLeft(sending) > 0) return null;
  const ended = doneAt ?? (isStopped ? at : null);
  return ended !== null && posted !== null && Date.parse(posted.at) > Date.parse(ended) ? posted.at : ended;
}

/** When the DPO is to hear that the addresses of a list go, and when they do; null while they are needed. */
export function addressesGo(sending: Sending): { warnAt: string; goAt: string } | null {
  const from = endedAt(sending);
  if (from === null) return null;
  const goAt = plusMs(from, KEPT_DAYS * DAY_MS);
  return { goAt, warnAt: plusMs(goAt, -WARNED_DAYS * DAY_MS) };
}

/** Lists whose addresses go at `now`: their time is over, and it is a week since the DPO heard of it. */
export const addressesOver = ({ persons, reminded }: ControllerCase, now: Date): Sending[] =>
  persons.sendings.filter((sending) => {
    const going = addressesGo(sending);
    const warned = reminded.find(({ ladder, about }) => ladder === 'addresses' && about === sending.seq);
    if (going === null || warned === undefined) return false;
    return now.getTime() >= Math.max(Date.parse(going.goAt), Date.parse(warned.at) + WARNED_DAYS * DAY_MS);
  });
