import { describe, expect, it } from '@jest/globals';
import { entryTypes } from '../../../application/journal/entryTypes';
import { titleOfEntry } from '../../../api/pages/story';
import { SubjectKind } from '../../../domain/journal/entry';
import { phrase } from '../../../templates/pages/words/word';

const types = SubjectKind.options.flatMap((kind) => entryTypes.typesOf(kind).map(({ type }) => type));

describe('the title of an entry', () => {
  it.each([...new Set(types)])('%s has words of its own in both languages', (type) => {
    const title = titleOfEntry({ type });
    expect(title).not.toMatchObject({ key: 'entry.other' });
    for (const language of ['fr', 'en'] as const) expect(phrase(language, title)).not.toContain(type);
  });
});
