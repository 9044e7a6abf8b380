import type { Issue } from '../../../domain/shared/errors';
import { isEmail } from '../../../domain/party/email';
import { isPhone } from '../../../domain/party/phone';
import { isOneLine } from '../../../domain/shared/words';
import { readLocalTime } from '../../../domain/deadline/localTime';
import type { Fault, Field, Option } from '../../../templates/pages/parts/form';
import type { Said, Word } from '../../../templates/pages/words/word';

/** One question of a form, as data. `name` is the field of the command that it answers. */
export type Question = {
  name: string;
  kind: Field['kind'];
  label: Said;
  /** Other names of fields of the command that it answers. */
  answers?: readonly string[];
  hint?: Said;
  /** Heading above it: it begins a group of questions. */
  section?: Said;
  optional?: boolean;
  /** Names of questions of which any answers for this one: it is missing only where none of them is given. */
  either?: readonly string[];
  options?: readonly Option[];
  /** What is said when nothing was answered. */
  missing?: Word;
  /** Instants that pages show to the minute only: typed to that minute, the latest of them is meant. */
  near?: readonly string[];
  /** Name of the question whose instant comes first: typed to the same minute, it is the same instant. */
  notBefore?: string;
  /** "Now" may be ticked in place of a date and an hour. */
  canBeNow?: boolean;
  /** Shown before anybody has typed; for `checks`, values joined by a comma. */
  start?: string;
  /** What else is wrong with an answer, by its own words. */
  check?(value: string): Word | null;
};

/** Fields as the browser sent them: text by name. */
export type Raw = Readonly<Record<string, string>>;

const own = (raw: Raw, name: string): string => (Object.hasOwn(raw, name) ? (raw[name] ?? '') : '');

/** What was typed; where a file may be given, its text stands for it. */
export const typedIn = (raw: Raw, { name, kind }: Pick<Question, 'name' | 'kind'>): string =>
  (kind === 'file' && own(raw, `${name}File`)) || own(raw, name);

/** What was ticked: each box has a name of its own. */
export const tickedIn = (raw: Raw, { name, options = [] }: Question): string[] =>
  options.map(({ value }) => value).filter((value) => own(raw, `${name}.${value}`) !== '');

type Read = { ok: true; value: string } | { ok: false; fault: Word };

/** A wall clock as an instant. `""` stays empty. */
export function readMoment(raw: Raw, name: string, zone: string): Read {
  const wall = own(raw, name).trim();
  if (wall === '') return { ok: true, value: '' };
  const [date = '', time = ''] = wall.split('T');
  const said = own(raw, `${name}Hour`);
  const fold = said === 'first' || said === 'second' ? said : null;
  const read = readLocalTime({ date, time, zone, fold });
  if (read.ok) return { ok: true, value: read.instant };
  return { ok: false, fault: `err.${read.fault}` };
}

/** Whether anything was written, chosen or ticked, whatever it is worth. */
const isAnswered = (raw: Raw, name: string): boolean =>
  Object.keys(raw).some((key) => (key === name || key.startsWith(`${name}.`)) && own(raw, key).trim() !== '');

export const isNow = (raw: Raw, { name, canBeNow = false }: Question): boolean =>
  canBeNow && own(raw, `${name}Now`) !== '';

/** Which fault a question has by itself; null when it can be asked of the domain. */
export function faultOf(question: Question, raw: Raw, zone: string): Word | null {
  const { name, kind, optional = false, missing = 'err.missing', either = [], check } = question;
  if (either.some((other) => isAnswered(raw, other))) return null;
  if (kind === 'checks') return optional || tickedIn(raw, question).length > 0 ? null : missing;
  const value = typedIn(raw, question).trim();
  if (isNow(raw, question)) return value === '' ? null : 'err.nowOrHour';
  if (value === '') return optional ? null : missing;
  if (kind === 'moment') {
    const read = readMoment(raw, name, zone);
    return read.ok ? null : read.fault;
  }
  if (kind === 'date') return readLocalTime({ date: value, time: null, zone, fold: null }).ok ? null : missing;
  if (kind === 'email' && !isEmail(value)) return 'err.email';
  if (kind === 'text' && !isOneLine(value)) return 'err.line';
  if (kind === 'tel' && !isPhone(value)) return 'err.phone';
  if (kind === 'number') return /^\d{1,3}(?:[\s.,  ]?\d{3})*$|^\d+$/.test(value) ? null : 'err.number';
  if (kind === 'pick' || kind === 'select') {
    return question.options?.some((option) => option.value === value) ? null : missing;
  }
  return check?.(value) ?? null;
}

/** Both instants of an hour that came twice, so that a person can say which. */
function repeatedAt(raw: Raw, name: string, zone: string): Field['repeated'] {
  const read = readMoment(raw, name, zone);
  if (read.ok || read.fault !== 'err.repeatedHour') return null;
  const asFold = (fold: string) => readMoment({ ...raw, [`${name}Hour`]: fold }, name, zone);
  const [first, second] = [asFold('first'), asFold('second')];
  return first.ok && second.ok ? { first: first.value, second: second.value } : null;
}

/** A question as a field: with what was typed, or with what it starts from. */
export function fieldOf(question: Question, raw: Raw | null, zone: string, error: Said | null): Field {
  const { name, kind, label, hint = null, optional = false, options = [], start = '' } = question;
  return {
    kind,
    name,
    label,
    hint,
    optional,
    options,
    value: raw === null ? start : typedIn(raw, question),
    values: raw === null ? start.split(',').filter(Boolean) : tickedIn(raw, question),
    error,
    ...(question.section !== undefined && { section: question.section }),
    ...(question.canBeNow === true && { canBeNow: true, isNow: raw !== null && isNow(raw, question) }),
    repeated: raw === null || kind !== 'moment' ? null : repeatedAt(raw, name, zone),
  };
}

/** Ids of fields and summary agree: a link of the summary leads to the field. */
export const faultLink = (name: string, text: Said, about: Said | null): Fault => ({ href: `#f-${name}`, text, about });

/** Name of the question that an issue of the domain points at; null for one that speaks of the whole. */
export function questionAt(questions: readonly Question[], { pointer }: Issue): Question | null {
  const steps = pointer.split('/').filter((step) => step !== '' && step !== 'form' && step !== 'body');
  const whole = steps.join('-');
  const part = questions.find(({ name }) => name.includes('-') && whole.endsWith(name));
  if (part !== undefined) return part;
  // an end that is before its beginning is said at the end, not at the period
  const answering = questions.find(({ answers = [] }) => answers.some((field) => steps.includes(field)));
  return answering ?? questions.find(({ name }) => steps.includes(name)) ?? null;
}
