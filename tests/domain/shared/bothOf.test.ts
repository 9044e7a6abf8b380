import { expect, it } from '@jest/globals';
import { bothOf, done, refused } from '../../../domain/shared/errors';

const issue = (pointer: string) => ({ pointer, message: 'x' });
const faulty = (pointer: string) => refused({ code: 'input.invalid', issues: [issue(pointer)] });
const stale = refused({ code: 'key.reused' });

it('two that may both be are both', () => {
  expect(bothOf(done(1), done('a'))).toEqual({ ok: true, value: [1, 'a'] });
});

it('faults of either stand together; another refusal goes before them', () => {
  const all = { ok: false, error: { code: 'input.invalid', issues: [issue('/a'), issue('/b')] } };
  expect(bothOf(faulty('/a'), faulty('/b'))).toEqual(all);
  expect(bothOf(done(1), faulty('/b'))).toEqual(faulty('/b'));
  expect(bothOf(faulty('/a'), stale)).toEqual(stale);
  expect(bothOf(stale, faulty('/b'))).toEqual(stale);
});
