import { describe, expect, it } from '@jest/globals';
import { canonical } from '../../domain/shared/jcs';

/** RFC 8785 Appendix B: IEEE 754 bits and their ECMAScript form. */
const numbers: [string, string][] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
];
const valueOf = (bits: string) => Buffer.from(bits, 'hex').readDoubleBE();
const exact = (bits: string) => Math.abs(valueOf(bits)) <= Number.MAX_SAFE_INTEGER;

describe('RFC 8785 vectors', () => {
  it.each(numbers.filter(([bits]) => exact(bits)))('number %s is written %s', (bits, text) => {
    expect(canonical(valueOf(bits))).toBe(text);
  });

  it.each(numbers.filter(([bits]) => !exact(bits)))('number %s (%s) is past 2^53 and refused', (bits) => {
    expect(() => canonical(valueOf(bits))).toThrow(RangeError);
  });

  it.each(['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])('%s is no number and refused', (bits) => {
    expect(() => canonical(valueOf(bits))).toThrow(RangeError);
  });

  it('section 3.2.2: strings and literals', () => {
    const sample = { string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/', literals: [null, true, false] };
    expect(canonical(sample)).toBe(String.raw`{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}`);
  });

  it('section 3.2.3: members are sorted by UTF-16 code units', () => {
    const sample = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonical(sample)) as object)[0]).toBe('One'); // an integer key: JavaScript puts it first
    expect(
      canonical(sample)
        .match(/"[^"]*":"([^"]*)"/g)
        ?.map((member) => member.split('":"')[1]?.slice(0, -1)),
    ).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it.each([2 ** 53, -(2 ** 53), '\ud800', '\udc00a', 'a\ud83d'])('%p has no canonical form here', (value) => {
    expect(() => canonical(value)).toThrow(RangeError);
    expect(() => canonical({ inside: [value] })).toThrow(RangeError);
  });

  it('the refusal does not say the value, which may be personal', () => {
    const name = 'Dana Exemple\ud800';
    expect(() => canonical({ name })).toThrow(/^no canonical form: a string$/);
  });

  it('a lone surrogate in a member name is refused', () => {
    expect(() => canonical({ '\ud800': 1 })).toThrow(RangeError);
  });

  it('what is not plain JSON is refused rather than read as empty', () => {
    for (const value of [new Date(0), new Map([['a', 1]]), undefined, () => 1, 1n, [undefined]]) {
      expect(() => canonical(value as never)).toThrow(RangeError);
    }
  });
});
