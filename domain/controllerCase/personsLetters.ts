import { notBehind, outOfOrder } from '../incident/chronology';
import type { Issue } from '../shared/errors';
import type { ControllerCase } from './case';
import type { CaseCommandOf } from './commands';
import { lettersLeft, type Sending } from './persons';
import { isToldToNobody } from './toldNobody';

/** Letters in one PDF; of more there are several, so that memory is bounded whatever the list. */
export const LETTERS_IN_FILE = 250;

/**
 * The accepted list whose letters may be printed now, as often as it takes, until somebody has said what became of all
 * (GDPR Art. 34; nobody is told twice). Not on hold, and not of a list that was stopped for good.
 */
export function printable(one: ControllerCase, listId: string): Sending | null {
  if (one.stage !== 'BREACH' || one.opened.exercise || one.persons.state === 'ON_HOLD') return null;
  const sending = one.persons.sendings.find((accepted) => accepted.listId === listId);
  return sending === undefined || sending.isStopped || lettersLeft(sending) === 0 ? null : sending;
}

/** Lists with printed letters of which nobody has said whether they were posted. */
export const printedLetters = ({ persons }: ControllerCase): Sending[] =>
  persons.sendings.filter((sending) => sending.printed !== null && lettersLeft(sending) > 0);

/** What is wrong with what somebody says became of letters; nothing where it is about no list. */
export function postedIssues(one: ControllerCase, said: CaseCommandOf<'persons.tell'>, now: Date): Issue[] {
  const { listId, means, told, proof, toldAt, bounced } = said;
  if (listId === null) return told === 0 ? leftUntold(one, said) : [];
  const sending = one.persons.sendings.find((accepted) => accepted.listId === listId);
  if (sending === undefined)
    return [{ pointer: '/listId', message: 'no list of this case was accepted under this id' }];
  const { printed, letters } = sending;
  const left = lettersLeft(sending);
  if (letters > 0 && left === 0) return [{ pointer: '/listId', message: 'what became of its letters was said before' }];
  if (printed === null) return [{ pointer: '/listId', message: 'its letters were not printed yet' }];
  const { firstAt: printedAt } = printed;
  return [
    ...(means === 'letter' ? [] : [{ pointer: '/means', message: 'letters of a list are told by letter' }]),
    ...(told > left ? [{ pointer: '/told', message: 'more than letters were left' }] : []),
    ...(bounced > told ? [MORE_BACK] : []),
    ...(proof === null ? [{ pointer: '/proof', message: 'say what proves it, or why none was posted' }] : []),
    ...outOfOrder([{ pointer: '/printedAt', at: printedAt, recorded: true }, tellingAt(toldAt, printedAt)], now),
  ];
}

/** Nobody is told by other means of whom mails did not reach: said with why, and of nobody else. */
function leftUntold(one: ControllerCase, { proof, bounced }: CaseCommandOf<'persons.tell'>): Issue[] {
  if (one.persons.toReach === null) return [{ pointer: '/told', message: 'at least one was told' }];
  if (isToldToNobody(one)) return [{ pointer: '/told', message: NOBODY_TOLD }];
  return [
    ...(bounced > 0 ? [MORE_BACK] : []),
    ...(proof === null ? [{ pointer: '/proof', message: 'say why they are not told by other means' }] : []),
  ];
}

const NOBODY_TOLD = 'everything came back, nobody was reached: tell them by other means, or record an exemption';

/** What came back is of what left. */
export const MORE_BACK: Issue = { pointer: '/bounced', message: 'more came back than left' };

/** A form says minutes. */
const tellingAt = (toldAt: string, printedAt: string) => ({ pointer: '/toldAt', at: notBehind(toldAt, printedAt) });
