import { type Draft, diffItems, type Items, type ItemName, itemNames } from '../../domain/notice/items';
import type { Frame } from '../../templates/pages/frame/frame';
import { momentWords } from '../../templates/pages/frame/moment';
import type { AnswerLine, ItemLine } from '../../templates/pages/parts/items';
import type { ChangeLine } from '../../templates/pages/parts/paper';
import { phrase, type Said } from '../../templates/pages/words/word';

const known: AnswerLine = {
  state: 'known',
  label: { key: 'item.known' },
  at: null,
  whose: null,
  text: null,
  contacts: [],
};

/** Item by item, what is said and which of the three answers it is. `whose` names the controller where several are shown. */
export function answerLine(
  draft: Draft,
  name: ItemName,
  isNeeded: boolean,
  frame: Frame,
  whose: string | null,
): AnswerLine {
  const own = { ...known, whose };
  if (name === 'a') return draft.a === null ? unwritten(isNeeded, whose) : { ...own, text: draft.a };
  if (name === 'b') return draft.b === null ? unwritten(isNeeded, whose) : { ...own, contacts: draft.b };
  const answer = draft[name];
  if (answer === null) return unwritten(isNeeded, whose);
  switch (answer.answer) {
    case 'value':
      return { ...own, text: 'persons' in answer ? personsText(answer, frame) : answer.text };
    case 'toFollow':
      return {
        ...own,
        state: 'follow',
        label: { key: answer.eta === null ? 'item.followUndated' : 'item.follow' },
        at: answer.eta,
      };
    case 'cannotBeDetermined':
      return { ...own, state: 'never', label: { key: 'item.never' }, text: answer.reason };
  }
}

function unwritten(isNeeded: boolean, whose: string | null): AnswerLine {
  return isNeeded
    ? { ...known, whose, state: 'miss', label: { key: 'item.missing' } }
    : { ...known, whose, state: 'follow', label: { key: 'item.unsaid' } };
}

type Persons = Extract<Items['c'], { answer: 'value' }>;

function personsText({ text, persons, records }: Persons, { language }: Frame): string {
  const numbers = numbersOf(persons, records);
  return numbers === null ? text : `${phrase(language, numbers)} ${text}`;
}

function numbersOf(persons: number | null, records: number | null): Said | null {
  if (persons !== null && records !== null) {
    return { key: 'item.numbers', values: { persons, records } };
  }
  if (persons !== null) return { key: 'item.personsOnly', values: { persons } };
  return records === null ? null : { key: 'item.recordsOnly', values: { records } };
}

/** Items of one notice. `fresh`: letters that this version says for the first time, or otherwise. */
export function itemLines(draft: Draft, frame: Frame, isNeeded: boolean, fresh: readonly ItemName[] = []): ItemLine[] {
  return itemNames.map((letter) => ({
    letter,
    isNew: fresh.includes(letter),
    answers: [answerLine(draft, letter, isNeeded, frame, null)],
  }));
}

/** Items of several notices, item by item; what several say alike is said once. */
export function sharedItemLines(
  drafts: readonly { whose: string; draft: Draft; needed: boolean }[],
  frame: Frame,
): ItemLine[] {
  return itemNames.map((letter) => {
    const lines = drafts.map(({ whose, draft, needed }) => answerLine(draft, letter, needed, frame, whose));
    const alike = new Map<string, AnswerLine[]>();
    for (const line of lines) {
      const key = JSON.stringify({ ...line, whose: null });
      alike.set(key, [...(alike.get(key) ?? []), line]);
    }
    const answers = [...alike.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const isCommon = group.length === drafts.length;
      return [{ ...first, whose: isCommon ? null : group.map(({ whose }) => whose ?? '').join(', ') }];
    });
    return { letter, isNew: false, answers };
  });
}

/** What changed between two versions, as words before and after. */
export function changeLines(before: Items, after: Items, frame: Frame): ChangeLine[] {
  return diffItems(before, after).map(({ item }) => ({
    letter: item,
    before: said(before, item, frame),
    after: said(after, item, frame),
  }));
}

function said(items: Items, name: ItemName, frame: Frame): string {
  const { label, at, text, contacts, state } = answerLine(items, name, true, frame, null);
  const instant = at === null ? '' : ` ${momentWords(at, frame, 'full')}`;
  const people = contacts
    .map(({ name: who, phone, email }) => [who, phone, email].filter(Boolean).join(', '))
    .join(' ; ');
  const head = state === 'known' ? '' : `${phrase(frame.language, label)}${instant}`;
  return [head, text ?? '', people].filter(Boolean).join('. ');
}
