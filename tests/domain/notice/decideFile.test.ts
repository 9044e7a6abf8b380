import { describe, expect, it } from '@jest/globals';
import { type KeptFile, MOST_FILES, type SaidAbout } from '../../../domain/file/kept';
import { decideFile, decideFilesAlong, filesFor, MOST_FILES_A_DAY } from '../../../domain/notice/decideFile';
import type { Question } from '../../../domain/notice/fold';

const at = '2026-03-28T02:12:00.000Z';
const now = new Date('2026-03-28T03:12:00.000Z');
const question = (id: string, more: Partial<Question> = {}): Question => ({
  id,
  contactId: 'c1',
  text: 'Combien ?',
  via: 'link',
  urgentHours: null,
  askedAt: at,
  recordedAt: at,
  answeredAt: null,
  answer: null,
  exchangeId: null,
  ...more,
});
const file = (about: SaidAbout, hash: string, more: Partial<KeptFile> = {}): KeptFile => ({
  about,
  hash,
  mediaType: 'application/pdf',
  size: 9,
  name: 'x.pdf',
  seq: 7,
  at,
  byId: 'c1',
  via: null,
  exchangeId: null,
  ...more,
});
const asks = (questionId: string): SaidAbout => ({ kind: 'question', questionId });
const answers = (questionId: string): SaidAbout => ({ kind: 'answer', questionId });
const questions = [
  question('waits'),
  question('answered', { answeredAt: at }),
  question('others', { contactId: 'c2' }),
  question('called', { via: 'call' }),
  question('inside', { via: 'account' }),
];
const decide = (about: SaidAbout, contactId: string | null, files: KeptFile[] = [], hash: string | null = 'aa') => {
  const by = contactId === null ? null : { contactId, via: 'link' as const };
  return decideFile({ questions, files }, { about, hash, by }, now);
};
const done = { ok: true, value: null };
const refused = (message: RegExp) => ({
  ok: false,
  error: { code: 'input.invalid', issues: [{ message: expect.stringMatching(message) }] },
});

