import { MINUTE_MS } from '../../../domain/shared/instant';
import type { Said } from '../../../templates/pages/words/word';
import { faultLink, faultOf, isNow, type Question, type Raw, readMoment, tickedIn, typedIn } from './question';

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

const minuteOf = (at: string): string => new Date(Math.floor(Date.parse(at) / MINUTE_MS) * MINUTE_MS).toISOString();

/** A person types what a page shows, which has no seconds: of the facts of that minute, the latest. */
function sameMinute(typed: string, facts: readonly string[]): string {
  const there = facts.filter((fact) => minuteOf(fact) === minuteOf(typed));
  return [typed, ...there].reduce((a, b) => (Date.parse(b) > Date.parse(a) ? b : a));
}

export type Faulty = { name: string | null; text: Said };

/** The answers, and every question that is not answered well. `now`: what a ticked "now" means, to the minute. */
export function readSheet(
  questions: readonly Question[],
  raw: Raw,
  zone: string,
  now: Date | null = null,
): { ok: true; sheet: Sheet } | { ok: false; sheet: Sheet; faults: Faulty[] } {
  const faults = questions.flatMap((question) => {
    const fault = faultOf(question, raw, zone);
    return fault === null ? [] : [{ name: question.name, text: { key: fault } }];
  });
  const sheet = sheetOf(questions, raw, zone, now);
  return faults.length > 0 ? { ok: false, sheet, faults } : { ok: true, sheet };
}

function sheetOf(questions: readonly Question[], raw: Raw, zone: string, now: Date | null): Sheet {
  const text = (name: string) => {
    const kind = questions.find((one) => one.name === name)?.kind ?? 'text';
    return typedIn(raw, { name, kind }).trim();
  };
  const typed = (name: string, question: Question | undefined) => {
    if (question !== undefined && isNow(raw, question) && now !== null) return minuteOf(now.toISOString());
    const read = readMoment(raw, name, zone);
    return read.ok && read.value !== '' ? read.value : null;
  };
  const instantOr = (name: string): string | null => {
    const question = questions.find((one) => one.name === name);
    const instant = typed(name, question);
    if (instant === null) return null;
    const { near = [], notBefore } = question ?? {};
    const before = notBefore === undefined ? null : instantOr(notBefore);
    return sameMinute(instant, before === null ? near : [...near, before]);
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

/** The summary above a form: each fault once, named by its question, in the words that stand at the field. */
export const summaryOf = (faults: readonly Faulty[], aboutOf: (name: string) => Said | null) =>
  faults.map(({ name, text }) =>
    name === null ? { href: '#contenu', text, about: null } : faultLink(name, text, aboutOf(name)),
  );
