import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AmendedAnnex1, Annex1 } from '../../domain/agreement/annex1';

/** The reference agreement, as its file says. */
export const annex1 = Annex1.parse(
  JSON.parse(readFileSync(join(__dirname, '../../fixtures/agreement-slime.json'), 'utf8')),
);

/** The next version of the reference agreement: 12 hours in place of 24, from a day of July. */
export function amended(change: Partial<AmendedAnnex1> = {}): AmendedAnnex1 {
  const { signatures: _signatures, terms, ...rest } = annex1;
  const breachNotice = { ...terms.breachNotice, hours: 12 };
  return AmendedAnnex1.parse({
    ...rest,
    version: 2,
    inForceFrom: '2026-07-01',
    terms: { ...terms, breachNotice },
    ...change,
  });
}