describe('S3-05: a document with a question or its answer', () => {
  it.each([asks('waits'), asks('answered'), asks('others'), asks('called'), asks('inside'), answers('answered')])(
    'is kept by our people: %j',
    (about) => expect(decide(about, null)).toEqual(done),
  );

  it('is of a question that there is, and of an answer that was given', () => {
    expect(decide(asks('none'), null)).toMatchObject(refused(/no such question/));
    expect(decide(answers('waits'), null)).toMatchObject(refused(/no answer yet/));
  });

  it.each([asks('waits'), asks('answered'), asks('called')])('is brought by a contact with its own: %j', (about) =>
    expect(decide(about, 'c1')).toEqual(done),
  );

  it.each([asks('others'), asks('inside'), asks('none'), answers('others')])(
    'is no contact’s to bring where it did not ask by its link or telephone: %j',
    (about) => expect(decide(about, 'c1')).toEqual({ ok: false, error: { code: 'subject.unknown' } }),
  );

  it('with our answer is never brought by a contact', () =>
    expect(decide(answers('answered'), 'c1')).toEqual({ ok: false, error: { code: 'actor.forbidden' } }));

  it('is kept once, and not above the bound, which each thing has of its own', () => {
    const full = Array.from({ length: MOST_FILES }, (_, n) => file(asks('answered'), `h${n}`));
    expect(decide(asks('answered'), null, full, 'h0')).toMatchObject(refused(/kept already/));
    expect(decide(asks('answered'), null, full)).toMatchObject(refused(/at most/));
    expect(decide(asks('answered'), null, full, null)).toMatchObject(refused(/at most/));
    expect(decide(answers('answered'), null, full)).toEqual(done);
    expect(decide(asks('waits'), null, full, 'h0')).toEqual(done);
  });

  it('comes so often in a day by a link, and again when the day is over; others are not held back', () => {
    const many = Array.from({ length: MOST_FILES_A_DAY }, (_, n) => file(asks('called'), `h${n}`));
    expect(decide(asks('waits'), 'c1', many)).toEqual({
      ok: false,
      error: { code: 'attempts.exceeded', retryAfterSeconds: 23 * 3_600 },
    });
    expect(decide(asks('waits'), 'c1', many.slice(1))).toEqual(done);
    expect(decide(asks('waits'), null, many)).toEqual(done);
    expect(decide(asks('others'), 'c2', many)).toEqual(done);
    const old = many.map((one) => ({ ...one, at: '2026-03-27T03:12:00.000Z' }));
    expect(decide(asks('waits'), 'c1', old)).toEqual(done);
  });

  it('of a case of this installation is brought with what that case asked, unbounded by what came by the link', () => {
    const by = { contactId: 'c1', via: 'account' as const };
    const many = Array.from({ length: MOST_FILES_A_DAY }, (_, n) => file(asks('called'), `h${n}`));
    const inside = (about: SaidAbout) => decideFile({ questions, files: many }, { about, hash: 'aa', by }, now);
    expect(inside(asks('inside'))).toEqual(done);
    expect(inside(asks('waits'))).toEqual({ ok: false, error: { code: 'subject.unknown' } });
  });

  it('of a case of another installation is brought with what that asked, so often a day', () => {
    const asked = [...questions, question('there', { via: 'exchange' })];
    const by = { contactId: 'c1', via: 'exchange' as const };
    const many = Array.from({ length: MOST_FILES_A_DAY }, (_, n) => file(asks('there'), `h${n}`));
    const there = (about: SaidAbout, files: KeptFile[] = []) =>
      decideFile({ questions: asked, files }, { about, hash: 'aa', by }, now);
    expect(there(asks('there'))).toEqual(done);
    expect(there(asks('there'), many)).toMatchObject({ error: { code: 'attempts.exceeded' } });
    expect(there(asks('inside'))).toEqual({ ok: false, error: { code: 'subject.unknown' } });
    expect(there(answers('there'))).toEqual({ ok: false, error: { code: 'actor.forbidden' } });
  });

  it('is shown to the contact that asked, and to no other', () => {
    const files = [
      file(asks('waits'), 'a'),
      file(answers('answered'), 'b', { byId: 'p1' }),
      file(asks('others'), 'c', { byId: 'c2' }),
    ];
    const shown = (contactId: string) => filesFor({ questions, files }, contactId).map(({ hash }) => hash);
    expect([shown('c1'), shown('c2'), shown('c3')]).toEqual([['a', 'b'], ['c'], []]);
  });
});

describe('files that come with the words of a contact', () => {
  const by = { contactId: 'c1', via: 'link' as const };
  const brought = (count: number, minutesApart = 1) =>
    Array.from({ length: count }, (_, n) =>
      file(asks('waits'), `${n}`, { at: new Date(Date.parse(at) + n * minutesApart * 60_000).toISOString() }),
    );

  it('are all within its day, or none is', () => {
    const may = (files: KeptFile[], count: number) => decideFilesAlong({ questions, files }, { count, by }, now);
    expect(may(brought(MOST_FILES_A_DAY - 2), 2)).toEqual({ ok: true, value: null });
    expect(may(brought(MOST_FILES_A_DAY - 2), 3)).toMatchObject({ error: { code: 'attempts.exceeded' } });
    expect(may(brought(MOST_FILES_A_DAY), 0)).toEqual({ ok: true, value: null });
  });

  it('may come once as many are a day old as have to be', () => {
    const files = brought(MOST_FILES_A_DAY);
    const [one, three] = [1, 3].map((count) => decideFilesAlong({ questions, files }, { count, by }, now));
    const inSeconds = (result: typeof one) =>
      result?.ok === false && result.error.code === 'attempts.exceeded' ? result.error.retryAfterSeconds : null;
    expect([inSeconds(one), inSeconds(three)]).toEqual([23 * 3600, 23 * 3600 + 120]);
  });

  it('of our own people are counted by nobody', () => {
    const files = brought(MOST_FILES_A_DAY);
    expect(decideFilesAlong({ questions, files }, { count: 5, by: null }, now).ok).toBe(true);
  });
});
