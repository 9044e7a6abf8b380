import { createHash } from 'node:crypto';
import { z } from 'zod';

/** French company number: nine digits of which the last is a Luhn check (domain rules 2.2); spaces between them are let in. */
export const Siren = z
  .string()
  .overwrite((typed) => typed.replaceAll(/\s/g, ''))
  .regex(/^\d{9}$/, { error: 'nine digits', abort: true })
  .refine(hasLuhnSum, 'the check digit does not fit')
  .meta({ description: 'SIREN: nine digits with a Luhn check' });

function hasLuhnSum(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** The same counterpart gets the same record, whichever agreement it comes in. A company number is public. */
export function partyIdOf(siren: string): string {
  return `party-${createHash('sha256').update(`siren:${siren}`).digest('hex').slice(0, 24)}`;
}
