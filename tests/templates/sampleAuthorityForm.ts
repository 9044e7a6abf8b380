import type { LetterData } from '../../domain/letters/letters';
import { head } from './sampleNotices';

export const authorityForm: LetterData['authorityForm'] = {
  head: { ...head, reference: 'CTL-2026-21', version: null, author: null, exercise: true },
  form: 'national',
  type: 'Initial notification',
  authority: 'CNIL',
  warnings: [],
  requires: [
    { says: 'An initial notification still needs', missing: ['Organisation · SIREN'] },
    { says: 'A complete notification needs besides', missing: ['Data · Number of records'] },
  ],
  optionalBlank: 2,
  sections: [
    {
      title: '2. Organisation',
      fields: [
        { label: 'Registered name', value: 'Ville de Brumeval', from: 'recorded here', mark: null },
        { label: 'SIREN', value: null, from: null, mark: 'missing' },
      ],
    },
    {
      title: '8. Data',
      fields: [{ label: 'Number of records', value: 'unknown', from: 'known to the case', mark: 'pending' }],
    },
  ],
};
