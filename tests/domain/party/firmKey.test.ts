import { expect, it } from '@jest/globals';
import { firmKey } from '../../../domain/party/firmKey';

it.each([
  ['L’Hébergeur d’Exemple', "l'hebergeur d'exemple"],
  ['Cœur de Données', 'COEUR de donnees'],
  ['Æquitas', 'aequitas'],
  ['L‘Hébergeur ʼd´Exemple', "L'HÉBERGEUR 'd'exemple"],
  ['Société « Nuage »', 'societe nuage'],
  ['Sous–traitant  Exemple', 'Sous-traitant\u00A0Exemple'],
  ['Cafe\u0301 SARL', 'Café SARL'],
])('%s and %s are one firm', (one, other) => {
  expect(firmKey(one)).toBe(firmKey(other));
});

it('names that people read as two are two', () => {
  expect(firmKey('Nuage SAS')).not.toBe(firmKey('Nuage SARL'));
  expect(firmKey("L'Exemple")).not.toBe(firmKey('Exemple'));
});
