import Handlebars from 'handlebars';
import { clockState } from '../../../domain/deadline/clockState';
import type { Clock } from '../../../domain/deadline/clockState';
import { countWords, phrase, type Said, type Word, word } from '../words/word';
import { durationWords } from './duration';
import type { Frame, MemberFrame } from './frame';
import { calendarWords, inputMoment, type MomentStyle, momentWords } from './moment';
import { safeHref } from './safeHref';

type Options = Handlebars.HelperOptions;

const frameOf = ({ data }: Options): Frame => data.frame;
const memberOf = ({ data }: Options): MemberFrame => data.frame;
const escape = Handlebars.escapeExpression;
const safe = (html: string) => new Handlebars.SafeString(html);

const timeTag = (at: string, words: string) => `<time datetime="${escape(at)}">${escape(words)}</time>`;

/** What templates may call. Each escapes what it is given; nothing returns markup that a value could have brought. */
export const helpers = {
  /** `{{w "now.title" n=3}}`: words of the reader's language. */
  w: (key: Word, options: Options) => word(frameOf(options).language, key, options.hash),
  /** `{{colon label}}`: what stands between a label and what is said of it; a question has its own mark already. */
  colon: (label: Said, options: Options) => {
    const { language } = frameOf(options);
    return phrase(language, label).endsWith('?') ? ' ' : phrase(language, { key: 'form.colon' });
  },

  /** `{{say this}}`: words whose key and values the view brings. */
  say: (said: Said, options: Options) => phrase(frameOf(options).language, said),
  /** `{{count n "one" "many"}}`. */
  count: (n: number, one: Word, many: Word, options: Options) =>
    countWords(frameOf(options).language, n, { one, many }, options.hash),
  /** `{{time at "full"}}`: an instant in the zone of the page, with the instant itself for machines. */
  time: (at: string, style: MomentStyle, options: Options) =>
    safe(timeTag(at, momentWords(at, frameOf(options), style))),
  /** `{{calendar "2027-12-31"}}`: a day without an hour. */
  calendar: (day: string, options: Options) => safe(timeTag(day, calendarWords(day, frameOf(options).language))),
  /** The hour of the page itself. */
  pageTime: (style: MomentStyle, options: Options) => {
    const frame = frameOf(options);
    return safe(timeTag(frame.now, momentWords(frame.now, frame, style)));
  },
  /** Value of a `datetime-local` input. */
  inputTime: (at: string, options: Options) => inputMoment(at, frameOf(options).zone),
  /** Length of time between two instants. */
  between: (from: string, to: string, options: Options) =>
    durationWords(Date.parse(to) - Date.parse(from), frameOf(options).language),
  /** From the hour of the page to an instant. */
  until: (at: string, options: Options) => {
    const { now, language } = frameOf(options);
    return durationWords(Date.parse(at) - Date.parse(now), language);
  },
  /** `{{clock this}}`: shape, word and length; the due instant stands beside it. `short`: without the word "near". */
  clock: (clock: Clock, options: Options) => safe(clockTag(clock, frameOf(options), options.hash['short'] === true)),
  state: (clock: Clock, options: Options) => clockState(clock, new Date(frameOf(options).now)),
  /** Share of the time that has passed, 0 to 100. */
  passed: ({ startedAt, dueAt }: Clock, options: Options) => {
    const whole = Date.parse(dueAt) - Date.parse(startedAt);
    const passed = Date.parse(frameOf(options).now) - Date.parse(startedAt);
    return String(Math.min(100, Math.max(0, Math.round((passed / whole) * 100))));
  },
  /** Path inside the organisation. */
  o: (path: string, options: Options) => `/o/${encodeURIComponent(memberOf(options).orgId)}${safeHref(path)}`,
  link: (href: string) => safeHref(href),
  tel: (number: string) => `tel:${number.replaceAll(/[^\d+]/g, '')}`,
  /** No line break inside a telephone number or a reference. */
  tight: (text: string) => text.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011'),
  /** A hash in groups of eight, as people compare it. */
  groups: (hash: string) => hash.replaceAll(/(.{8})(?=.)/g, '$1 '),
  is: (a: unknown, b: unknown) => a === b,
  not: (a: unknown) => !a,
  either: (a: unknown, b: unknown) => Boolean(a) || Boolean(b),
  has: (list: readonly unknown[], item: unknown) => list.includes(item),
  join: (a: string, b: string) => `${a}${b}`,
};

function clockTag(clock: Clock, { now, language }: Frame, isShort: boolean): string {
  const state = clockState(clock, new Date(now));
  const say = (key: Word) => escape(word(language, key, {}));
  const length = (from: string, to: string) =>
    `<b>${escape(durationWords(Date.parse(to) - Date.parse(from), language))}</b>`;
  const tag = (inner: string) => `<span class="clock" data-state="${state}"><span>${inner}</span></span>`;
  switch (state) {
    case 'done':
      return tag(`${say('clock.done')} <i>${say('clock.in')} ${length(clock.startedAt, clock.doneAt ?? now)}</i>`);
    case 'late':
      return tag(`<i>${say('clock.late')}</i> ${length(clock.reg1182 ?? clock.dueAt, now)}`);
    case 'strict':
      return tag(`<i>${say('clock.strict')}</i> ${length(now, clock.reg1182 ?? clock.dueAt)}`);
    case 'near':
    case 'run': {
      if (clock.doneAt !== null) return tag(`<span class="wrap">${say('clock.caught')}</span>`);
      const before = state === 'near' && !isShort ? 'clock.near' : 'clock.left';
      return tag(`<i>${say(before)}</i> ${length(now, clock.dueAt)}`);
    }
  }
}
