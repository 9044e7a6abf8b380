import { expect, it } from '@jest/globals';
import { isOneLine } from '../../domain/shared/words';

const HIDDEN = ['\n', '\u2028', '\u202e', '\u200e', '\u200f', '\u061c', '\u200b', '\u2060', '\ufeff', '\u00ad'];

it.each([...HIDDEN, '\ud800', '\udc00', '\u{e0041}', '\u3164'])('a name with %j is not one line that shows', (mark) => {
  expect(isOneLine(`Alix${mark} Modèle`)).toBe(false);
});

it.each(['Alix Modèle', 'Zoë d’Été-Ñandú', 'علی‌رضا', 'ක්‍රිෂාන්', '葛\u{e0100}城', '李小龙', 'Ο’Ρεν', '👩🏽‍⚖️ Cabinet'])(
  'the name %s is',
  (name) => {
    expect(isOneLine(name)).toBe(true);
  },
);
