import { faultsOfReport } from '../../domain/incident/decide';
import { leadsSomewhere } from '../../domain/party/email';
import type { Issue } from '../../domain/shared/errors';
import { HOUR_MS } from '../../domain/shared/instant';
import { readLocalTime, startOfLocalDay } from '../../domain/deadline/localTime';
import { inputMoment } from '../../templates/pages/frame/moment';
import { phrase, type Said, type Word } from '../../templates/pages/words/word';
import type { Question, Raw } from './forms/question';
import type { Sheet } from './forms/sheet';
import { options } from './forms/kit';

/** Six digits, with anything between and around them. */
const DIALLED = /\d(?:\D*\d){5}/;

const pick = (name: string, label: Word, names: readonly [string, Word][], start = ''): Question => ({
  name,
  kind: 'pick',
  label: { key: label },
  missing: 'err.choose',
  start,
  options: names.map(([value, key]) => ({ value, label: { key } })),
});

/** Four questions; the rest may come later. Who was there before today says when. */
export function questionsOf(zone: string, raw: Raw | null) {
  const isBefore = raw?.['when'] === 'before';
  const what: Question = {
    name: 'text',
    kind: 'area',
    label: { key: 'signal.what' },
    hint: { key: 'signal.whatHint' },
  };
  const names = [
    ['now', 'signal.whenNow'],
    ['today', 'signal.whenToday'],
    ['before', 'signal.whenBefore'],
  ] as const satisfies [string, Word][];
  const when: Question = { ...pick('when', 'signal.when', names), either: ['alertedAt'] }; // an exact hour says it all
  const at: Question = {
    name: 'alertedAt',
    kind: 'moment',
    label: { key: 'signal.at' },
    hint: { key: 'form.zone', values: { zone } },
    optional: true,
  };
  const day: Question = {
    name: 'day',
    kind: 'date',
    label: { key: 'signal.day' },
    hint: { key: 'signal.dayHint' },
    optional: !isBefore,
    either: ['alertedAt'],
    missing: 'err.day',
  };
  const data = pick(
    'data',
    'signal.data',
    [
      ['yes', 'signal.yes'],
      ['no', 'signal.no'],
      ['unknown', 'signal.dontKnow'],
    ],
    'unknown',
  );
  const phone: Question = {
    name: 'declarant',
    kind: 'text',
    label: { key: 'signal.phone' },
    hint: { key: 'signal.phoneHint' },
    missing: 'err.contact',
    // Without @ it is a telephone, in whatever way it is written down at night: only what nobody could dial is refused.
    check: (where) => (where.includes('@') || DIALLED.test(where) ? null : 'err.phoneOrEmail'),
  };
  const more: Question[] = [
    {
      name: 'detectedAt',
      kind: 'moment',
      label: { key: 'signal.detectedAt' },
      hint: { key: 'signal.detectedHint', values: { zone } },
      optional: true,
    },
    {
      name: 'looksLike',
      kind: 'select',
      label: { key: 'signal.kind' },
      options: options('kind', ['unspecified', 'event', 'incident', 'loss', 'theft', 'intrusion']),
      start: 'unspecified',
    },
    {
      name: 'systems',
      kind: 'area',
      label: { key: 'signal.systems' },
      hint: { key: 'signal.systemsHint' },
      optional: true,
    },
    {
      name: 'exercise',
      kind: 'checks',
      label: { key: 'signal.exercise' },
      options: [{ value: 'yes', label: { key: 'signal.exerciseYes' } }],
      optional: true,
    },
  ];
  return { what, when, at, day, data, phone, more, all: [what, when, at, day, data, phone, ...more] };
}

/** An address to begin with; none where it leads nowhere. */
export const reachable = (email = ''): string => (leadsSomewhere(email) ? email : '');

type By = { language: 'fr' | 'en'; zone: string; now: Date; name: string | null };

export function signalOf(sheet: Sheet, { language, zone, now, name }: By) {
  const where = sheet.text('declarant');
  const isMail = where.includes('@');
  const said: Said | null = dataWords(sheet.text('data'));
  return {
    text: said === null ? sheet.text('text') : `${sheet.text('text')}\n\n${phrase(language, said)}`,
    source: 'person',
    channel: 'form',
    ...alertOf(sheet, zone, now),
    detectedAt: sheet.instantOr('detectedAt'),
    declarant: { name, email: isMail ? where : null, phone: isMail ? null : where },
    looksLike: sheet.text('looksLike'),
    systems: sheet.lines('systems'),
    language,
    exercise: sheet.ticked('exercise').length > 0,
  };
}

/** Known only by its day, an instant is that day's first: never too late. The day is said too, so that no hour is shown. */
function alertOf(sheet: Sheet, zone: string, now: Date): { alertedAt: string; alertedDay?: string } {
  const exact = sheet.instantOr('alertedAt');
  if (exact !== null) return { alertedAt: exact };
  if (sheet.text('when') === 'now') return { alertedAt: justNow(sheet.text('madeAt'), now) };
  const given = sheet.text('when') === 'before' ? sheet.textOr('day') : null;
  const day = given ?? inputMoment(now.toISOString(), zone).slice(0, 10);
  return { alertedAt: startOfLocalDay(day, zone), alertedDay: day };
}

/** What is wrong with the instants that are given, where other answers miss: all is said at once, each where it was typed. */
export function judgeSignal(sheet: Sheet, zone: string, now: Date): Issue[] {
  const exact = sheet.instantOr('alertedAt');
  const detectedAt = sheet.instantOr('detectedAt');
  if (exact !== null || sheet.text('when') !== 'before') return faultsOfReport({ alertedAt: exact, detectedAt }, now);
  const read = readLocalTime({ date: sheet.text('day'), time: null, zone, fold: null });
  return atTheDay(faultsOfReport({ alertedAt: read.ok ? read.instant : null, detectedAt }, now));
}

/** Of an alert that is known by its day alone, the fault stands at the day. */
const atTheDay = (issues: readonly Issue[]): Issue[] =>
  issues.map((issue) => (issue.pointer === '/alertedAt' ? { ...issue, pointer: '/day' } : issue));

/** The hour of the form, unless it was left open: a form sent twice must say the same. */
function justNow(madeAt: string, now: Date): string {
  const madeMs = Date.parse(madeAt);
  const isFresh = madeMs <= now.getTime() && now.getTime() - madeMs < HOUR_MS;
  return new Date(isFresh ? madeMs : now.getTime()).toISOString();
}

function dataWords(answer: string): Said | null {
  if (answer === 'yes') return { key: 'signal.textData' };
  return answer === 'no' ? { key: 'signal.textNoData' } : null;
}
