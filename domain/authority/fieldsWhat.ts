import type { Period } from './recordParts';
import { day, type FormField, instant, NOT_SAID, type Reading, term, terms, text } from './formField';

const isDated = (period: Period | null | undefined): boolean =>
  period !== null && period !== undefined && period.period !== 'unknown';

/** Dates that are estimated say so beside the value. */
function dated(reading: Reading, { estimated }: { estimated: boolean }): Reading {
  if (reading === null || !estimated) return reading;
  const mark = { as: 'terms', vocabulary: 'said', terms: ['estimated'] } as const;
  return { ...reading, values: [...reading.values, mark] };
}

function beginning(period: Period | null | undefined): Reading {
  switch (period?.period) {
    case 'day':
      return dated(day(period.on), period);
    case 'range':
      return dated(instant(period.from), period);
    case 'ongoing':
      return period.from === null ? term('said', 'notKnownYet', 'notKnownYet') : dated(instant(period.from), period);
    default:
      return NOT_SAID;
  }
}

function end(period: Period | null | undefined): Reading {
  switch (period?.period) {
    case 'day':
      return dated(day(period.on), period);
    case 'range':
      return dated(instant(period.to), period);
    default:
      return NOT_SAID;
  }
}

/** Sections 6 and 7: when it happened, what happened. */
export const whatFields = [
  {
    key: 'period',
    section: 'dates',
    need: 'complete',
    pointer: '/period',
    read: ({ period }) =>
      period === null || period === undefined ? NOT_SAID : term('yesNo', isDated(period) ? 'yes' : 'no'),
  },
  {
    key: 'began',
    section: 'dates',
    need: 'complete',
    pointer: '/period',
    read: ({ period }) => beginning(period),
    asked: ({ period }) => isDated(period),
  },
  {
    key: 'ended',
    section: 'dates',
    need: 'complete',
    pointer: '/period',
    read: ({ period }) => end(period),
    asked: ({ period }) => isDated(period) && period?.period !== 'ongoing',
  },
  {
    key: 'ongoing',
    section: 'dates',
    need: 'complete',
    pointer: '/period',
    read: ({ period }) => term('yesNo', period?.period === 'ongoing' ? 'yes' : 'no'),
    asked: ({ period }) => isDated(period),
  },
  {
    key: 'awareAt',
    section: 'dates',
    need: 'initial',
    pointer: '/awareAt',
    read: (_record, { awareAt }) => instant(awareAt),
  },
  {
    key: 'saidLaterAt',
    section: 'dates',
    need: 'optional',
    pointer: '/awareAt',
    read: (_record, { saidLaterAt }) => instant(saidLaterAt),
    asked: (_record, { saidLaterAt }) => saidLaterAt !== null,
  },
  {
    key: 'datesComment',
    section: 'dates',
    need: 'optional',
    pointer: '/datesComment',
    read: ({ datesComment }) => text(datesComment),
  },
  {
    key: 'discovery',
    section: 'dates',
    need: 'complete',
    pointer: '/discovery',
    read: ({ discovery }) => text(discovery),
  },
  {
    key: 'certainty',
    section: 'dates',
    need: 'complete',
    pointer: '/certainty',
    read: ({ certainty }) => term('certainty', certainty),
  },
  {
    key: 'delayReasons',
    section: 'dates',
    need: 'initial',
    pointer: '/delayReasons',
    read: ({ delayReasons }) => terms('delay', delayReasons),
    asked: (_record, { reasonsNeeded }) => reasonsNeeded,
  },
  {
    key: 'delayText',
    section: 'dates',
    need: 'initial',
    pointer: '/delayText',
    read: ({ delayText }) => text(delayText),
    asked: (_record, { reasonsNeeded }) => reasonsNeeded,
  },
  {
    key: 'natures',
    section: 'nature',
    need: 'initial',
    pointer: '/natures',
    read: ({ natures }) => terms('nature', natures),
  },
  {
    key: 'origins',
    section: 'nature',
    need: 'complete',
    pointer: '/origins',
    read: ({ origins }) => terms('origin', origins),
  },
  {
    // "Unknown" is a published answer of its own, and may be the last word
    key: 'causes',
    section: 'nature',
    need: 'complete',
    pointer: '/causes',
    read: ({ causes }) => terms('cause', causes),
  },
  {
    key: 'description',
    section: 'nature',
    need: 'complete',
    pointer: '/description',
    read: ({ description }) => text(description),
  },
] as const satisfies readonly FormField[];
