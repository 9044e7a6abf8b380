import { expect, it } from '@jest/globals';
import { fileUrlOf } from '../../../domain/exchange/exchangeUrl';
import { actedOn, Said } from '../../../domain/exchange/message';
import { MOST_FILE_BYTES } from '../../../domain/file/kept';

const question = { kind: 'question', noticeId: 'n1', questionId: 'q1', text: 'Combien ?', urgentHours: null };

it.each([
  ['01981f0e-7d3a-7000-8000-000000000001', true],
  ['x'.repeat(100), true],
  ['x'.repeat(101), false],
  ['', false],
  ['Dana Exemple, 06 99 00 00 11', false],
  ['dana@val-temoin.example', false],
])('takes no words as an id, which no erasure would reach: %s', (id, isTaken) => {
  expect(Said.safeParse({ ...question, questionId: id }).success).toBe(isTaken);
  expect(Said.safeParse({ ...question, noticeId: id }).success).toBe(isTaken);
});

const file = { kind: 'file', noticeId: 'n1', about: 'question', questionId: 'q1', hash: 'a'.repeat(64), name: null };

it.each([
  ['of one byte', { size: 1 }, true],
  ['of the most that is kept', { size: MOST_FILE_BYTES }, true],
  ['of more', { size: MOST_FILE_BYTES + 1 }, false],
  ['of nothing', { size: 0 }, false],
  ['with a filing, which is nobody’s to bring', { size: 1, about: 'filing' }, false],
  ['with another hash than SHA-256', { size: 1, hash: 'a'.repeat(40) }, false],
])('S3-05: a document %s', (_name, more, isTaken) => {
  expect(Said.safeParse({ ...file, ...more }).success).toBe(isTaken);
});

it('a document with a question is the controller’s act, with an answer the processor’s word', () => {
  const said = (about: string) => actedOn(Said.parse({ ...file, size: 1, about }));
  expect([said('question'), said('answer'), actedOn(Said.parse(question))]).toEqual(['n1', null, 'n1']);
});

it.each([
  ['https://vigie.example/exchange/o1', 'https://vigie.example/exchange/o1/files'],
  ['https://vigie.example/exchange/o1/?a=b', 'https://vigie.example/exchange/o1/files?a=b'],
])('its bytes go beside %s', (url, beside) => {
  expect(fileUrlOf(url)).toBe(beside);
});
