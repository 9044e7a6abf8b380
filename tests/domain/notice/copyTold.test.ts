import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toldApart, type ToldTexts, withTold } from '../../../domain/notice/copyTold';
import { currentDraft } from '../../../domain/notice/currentDraft';
import type { Draft } from '../../../domain/notice/items';
import { caseOf, items, phasedItems, type Told, version } from '../../fakes/noticeStory';

const none: ToldTexts = { a: null, b: null, c: null, d: null, e: null };
const told = (texts: Partial<ToldTexts>, numbers: object = {}) => ({
  texts: { ...none, ...texts },
  persons: null,
  records: null,
  counted: { persons: null, records: null },
  isTotal: false,
  ...numbers,
});
const noticeOf = (...story: Told[]) => caseOf(story).notice;
const drafted = (draft: Partial<Draft>): Told => [
  1,
  { type: 'notice.drafted', values: { items: { a: null, b: null, c: null, d: null, e: null, ...draft } } },
];
const LEAD = 'Selon H (rang 2) :';

describe('what a sub-processor told, in a draft (domain rules 7.5: copied, never dropped)', () => {
  it('fills what nobody has written, with who told it', () => {
    const draft = withTold(noticeOf(), told({ a: 'lu', c: 'locataires' }, { persons: 40 }), LEAD);
    expect(draft).toEqual({
      a: `${LEAD} lu`,
      b: null,
      c: { answer: 'value', text: `${LEAD} locataires`, persons: 40, records: null },
      d: null,
      e: null,
    });
  });

  it('stands behind what was written or said: nothing of ours goes', () => {
    const draft = withTold(
      noticeOf(drafted({ a: 'notre texte', d: { answer: 'cannotBeDetermined', reason: 'perdu' } })),
      told({ a: 'lu', d: 'fraude' }),
      LEAD,
    );
    expect(draft.a).toBe(`notre texte\n\n${LEAD} lu`);
    expect(draft.d).toEqual({ answer: 'value', text: `perdu\n\n${LEAD} fraude` });
    const later = withTold(
      noticeOf([1, version(1, { items: phasedItems })]),
      told({ c: 'locataires' }, { persons: 3 }),
      LEAD,
    );
    expect(later).toMatchObject({ a: null, c: { answer: 'value', text: `${LEAD} locataires`, persons: 3 } });
  });

  it('a number that we gave stays ours, and theirs stands in the text', () => {
    const draft = withTold(noticeOf([1, version(1)]), told({ c: 'Personnes, environ : 9' }, { persons: 9 }), LEAD);
    expect(draft.c).toMatchObject({ persons: 412, text: `bénéficiaires\n\n${LEAD} Personnes, environ : 9` });
  });

  it('a number that a field says is not said in words again; changed by a person, it is said apart', () => {
    const counted = { persons: 'Personnes, environ : 40', records: null };
    const said = told({ c: 'locataires' }, { persons: 40, counted });
    const draft = withTold(noticeOf(), said, LEAD);
    expect(draft.c).toMatchObject({ text: `${LEAD} locataires`, persons: 40 });
    expect(toldApart(draft, said)).toEqual([]);
    const changed = {
      ...draft,
      c: { answer: 'value' as const, text: `${LEAD} locataires`, persons: 55, records: null },
    };
    expect(toldApart(changed, said)).toEqual([{ item: 'c', text: counted.persons }]);
    expect(withTold(noticeOf([1, version(1)]), said, LEAD).c).toMatchObject({
      persons: 412,
      text: `bénéficiaires\n\n${LEAD} locataires\n${counted.persons}`,
    });
  });

  it('a number that an earlier version of theirs gave gives way to the later one, never a number of ours', () => {
    const first = withTold(noticeOf(), told({ c: 'locataires' }, { persons: 40 }), LEAD);
    const before = [{ persons: 40, records: null }];
    const later = told({ c: 'Personnes, environ : 12' }, { persons: 12, records: 7 });
    expect(withTold(noticeOf(drafted(first)), later, LEAD, before).c).toMatchObject({ persons: 12, records: 7 });
    expect(withTold(noticeOf([1, version(1)]), later, LEAD, before).c).toMatchObject({ persons: 412 });
  });

  it('a total of several clients is no controller’s number: words say that it is to be split, until a person has', () => {
    const counted = { persons: 'à répartir', records: null };
    const said = told({ c: 'locataires' }, { persons: 412, counted, isTotal: true });
    const draft = withTold(noticeOf(), said, LEAD);
    expect(draft.c).toEqual({
      answer: 'value',
      text: `${LEAD} locataires\nà répartir`,
      persons: null,
      records: null,
    });
    const split = { ...draft, c: { answer: 'value' as const, text: 'locataires', persons: 30, records: null } };
    expect(toldApart(split, said)).toEqual([]);
    expect(toldApart({ ...split, c: { ...split.c, persons: null } }, said)).toEqual([
      { item: 'c', text: 'à répartir' },
    ]);
    expect(withTold(noticeOf(drafted(split)), said, LEAD).c).toMatchObject({ persons: 30 });
    const before = [{ persons: 30, records: null }];
    expect(withTold(noticeOf(drafted(split)), said, LEAD, before).c).toMatchObject({ persons: null });
  });

  it('a later phase is added behind the first', () => {
    const first = withTold(noticeOf(), told({ e: 'accès fermés' }), LEAD);
    const second = withTold(noticeOf(drafted(first)), told({ e: 'clés changées' }), LEAD);
    expect(second.e).toEqual({ answer: 'value', text: `${LEAD} accès fermés\n\n${LEAD} clés changées` });
  });

  it('what would not fit leaves the draft as it was, and is said apart', () => {
    const long = 'x'.repeat(9_990);
    const said = told({ a: 'y'.repeat(50) });
    const draft = withTold(noticeOf(drafted({ a: long })), said, LEAD);
    expect(draft.a).toBe(long);
    expect(toldApart(draft, said)).toEqual([{ item: 'a', text: said.texts.a }]);
  });

  it('is said apart where a person took it out, and item b always', () => {
    const said = told({ a: 'lu', b: 'Sam, +33 1 99 00 00 55', e: 'comptes' });
    expect(toldApart({ ...items }, said).map(({ item }) => item)).toEqual(['a', 'b']);
  });

  it('whatever is told is in the draft or said apart: none is dropped', () => {
    const text = fc.option(fc.string({ minLength: 1, maxLength: 6_000 }));
    fc.assert(
      fc.property(
        fc.record({ a: text, b: text, c: text, d: text, e: text }),
        fc.option(fc.string({ minLength: 1, maxLength: 9_000 })),
        (texts, a) => {
          const notice = noticeOf(drafted({ a }));
          const said = told(texts);
          const draft = withTold(notice, said, LEAD);
          const whole = JSON.stringify(currentDraft({ ...notice, draft })) + JSON.stringify(toldApart(draft, said));
          for (const one of Object.values(texts)) {
            if (one !== null) expect(whole).toContain(JSON.stringify(one).slice(1, -1));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
