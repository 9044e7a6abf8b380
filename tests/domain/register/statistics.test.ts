import { describe, expect, it } from '@jest/globals';
import type { CaseFact, IncidentFact, NoticeFact } from '../../../domain/register/facts';
import { wholeRegister } from '../../../domain/register/filter';
import { statisticsOf, type StatisticsGroup } from '../../../domain/register/statistics';

const now = new Date('2026-06-01T00:00:00.000Z');
const at = '2026-05-13T08:00:00.000Z';
const hours = (count: number) => new Date(Date.parse(at) + count * 3_600_000).toISOString();
const incident = (id: string, change: Partial<IncidentFact> = {}): IncidentFact => ({
  kind: 'incident',
  id,
  seq: 1,
  exercise: false,
  natures: ['confidentiality'],
  causes: [],
  origins: [],
  data: [],
  sensitive: null,
  persons: null,
  isBreach: true,
  isOpen: true,
  at,
  role: 'processor',
  agreementIds: [],
  ...change,
});
const oneCase = (id: string, change: Partial<CaseFact> = {}): CaseFact => ({
  kind: 'controllerCase',
  id,
  seq: 2,
  exercise: false,
  natures: ['availability'],
  causes: [],
  origins: [],
  data: [],
  sensitive: null,
  persons: null,
  isBreach: true,
  isOpen: true,
  at,
  role: 'controller',
  sector: null,
  awareAt: at,
  limit: { strict: hours(72), reg1182: hours(73) },
  filedAt: null,
  isExcused: false,
  informed: 'notDetermined',
  reached: null,
  ...change,
});
const notice = (id: string, incidentId: string, change: Partial<NoticeFact> = {}): NoticeFact => ({
  kind: 'notice',
  id,
  seq: 3,
  exercise: false,
  incidentId,
  agreementId: 'a',
  isBreach: true,
  isOpen: true,
  sentAt: null,
  isCounted: true,
  dueAt: hours(24),
  awareAt: at,
  ...change,
});
type Facts = Parameters<typeof statisticsOf>[0];
const countsOf = (facts: Facts, key: StatisticsGroup['key'], filter = wholeRegister) =>
  Object.fromEntries(
    (statisticsOf(facts, filter, now).groups.find((group) => group.key === key)?.counts ?? [])
      .filter(({ processor, controller }) => processor + controller > 0)
      .map(({ term, processor, controller }) => [term, [processor, controller]]),
  );

