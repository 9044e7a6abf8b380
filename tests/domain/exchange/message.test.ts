import { expect, it } from '@jest/globals';
import { Said } from '../../../domain/exchange/message';

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
