import { currentDraft } from './currentDraft';
import type { Notice } from './fold';
import type { Answer, Draft, ItemName, PersonsAnswer } from './items';

/**
 * What a sub-processor said of each item, in the language of the notice; `counted`: its numbers in words. `isTotal`: they are
 * of several clients together, so that no controller is told one as its own, and `counted` says no number.
 */
export type ToldTexts = Record<ItemName, string | null>;
export type Told = {
  texts: ToldTexts;
  persons: number | null;
  records: number | null;
  counted: { persons: string | null; records: string | null };
  isTotal: boolean;
};

type Which = 'persons' | 'records';

/** An item holds as much. */
const LONGEST = 10_000;

/**
 * The draft with what a sub-processor told, behind what is there: nothing of ours goes, nothing of theirs is put in its
 * place (domain rules 7.5). Item b is ours to give, since the controller asks us; what would not fit is left out here, and
 * stands in the letter all the same (`toldApart`).
 *
 * @param lead who told it, of which tier and when
 * @param earlier what earlier versions of the same notice of theirs told: a number of those that stands here gives way (ADR 0042)
 */
export function withTold(
  notice: Pick<Notice, 'draft' | 'versions'>,
  told: Told,
  lead: string,
  earlier: readonly Pick<Told, 'persons' | 'records'>[] = [],
): Draft {
  const { a, c, d, e } = currentDraft(notice);
  const behind = (before: string | null, text: string | null): string | null => {
    if (text === null) return null;
    const joined = before === null ? `${lead} ${text}` : `${before}\n\n${lead} ${text}`;
    return joined.length > LONGEST ? null : joined;
  };
  const answerOf = (before: Answer | null, text: string | null): Answer | null => {
    const joined = behind(textOf(before), text);
    return joined === null ? null : { answer: 'value', text: joined };
  };
  const personsOf = (before: PersonsAnswer | null): PersonsAnswer | null => {
    const known = before?.answer === 'value' ? before : { persons: null, records: null };
    const numberOf = (which: Which) => {
      const isTheirs = earlier.some((one) => one[which] === known[which]);
      if (told.isTotal) return isTheirs && told[which] !== null ? null : known[which];
      return isTheirs ? (told[which] ?? known[which]) : (known[which] ?? told[which]);
    };
    const numbers = { persons: numberOf('persons'), records: numberOf('records') };
    const joined = behind(textOf(before), personsWords(told, numbers));
    return joined === null ? null : { answer: 'value', text: joined, ...numbers };
  };
  const { draft } = notice;
  return {
    a: behind(a, told.texts.a) ?? draft.a,
    b: draft.b,
    c: personsOf(c) ?? draft.c,
    d: answerOf(d, told.texts.d) ?? draft.d,
    e: answerOf(e, told.texts.e) ?? draft.e,
  };
}

/** Its words; a number is said in words where no field says it, or where nothing else tells whose it is. */
function personsWords(told: Told, numbers: Record<Which, number | null>): string | null {
  const { c } = told.texts;
  const words = (['persons', 'records'] as const).map((which) =>
    (c !== null || told.isTotal) && isGiven(told, which, numbers[which]) ? null : told.counted[which],
  );
  return [c, ...words].filter((one) => one !== null).join('\n') || null;
}

/** A field says it; of a total any number does, which a person has split off it. */
const isGiven = (told: Told, which: Which, number: number | null): boolean =>
  told.isTotal ? number !== null : number === told[which];

/** Of a known item what it says, of one that cannot be determined why; a promise says nothing. */
export function textOf(item: Answer | PersonsAnswer | null): string | null {
  switch (item?.answer) {
    case 'value':
      return item.text;
    case 'cannotBeDetermined':
      return item.reason;
    default:
      return null;
  }
}

/** Items whose told text the notice's own does not hold: the letter says them apart, so that none is ever dropped. */
export function toldApart(items: Draft | null, told: Told): { item: ItemName; text: string }[] {
  const held: Record<ItemName, string> = {
    a: items?.a ?? '',
    b: '',
    c: textOf(items?.c ?? null) ?? '',
    d: textOf(items?.d ?? null) ?? '',
    e: textOf(items?.e ?? null) ?? '',
  };
  const numbers = items?.c?.answer === 'value' ? items.c : { persons: null, records: null };
  const unsaid = (['persons', 'records'] as const).map((which) =>
    isGiven(told, which, numbers[which]) ? null : told.counted[which],
  );
  return (['a', 'b', 'c', 'd', 'e'] as const).flatMap((item) => {
    const isSaid = (words: string | null): words is string => words !== null && !held[item].includes(words);
    const said = [told.texts[item], ...(item === 'c' ? unsaid : [])].filter(isSaid);
    return said.length === 0 ? [] : [{ item, text: said.join('\n') }];
  });
}
