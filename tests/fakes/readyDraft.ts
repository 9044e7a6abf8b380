/** Fields of the drafting form of a notice that is ready for review, as a browser sends them. */
export const readyDraft = {
  a: 'Vol d’un ordinateur.',
  'b-name': 'Sacha Gabarit',
  'b-phone': '+33 1 99 00 00 11',
  c: 'follow',
  'c-eta': '2026-03-28T14:00',
  d: 'value',
  'd-text': 'Sollicitations possibles.',
  e: 'never',
  'e-why': 'Appareil éteint.',
};
