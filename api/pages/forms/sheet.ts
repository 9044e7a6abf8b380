import { isWord, type Said, type Word } from '../../../templates/pages/words/word';
import type { Issue } from '../../../domain/shared/errors';
import { faultLink, faultOf, type Question, questionAt, type Raw, readMoment, tickedIn } from './question';

/** A filled form. What is asked for is there: `readSheet` has looked. */
export type Sheet = {
  text(name: string): string;
  /** Null where nothing was written. */
  textOr(name: string): string | null;
  instant(name: string): string;
  instantOr(name: string): string | null;
  number(name: string): number | null;
  ticked(name: string): string[];
  lines(name: string): string[];
};

export type Faulty = { name: string | null; text: Said };

/** Every question that is not answered well, or the answers. */
export function readSheet(
  questions: readonly Question[],
  raw: Raw,
  zone: string,
): { ok: true; sheet: Sheet } | { ok: false; faults: Faulty[] } {
  const faults = questions.flatMap((question) => {
    const fault = faultOf(question, raw, zone);
    return fault === null ? [] : [{ name: question.name, text: { key: fault } }];
  });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, sheet: sheetOf(questions, raw, zone) };
}

function sheetOf(questions: readonly Question[], raw: Raw, zone: string): Sheet {
  const text = (name: string) => (Object.hasOwn(raw, name) ? (raw[name] ?? '') : '').trim();
  const instantOr = (name: string) => {
    const read = readMoment(raw, name, zone);
    return read.ok && read.value !== '' ? read.value : null;
  };
  return {
    text,
    textOr: (name) => text(name) || null,
    instantOr,
    instant: (name) => instantOr(name) ?? '',
    number: (name) => (text(name) === '' ? null : Number(text(name).replaceAll(/\D/g, ''))),
    ticked: (name) => {
      const question = questions.find((one) => one.name === name);
      return question === undefined ? [] : tickedIn(raw, question);
    },
    lines: (name) =>
      text(name)
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean),
  };
}

/** What the domain found, as faults of the form: in words of ours where we have them, at the question where there is one. */
export const faultsOfIssues = (questions: readonly Question[], issues: readonly Issue[]): Faulty[] =>
  issues.map((issue) => ({ name: questionAt(questions, issue)?.name ?? null, text: wordsOf(issue.message) }));

/** The domain speaks English to programs; people get the interface's words. */
function wordsOf(message: string): Said {
  const known = messages.find(([pattern]) => pattern.test(message));
  const key = known?.[1] ?? 'err.check';
  return isWord(key) ? { key } : message;
}

const messages: readonly [RegExp, Word][] = [
  [/will follow$/, 'err.eta'],
  [/^is yet to come/, 'err.future'],
  [/^give an instant yet to come/, 'err.eta'],
  [/^is before /, 'err.before'],
  [/^is after detectedAt/, 'err.afterDetected'],
  [/^is not before what runs/, 'err.notEarlier'],
  [/^name the agreements/, 'err.touched'],
  [/^name an agreement/, 'err.touched'],
  [/^no such agreement/, 'err.touched'],
  [/^looks like a sample/, 'err.sample'],
  [/^the limit was /, 'err.late'],
  [/^nothing differs/, 'err.nothingNew'],
  [/^one person alone/, 'err.alone'],
  [/still open$/, 'err.openNotices'],
  [/^decide first/, 'err.holds'],
  [/^items are still/, 'err.stillToFollow'],
  [/^no contact has acknowledged/, 'err.noAck'],
  [/^say how/, 'err.how'],
  [/^is not a member/, 'err.member'],
  [/^that data may be lost/, 'err.useSuspect'],
  [/^the awareness of a breach/, 'err.useCorrect'],
  [/^no earlier clock/, 'err.noRelease'],
  [/address or a telephone|email/i, 'err.contact'],
  [/400 days/, 'err.days'],
];

/** The summary above a form: each fault once, named by its question, in the words that stand at the field. */
export const summaryOf = (faults: readonly Faulty[], aboutOf: (name: string) => Said | null) =>
  faults.map(({ name, text }) =>
    name === null ? { href: '#contenu', text, about: null } : faultLink(name, text, aboutOf(name)),
  );
