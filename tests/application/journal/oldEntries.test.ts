import { describe, expect, it } from '@jest/globals';
import { entryTypes } from '../../../application/journal/entryTypes';
import { lettersLeft } from '../../../domain/controllerCase/persons';
import { SubjectKind } from '../../../domain/journal/entry';
import { isJournalEvent } from '../../../domain/journal/events';
import { foldSubject } from '../../../domain/journal/folds';
import { StoredLine, StoredText } from '../../../domain/shared/stored';
import { old, oldEntriesOf } from '../../fakes/oldEntries';

describe('what was written under older rules', () => {
  it.each(SubjectKind.options)('of kind %s is read by its fold and by the catalogue', (kind) => {
    const entries = oldEntriesOf(kind);
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

  it('means what it meant: letters of which fewer were posted were all that was said of a list once, and now the others wait', () => {
    const sendings = foldSubject('controllerCase', oldEntriesOf('controllerCase'))?.persons.sendings ?? [];
    const left = (id: string) => sendings.filter(({ listId }) => listId === id).map(lettersLeft);
    expect([left('l3'), left('l4'), left('l5')]).toEqual([[0], [0], [2]]);
  });

  it('may be as long as it ever was', () => {
    expect(StoredLine.safeParse('x'.repeat(200)).success).toBe(true);
    expect(StoredText.safeParse('x'.repeat(10_000)).success).toBe(true);
  });
});
