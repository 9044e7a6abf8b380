import type { LetterData } from '../../domain/letters/letters';
import { head } from './sampleNotices';

export const authorityForm: LetterData['authorityForm'] = {
  head: { ...head, reference: 'CTL-2026-21', version: null, author: null, exercise: true },
  form: 'national',
  type: 'Initial notification',
  authority: 'CNIL',
  missing: ['Organisation · SIREN'],
  toComplete: ['Organisation · SIREN', 'Data · Number of records'],
  sections: [
    {
      title: '2. Organisation',
      fields: [
        { label: 'Registered name', value: 'Ville de Brumeval', mark: null },
        { label: 'SIREN', value: null, mark: 'missing' },
      ],
    },
    { title: '8. Data', fields: [{ label: 'Number of records', value: 'unknown', mark: 'pending' }] },
  ],
};
