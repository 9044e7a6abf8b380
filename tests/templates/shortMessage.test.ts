import { describe, expect, it } from '@jest/globals';
import { septetsOf, toGsm7 } from '../../domain/letters/gsm7';
import type { ShortMessage } from '../../domain/letters/shortMessage';
import { LONGEST_PUBLIC_URL } from '../../runtime/environment';
import { writeShortMessage } from '../../templates/shortMessage';

const token = 'A'.repeat(43);
const message: ShortMessage = {
  language: 'fr',
  about: 'breach',
  exercise: false,
  reference: 'AV-7KQ2-M4XD',
  version: 1,
  sender: 'Slime SAS',
  link: `https://vigie.example/n/${token}`,
};
const longest = `https://${'a'.repeat(LONGEST_PUBLIC_URL - 'https://.example'.length)}.example/n/${token}`;

describe('a text message', () => {
  it('says who writes, that there is a notice, and where it is read', () => {
    expect(writeShortMessage(message)).toBe(`Slime SAS: violation de données, avis AV-7KQ2-M4XD v1 : ${message.link}`);
    expect(writeShortMessage({ ...message, language: 'en', about: 'report', exercise: true })).toBe(
      `EXERCISE - Slime SAS: incident reported, AV-7KQ2-M4XD v1: ${message.link}`,
    );
    expect(writeShortMessage({ ...message, about: 'vulnerability', reference: 'VUL-2026-11' })).toBe(
      `Slime SAS: vulnérabilité avérée, VUL-2026-11 : ${message.link}`,
    );
  });

  const about = ['breach', 'withdrawal', 'report', 'vulnerability', 'transfer', 'test'] as const;
  const all = about.flatMap((one) =>
    (['fr', 'en'] as const).flatMap((language) =>
      [true, false].map((exercise) => ({ about: one, language, exercise })),
    ),
  );
  it.each(all)('is one message on any telephone with the longest link: %j', (one) => {
    for (const link of [message.link, longest]) {
      for (const sender of [
        'S',
        'Communauté d’agglomération du Val-Témoin et de ses œuvres « ça » – Сибирь',
        '€'.repeat(80),
      ]) {
        const text = writeShortMessage({ ...message, ...one, sender, link, version: 12 });
        expect(septetsOf(text)).toBeLessThanOrEqual(160);
        expect(toGsm7(text)).toBe(text);
        expect(text.endsWith(link)).toBe(true);
      }
    }
  });

  it('beyond that it leaves all the same, with its link whole', () => {
    const link = `https://${'a'.repeat(150)}.example/n/${token}`;
    expect(writeShortMessage({ ...message, link }).endsWith(link)).toBe(true);
  });
});

it.each([
  ['Ça coûte 3 €, dit l’œuvre…', "Ça coute 3 €, dit l'oeuvre..."],
  ['a\u00a0:\u202fb', 'a : b'],
  ['Łódź 東京', '?odz ??'],
  ['{}[]~\\|^', '{}[]~\\|^'],
])('%s is %s in the GSM alphabet', (text, expected) => expect(toGsm7(text)).toBe(expected));
