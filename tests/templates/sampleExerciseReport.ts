import type { LetterData } from '../../domain/letters/letters';
import { head } from './sampleNotices';

/** A concluded exercise: seven columns, a long name, a step that nobody did. */
export const exerciseReport: LetterData['exerciseReport'] = {
  head: { ...head, reference: 'EXE-2026-51', version: null, author: null, exercise: true },
  title: 'Rançongiciel',
  state: 'Conclu',
  facts: [
    { term: 'Début', value: '28 mars 2026 à 09:00 (UTC+1)' },
    { term: 'Cadence', value: '60' },
  ],
  points: '7 points sur 12',
  tables: [
    {
      title: 'Deux points pour une étape dans l’objectif.',
      head: ['Étape', 'Pour', 'A pris', 'Objectif', 'Résultat', 'Points', 'Par'],
      rows: [
        ['Signalement pris en charge', '–', '12 min', '15 min', 'dans l’objectif', '2/2', 'Inès Témoin'],
        [
          'Responsable informé par une personne',
          'Communauté d’agglomération du Val Témoin',
          '–',
          '4 h',
          'non fait',
          '0/2',
          '–',
        ],
      ],
    },
    {
      title: 'Qui a réagi',
      head: ['Personne', 'Courriels reçus', 'Actes', 'Premier acte après'],
      rows: [['Alix Modèle', '3', '0', 'n’a rien fait']],
    },
  ],
  notes: [
    '2 rappels ont été nécessaires.',
    'Autorités qui auraient été informées : CNIL. Personnes : 0.',
    `Empreinte du rapport, telle que le journal la porte : ${'ab'.repeat(32)}`,
  ],
};
