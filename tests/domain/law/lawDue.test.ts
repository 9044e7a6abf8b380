import { describe, expect, it } from '@jest/globals';
import { lawDue } from '../../../domain/law/lawDue';
import { profileOf } from '../../../domain/law/profile';

const iso = (text: string) => new Date(text).toISOString();
const place = { zone: 'Europe/Paris', calendar: 'FR-metropole' } as const;
const union = profileOf('EU-2026-09-11');
const proposal = profileOf('EU-omnibus-proposal');
const france = profileOf('FR-2023-04-24');

describe('a limit of law', () => {
  it('l.33_1.sa, T8: 72 h in both counts, over Easter', () => {
    expect(lawDue({ profile: union, key: 'gdpr.authority' }, '2026-04-03T16:45:00Z', place)).toEqual({
      strict: iso('2026-04-06T16:45Z'),
      reg1182: iso('2026-04-06T17:00Z'),
    });
  });

  it('the proposal would give 96 h, were it law', () => {
    expect(lawDue({ profile: proposal, key: 'gdpr.authority' }, '2026-04-03T16:45:00Z', place).strict).toBe(
      iso('2026-04-07T16:45Z'),
    );
  });

  it('s.cnil.complement: 72 elapsed hours; s.cnil.silence: two months, no weekend moves it', () => {
    const sentAt = '2026-06-15T10:00:00Z';
    expect(lawDue({ profile: france, key: 'cnil.complement' }, sentAt, place)).toEqual({
      strict: iso('2026-06-18T10:00Z'),
      reg1182: null,
    });
    expect(lawDue({ profile: france, key: 'cnil.silence' }, sentAt, place)).toEqual({
      strict: iso('2026-08-15T22:00Z'),
      reg1182: null,
    });
  });

  it('a length that the law does not give is a fault of the code', () => {
    expect(() => lawDue({ profile: france, key: 'uk.authority' }, '2026-06-15T10:00:00Z', place)).toThrow(RangeError);
  });
});
