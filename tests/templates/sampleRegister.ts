import type { LetterData } from '../../domain/letters/letters';
import { head } from './sampleNotices';

export const registerSample: LetterData['register'] = {
  head: { ...head, reference: 'Registre', version: null, author: null },
  title: 'Registre des violations et des incidents',
  scope: 'du 1er janvier 2026 au 31 décembre 2026',
  notes: ['Une ligne par incident, violation ou non, notifiée ou non.'],
  parts: [
    {
      title: 'INC-2026-12 · SIG-2026-9',
      rows: [
        { term: 'Prise de connaissance', value: '27 mars 2026 à 11:00 (UTC+1)' },
        { term: 'Nombre de personnes', value: 'Non déterminé à ce stade' },
      ],
    },
  ],
};
