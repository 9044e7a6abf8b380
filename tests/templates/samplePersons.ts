import type { LetterData } from '../../domain/letters/letters';
import { dpo, head } from './sampleNotices';

export const personsMessage: LetterData['personsMessage'] = {
  head: { ...head, reference: 'CTL-2026-21', version: null, author: null, exercise: false },
  happened: 'Le 27 mars 2026, un ordinateur portable a été volé dans un train. Un fichier d’appels y était enregistré.',
  data: ['civil-status', 'contact-details', 'financial-or-economic', 'health'],
  harms: ['fraud', 'intrusion-on-privacy'],
  measures: 'Les comptes de l’enquêtrice ont été fermés. Une plainte a été déposée.',
  contact: dpo,
  authority: { name: 'CNIL', address: '3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, France' },
};
