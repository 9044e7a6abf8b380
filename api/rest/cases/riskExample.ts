import type { z } from 'zod';
import type { ScoreView } from './riskViews';

/** A binder of names and arrears that came to one known third person. */
export const scoreExample: z.output<typeof ScoreView> = {
  seq: 23,
  byId: '0199e1f0-0000-7000-8000-000000000011',
  at: '2026-03-10T15:00:00.000Z',
  score: {
    data: [
      { type: 'contact-details', class: 'simple', adjustment: 0 },
      { type: 'financial-or-economic', class: 'financial', adjustment: 1 },
    ],
    ease: 'maximum',
    circumstances: {
      confidentiality: 'knownRecipients',
      integrity: 'untouched',
      availability: 'untouched',
      malicious: 'none',
    },
    persons: { approx: 40 },
    unintelligible: false,
  },
  findings: {
    outflow: 'happened',
    recipients: 'other',
    outage: 'none',
    identityTheft: 'no',
    specialPersons: 'unknown',
  },
  severity: {
    dpc: 4,
    ei: 4,
    cb: 1,
    se: 17,
    level: 'veryHigh',
    flags: { moreThan100Persons: false, unintelligible: false },
  },
  scales: { gravity: 'maximal', severity: 'severe', risk: 'high' },
  proposal: { risk: 'high', doubt: false, reasons: ['scoreVeryHigh'] },
};
