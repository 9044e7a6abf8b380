import { localDate } from '../../../domain/deadline/calendarDate';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { lettersLeft, movePersons, type Sending } from '../../../domain/controllerCase/persons';
import { printedLetters } from '../../../domain/controllerCase/personsLetters';
import type { Question } from '../forms/question';
import type { Around } from './caseForms';
import { shownHash } from './sending';

/** Letters that were printed wait to be said posted: that is what the form is opened for. */
export const isPosting = (one: ControllerCase): boolean => printedLetters(one).length > 0;

/** When: now, where that is so. */
export const postedNow = (one: ControllerCase, now: Date): string | null => (isPosting(one) ? now.toISOString() : null);

type Asked = Pick<Around, 'one' | 'listId'>;

/** The list from which somebody came, else the first that waits: the form is about one of them until another is chosen. */
function chosenList({ one, listId }: Asked): Sending | undefined {
  const lists = printedLetters(one);
  return lists.find((list) => list.listId === listId) ?? lists[0];
}

/** All that are left of the list that is chosen first. */
export function lettersToPost(asked: Asked): string {
  const chosen = chosenList(asked);
  return chosen === undefined ? '' : String(lettersLeft(chosen));
}

/** Which printed letters it is about, where some wait to be posted; where only those can be said, no other way is offered. */
export const lettersQuestion = ({ one, listId }: Asked): Question[] => {
  const lists = printedLetters(one);
  if (lists.length === 0) return [];
  const choices = lists.map((sending) => ({
    value: sending.listId,
    label: {
      key: 'letters.ofList' as const,
      values: {
        n: lettersLeft(sending),
        file: shownHash(sending.fileHash),
        at: sending.printed === null ? '' : localDate(sending.printed.at, one.opened.zone),
      },
    },
  }));
  const isOther = movePersons(one.persons.state, 'tell') !== null;
  const other = isOther ? [{ value: '', label: { key: 'letters.otherWays' as const } }] : [];
  return [
    {
      name: 'listId',
      kind: 'select',
      label: { key: 'letters.which' },
      optional: isOther,
      start: chosenList({ one, listId })?.listId ?? '',
      options: [...choices, ...other],
    },
  ];
};
