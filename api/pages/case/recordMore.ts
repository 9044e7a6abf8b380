import type { BreachRecord } from '../../../domain/authority/breachRecord';
import type { Period } from '../../../domain/authority/recordParts';
import { FoundBy, MeasureState } from '../../../domain/authority/vocabulary';
import { Consequence } from '../../../domain/incident/vocabulary';
import { saWord } from '../../../templates/authorityValue';
import type { Language } from '../../../domain/letters/head';
import { inputMoment } from '../../../templates/pages/frame/moment';
import { area, options, orNone } from '../forms/kit';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';

const PERIODS = ['day', 'range', 'ongoing', 'unknown'] as const;
const listed = ['systems', 'processings', 'attachments'] as const;
type State = (typeof MeasureState.options)[number];

type Around = { record: BreachRecord; zone: string; language: Language };

/** What the record needs and the authority's form does not ask so (GDPR Art 33(5), domain rules 2.5). */
export function moreQuestions({ record, zone, language }: Around): Question[] {
  const { period, foundBy, becameOfData, recoverableData, informedOn, measuresAfter } = record;
  const { periodFrom, periodTo } = startsOf(period ?? null, zone);
  const moment = (name: 'periodFrom' | 'periodTo', start: string): Question => ({
    name,
    kind: 'moment',
    answers: name === 'periodFrom' ? ['from', 'on'] : ['to'],
    label: { key: `recordAsk.${name}` },
    hint: { key: 'form.zone', values: { zone } },
    optional: true,
    start,
  });
  const found = FoundBy.options.map((value) => ({ value, label: saWord(language, 'foundBy', value) }));
  const textsOf = (state: State) =>
    (measuresAfter ?? []).flatMap((one) => (one.state === state ? [one.what] : [])).join('\n');
  return [
    orNone({
      name: 'foundBy',
      kind: 'select',
      label: { key: 'recordNeed.foundBy' },
      options: found,
      start: foundBy ?? '',
    }),
    orNone({
      name: 'period',
      kind: 'select',
      label: { key: 'recordNeed.period' },
      options: options('recordPeriod', PERIODS),
      start: period?.period ?? '',
    }),
    moment('periodFrom', periodFrom),
    moment('periodTo', periodTo),
    ...listed.map((name) =>
      area(name, name === 'attachments' ? 'recordAsk.attachments' : `recordNeed.${name}`, {
        optional: true,
        hint: { key: 'recordAsk.lines' },
        start: (record[name] ?? []).join('\n'),
      }),
    ),
    {
      name: 'becameOfData',
      kind: 'checks',
      label: { key: 'recordNeed.becameOfData' },
      options: options('consequence', Consequence.options),
      optional: true,
      start: (becameOfData ?? []).join(','),
    },
    {
      name: 'informedOn',
      kind: 'date',
      label: saWord(language, 'field', 'informedOn'),
      optional: true,
      start: informedOn ?? '',
    },
    area('recoverableData', 'recordNeed.recoverableData', { optional: true, start: recoverableData ?? '' }),
    ...MeasureState.options.map((state) =>
      area(`measures-${state}`, `recordAsk.measures.${state}`, {
        optional: true,
        answers: state === 'done' ? ['measuresAfter'] : [],
        hint: { key: 'recordAsk.lines' },
        start: textsOf(state),
      }),
    ),
  ];
}

/** A day is shown from its first instant on. */
function startsOf(period: Period | null, zone: string): { periodFrom: string; periodTo: string } {
  const shown = (at: string | null) => (at === null ? '' : inputMoment(at, zone));
  switch (period?.period) {
    case 'day':
      return { periodFrom: `${period.on}T00:00`, periodTo: '' };
    case 'range':
      return { periodFrom: shown(period.from), periodTo: shown(period.to) };
    case 'ongoing':
      return { periodFrom: shown(period.from), periodTo: '' };
    default:
      return { periodFrom: '', periodTo: '' };
  }
}

/** What was given; a measure that was there keeps who is in charge of it, and when. */
export function moreIn(sheet: Sheet, { record, zone }: Omit<Around, 'language'>): Record<string, unknown> {
  const foundBy = sheet.textOr('foundBy');
  const became = sheet.ticked('becameOfData');
  const informedOn = sheet.textOr('informedOn');
  const recoverable = sheet.textOr('recoverableData');
  const period = periodIn(sheet, zone);
  const measures = MeasureState.options.flatMap((state) =>
    sheet.lines(`measures-${state}`).map((what) => {
      const before = (record.measuresAfter ?? []).find((one) => one.what === what && one.state === state);
      return before ?? { what, state, owner: null, at: null };
    }),
  );
  return {
    ...(foundBy !== null && { foundBy }),
    ...(period !== null && { period }),
    ...Object.fromEntries(
      listed.flatMap((name) => (sheet.lines(name).length === 0 ? [] : [[name, sheet.lines(name)] as const])),
    ),
    ...(informedOn !== null && { informedOn }),
    ...(became.length > 0 && { becameOfData: became }),
    ...(recoverable !== null && { recoverableData: recoverable }),
    ...(measures.length > 0 && { measuresAfter: measures }),
  };
}

/** What is missing of a period is found by the schema. */
function periodIn(sheet: Sheet, zone: string): Record<string, unknown> | null {
  const period = sheet.textOr('period');
  const [from, to] = [sheet.instantOr('periodFrom'), sheet.instantOr('periodTo')];
  switch (period) {
    case 'day':
      return { period, on: from === null ? null : inputMoment(from, zone).slice(0, 10), estimated: false };
    case 'range':
      return { period, from, to, estimated: false };
    case 'ongoing':
      return { period, from, estimated: false };
    case 'unknown':
      return { period };
    default:
      return null;
  }
}
