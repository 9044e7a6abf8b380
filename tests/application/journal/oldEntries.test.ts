import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { entryTypes } from '../../../application/journal/entryTypes';
import { type Entry, SubjectKind } from '../../../domain/journal/entry';
import { isJournalEvent } from '../../../domain/journal/events';
import { foldSubject } from '../../../domain/journal/folds';
import { sealEntry } from '../../../domain/journal/seal';
import type { Json } from '../../../domain/shared/jcs';
import { StoredLine, StoredText } from '../../../domain/shared/stored';

type Old = { type: string; typeVersion?: number; values: Record<string, Json> };

/**
 * What was once taken and written, at the edge of the rules of its day. It is only ever added to: where a case here turns
 * red, a schema of entries was narrowed, and somebody's journal can no longer be read.
 */
const old = JSON.parse(readFileSync(join(__dirname, '../../vectors/old-entries.json'), 'utf8')) as Record<
  SubjectKind,
  Old[]
>;

const entriesOf = (kind: SubjectKind): Entry[] =>
  old[kind].map(({ values, ...event }, index) => {
    const at = '2026-03-27T09:20:00.000Z';
    const subject = { kind, id: 's1' };
    const draft = {
      orgId: 'o1',
      at,
      actor: { kind: 'person' as const, id: 'p1' },
      ...event,
      subject,
      key: `k${index}`,
    };
    const place = { seq: index + 1, revision: index + 1, recordedAt: at };
    return sealEntry({ ...draft, values, request: '' }, place, { macKey: 'test', newSalt: () => '00'.repeat(32) });
  });

describe('what was written under older rules', () => {
  it.each(SubjectKind.options)('of kind %s is read by its fold and by the catalogue', (kind) => {
    const entries = entriesOf(kind);
    expect(foldSubject(kind, entries)).toMatchObject({ id: 's1', revision: entries.length });
    expect(entries.filter((entry) => !entryTypes.read(entry).ok).map(({ type }) => type)).toEqual([]);
  });

  it.each(SubjectKind.options)(
    'has a case of each type and version of kind %s that holds words of a person',
    (kind) => {
      const withWords = entryTypes.typesOf(kind).filter((one) => {
        const names = entryTypes.erasableOf({ ...one, subject: { kind } });
        return !isJournalEvent(one) && names.ok && names.value.some((name) => name !== 'request');
      });
      const cases = old[kind].map(({ type, typeVersion = 1 }) => `${type} ${typeVersion}`);
      const needed = withWords.map(({ type, typeVersion }) => `${type} ${typeVersion}`);
      expect(needed.filter((name) => !cases.includes(name))).toEqual([]);
    },
  );

  it('may be as long as it ever was', () => {
    expect(StoredLine.safeParse('x'.repeat(200)).success).toBe(true);
    expect(StoredText.safeParse('x'.repeat(10_000)).success).toBe(true);
  });
});
