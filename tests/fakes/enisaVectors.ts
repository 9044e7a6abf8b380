import type { EnisaInput } from '../../domain/risk/enisa';
import type { SeverityLevel } from '../../domain/risk/scales';
import { data, scored } from './edpbCases';

/** Domain rules 4.2, by name; severity in quarters. */
export const vectors: readonly [string, EnisaInput, number, SeverityLevel][] = [
  [
    'list of shoppers to 1 wrong known addressee',
    scored({ data: [data('simple')], confidentiality: 'knownRecipients' }),
    5,
    'low',
  ],
  ['luxury list on the web', scored({ data: [data('simple', 1)], confidentiality: 'unknownRecipients' }), 10, 'medium'],
  [
    'year of calls hacked',
    scored({ data: [data('behavioural', 1)], confidentiality: 'unknownRecipients', malicious: 'intentional' }),
    16,
    'veryHigh',
  ],
  [
    'hospital ransomware, 2 days',
    scored({ data: [data('sensitive')], availability: 'withEffort', malicious: 'intentional' }),
    19,
    'veryHigh',
  ],
  [
    'lost encrypted laptop',
    scored({ data: [data('simple')], ease: 'negligible', confidentiality: 'exposed', unintelligible: true }),
    1,
    'low',
  ],
  ['bound 2×1+0', scored({ data: [data('behavioural')] }), 8, 'medium'],
  ['bound 3×1+0', scored({ data: [data('financial')] }), 12, 'high'],
  [
    'bound 4×.75+1',
    scored({
      data: [data('sensitive')],
      ease: 'significant',
      confidentiality: 'unknownRecipients',
      malicious: 'intentional',
    }),
    16,
    'veryHigh',
  ],
  [
    'maximum 4+2',
    scored({
      data: [data('sensitive')],
      confidentiality: 'unknownRecipients',
      integrity: 'notRecoverable',
      availability: 'lost',
      malicious: 'intentional',
    }),
    24,
    'veryHigh',
  ],
  [
    'SLIME contact, income and arrears hacked',
    scored({
      data: [data('simple', 0, 'contact-details'), data('financial', 1, 'financial-or-economic')],
      confidentiality: 'unknownRecipients',
      malicious: 'intentional',
    }),
    20,
    'veryHigh',
  ],
  [
    'SLIME pseudonymised answers only',
    scored({
      data: [data('sensitive', 0, 'health')],
      ease: 'negligible',
      confidentiality: 'unknownRecipients',
      malicious: 'intentional',
    }),
    8,
    'medium',
  ],
];