describe('statistics of breaches (domain rules 2.3)', () => {
  it.each([
    [0, '0-5'],
    [5, '0-5'],
    [6, '6-50'],
    [50, '6-50'],
    [51, '51-300'],
    [300, '51-300'],
    [301, '301-5000'],
    [5000, '301-5000'],
    [5001, 'over5000'],
    [null, 'unknown'],
  ])('%s persons fall in the band %s', (persons, band) => {
    expect(countsOf([incident('i', { persons })], 'persons')).toEqual({ [band]: [1, 0] });
  });

  it('count a breach of several causes in each, and one without any as not determined', () => {
    const facts = [incident('a', { causes: ['other', 'external-malicious'] }), oneCase('b')];
    expect(countsOf(facts, 'cause')).toEqual({ other: [1, 0], 'external-malicious': [1, 0], unknown: [0, 1] });
    expect(countsOf(facts, 'nature')).toEqual({ confidentiality: [1, 0], availability: [0, 1] });
  });

  it('count data in each of their categories, and special ones by whether any was touched, and by which', () => {
    const facts = [
      incident('a', { data: ['civil-status', 'contact-details'], sensitive: ['health', 'trade-union'] }),
      oneCase('b', { data: ['contact-details'], sensitive: [] }),
      oneCase('c'),
    ];
    expect(countsOf(facts, 'data')).toEqual({ 'civil-status': [1, 0], 'contact-details': [1, 1], unknown: [0, 1] });
    expect(countsOf(facts, 'sensitive')).toEqual({ yes: [1, 0], no: [0, 1], unknown: [0, 1] });
    expect(countsOf(facts, 'sensitiveData')).toEqual({ health: [1, 0], 'trade-union': [1, 0] });
  });

  it('leave out incidents that are no breach, and exercises, which are counted apart', () => {
    const facts = [incident('a', { isBreach: false }), incident('b', { exercise: true }), incident('c')];
    expect(statisticsOf(facts, wholeRegister, now).total).toEqual({ processor: 1, controller: 0 });
    expect(statisticsOf(facts, { ...wholeRegister, exercise: true }, now).total.processor).toBe(1);
  });

  it('count notices of the period’s breaches alone: in time to the last instant, late after it, or not sent yet', () => {
    const facts = [
      incident('i'),
      incident('old', { at: '2025-01-01T00:00:00.000Z' }),
      notice('1', 'i', { sentAt: hours(24) }),
      notice('2', 'i', { sentAt: hours(24.001) }),
      notice('3', 'i'),
      notice('4', 'i', { dueAt: null }),
      notice('5', 'old', { sentAt: hours(1) }),
      notice('6', 'i', { isBreach: false, sentAt: hours(99) }),
    ];
    const filter = { ...wholeRegister, from: '2026-01-01T00:00:00.000Z' };
    expect(countsOf(facts, 'timing', filter)).toEqual({ inTime: [1, 0], late: [2, 0], waiting: [1, 0] });
  });

  it('count what touches our own processing alone once, as the case that it opened', () => {
    const facts = [incident('a', { role: 'controller' }), incident('b', { role: 'both' }), oneCase('c')];
    const { total } = statisticsOf(facts, wholeRegister, now);
    expect(total).toEqual({ processor: 1, controller: 1 });
    expect(countsOf([incident('a', { role: 'controller' })], 'nature')).toEqual({});
  });

  it('do not wait for a notice that was closed before anything was said, as its breach was ruled out', () => {
    const facts = [
      incident('i'),
      notice('1', 'i', { dueAt: null, isOpen: false }),
      notice('2', 'i', { isOpen: false }),
    ];
    expect(countsOf(facts, 'timing')).toEqual({ late: [1, 0] });
  });

  it('count the authority by both counts of Regulation 1182/71, and nobody where it was decided not to notify', () => {
    const facts = [
      oneCase('1', { filedAt: hours(72) }),
      oneCase('2', { filedAt: hours(72.5) }),
      oneCase('3', { filedAt: hours(74) }),
      oneCase('4'),
      oneCase('5', { limit: { strict: '2026-07-01T00:00:00.000Z', reg1182: '2026-07-01T01:00:00.000Z' } }),
      oneCase('6', { isExcused: true }),
    ];
    expect(countsOf(facts, 'timing')).toEqual({ inTime: [0, 1], lateStrict: [0, 1], late: [0, 2], waiting: [0, 1] });
    expect(countsOf(facts, 'authority')).toEqual({ notify: [0, 5], excused: [0, 1] });
  });

  it('count a time that fills a band to its end in it, and one that is longer in the next', () => {
    const lengths = [4, 4.001, 12, 72, 72.001];
    const facts = [incident('i'), ...lengths.map((length, n) => notice(`${n}`, 'i', { sentAt: hours(length) }))];
    expect(countsOf(facts, 'delay')).toEqual({ 4: [1, 0], 12: [2, 0], 72: [1, 0], more: [1, 0] });
  });

  it('say the time from awareness to notice in bands, with its median', () => {
    const facts = [
      incident('i'),
      ...[1, 5, 30, 100].map((length, n) => notice(`${n}`, 'i', { sentAt: hours(length) })),
    ];
    expect(countsOf(facts, 'delay')).toEqual({ 4: [1, 0], 12: [1, 0], 48: [1, 0], more: [1, 0] });
    expect(statisticsOf(facts, wholeRegister, now).medianMs).toEqual({ processor: 5 * 3_600_000, controller: null });
  });

  it('count persons told, of those concerned, and mails that came back', () => {
    const facts = [
      oneCase('1', { reached: { concerned: 41, told: 40, bounced: 3 } }),
      oneCase('2', { reached: { concerned: 9, told: 0, bounced: 0 } }),
      oneCase('3'),
    ];
    expect(countsOf(facts, 'reached')).toEqual({ concerned: [0, 50], told: [0, 40], bounced: [0, 3] });
  });

  it('count sectors and what became of telling the persons, of cases alone', () => {
    const facts = [oneCase('1', { sector: 'Q', informed: 'informed' }), oneCase('2', { informed: 'willNotBe' })];
    expect(countsOf(facts, 'sector')).toEqual({ Q: [0, 1], unknown: [0, 1] });
    expect(countsOf(facts, 'told')).toEqual({ informed: [0, 1], willNotBe: [0, 1] });
  });
});
