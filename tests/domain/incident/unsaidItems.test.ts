import { describe, expect, it } from '@jest/globals';
import { type SubNotice, subNoticesFor } from '../../../domain/incident/subNotice';
import { unsaidItems } from '../../../domain/incident/unsaidItems';
import type { SubItems } from '../../../domain/incident/subNoticeValues';
import { commands } from '../../fakes/incidentStory';

const NOTHING: SubItems = { a: null, b: null, c: null, d: null, e: null, persons: null, records: null };
const touching = (ids: string[]) => ids.map((agreementId) => ({ agreementId, role: 'processor' as const }));

/** Recorded as the `seq`th entry, of version `version`. */
function told(seq: number, version: number, said: Partial<SubItems>, touched: string[] = []): SubNotice {
  const { kind: _kind, ...rest } = commands['subNotice.receive'];
  const seal = { origin: 'n', noticeId: 'n1', version, kind: 'supplement' as const, envelopeHash: 'a'.repeat(64) };
  const mark = { seq, at: rest.receivedAt, byId: 'engine', acknowledged: null };
  return {
    ...rest,
    ...mark,
    subNoticeId: `s${seq}`,
    held: [],
    seal,
    items: { ...NOTHING, ...said },
    touched: touching(touched),
  };
}
const unsaidOf = (all: SubNotice[], agreementId: string, touched = ['a', 'b']) => {
  const counting = subNoticesFor({ subNotices: all, touched: touching(touched) }, agreementId);
  return counting.map((said) => [said.seal?.version, unsaidItems(counting, said)]);
};

describe('what a controller has not been told yet of a sub-processor’s notice (domain rules 7.5: items are never dropped)', () => {
  it('what an earlier version said word for word is not said again', () => {
    const all = [told(1, 1, { a: 'copie', persons: 412 }), told(2, 2, { a: 'copie', c: 'élèves', persons: 412 })];
    expect(unsaidOf(all, 'a')[1]).toEqual([2, { ...NOTHING, c: 'élèves' }]);
  });

  it('what an earlier version said to others alone is said', () => {
    const all = [told(1, 1, { a: 'copie' }, ['a']), told(2, 2, { a: 'copie' }, ['a', 'b'])];
    expect(unsaidOf(all, 'a')).toEqual([
      [1, { ...NOTHING, a: 'copie' }],
      [2, NOTHING],
    ]);
    expect(unsaidOf(all, 'b')).toEqual([[2, { ...NOTHING, a: 'copie' }]]);
  });

  it('one that touched nobody counts for each that is named, and for nobody else', () => {
    const all = [told(1, 1, { a: 'copie' }), told(2, 2, { d: 'usurpation' }, ['a'])];
    expect(unsaidOf(all, 'b')).toEqual([[1, { ...NOTHING, a: 'copie' }]]);
    expect(unsaidOf(all, 'c')).toEqual([]);
  });

  it('a number goes back to what it was: the last version counts, not any', () => {
    const all = [told(1, 1, { persons: 412 }), told(2, 2, { persons: 12 }), told(3, 3, { persons: 412 })];
    expect(unsaidOf(all, 'a').map(([, items]) => items)).toMatchObject([
      { persons: 412 },
      { persons: 12 },
      { persons: 412 },
    ]);
  });

  it('a version that came after a newer one tells nothing: it would say again what is no longer so', () => {
    const all = [told(1, 2, { a: 'copie', persons: 12 }), told(2, 1, { a: 'doute', persons: 412 })];
    expect(unsaidOf(all, 'a')[1]).toEqual([1, NOTHING]);
    expect(unsaidOf([told(2, 1, { a: 'doute', persons: 412 })], 'a')[0]).toMatchObject([1, { persons: 412 }]);
  });
});
