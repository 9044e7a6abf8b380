import { describe, expect, it } from '@jest/globals';
import { isPhone } from '../../../domain/party/phone';
import { Line } from '../../../domain/shared/words';

describe('a name', () => {
  it.each(['Slime SAS', 'L’Œuvre & Cie, 2 rue d’Été', '株式会社', 'שלום', 'z͑͊', '😀👩‍👩‍👧‍👦'])('may be %j', (name) => {
    expect(Line.safeParse(name).success).toBe(true);
  });

  it.each(['Slime\u202eSAS', 'a\u2066b\u2069', 'a\u2028b', 'a\u2029b', 'a\tb', 'a\nb', 'a\u0000b', 'a\u0085b', ' '])(
    'is refused as %j',
    (name) => {
      expect(Line.safeParse(name).success).toBe(false);
    },
  );
});

describe('a telephone number', () => {
  it.each(['+33 1 99 00 00 02', '+33 (0)1 99 00 00 20', '+33199000002', '+290 22222', '+1-202-555-0101'])(
    'may be written %s',
    (number) => {
      expect(isPhone(number)).toBe(true);
    },
  );

  it.each([
    '+33 6 12',
    '+123456',
    '+1234567890123456',
    '06 12 34 56 78',
    '+33 1 99 00 00 02 poste 4',
    '+',
    '+ . . . . . .',
  ])('is refused as %s', (number) => {
    expect(isPhone(number)).toBe(false);
  });
});
