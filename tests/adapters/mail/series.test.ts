import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { composeMail } from '../../../adapters/mail/compose';
import { composeSeries } from '../../../adapters/mail/series';
import type { SerialLetter, SerialMail } from '../../../application/ports/mailer';
import type { Inset } from '../../../application/ports/texts';

const from = { name: 'Vigie', address: 'vigie@slime.example' };
const whole = ({ before, at, after }: Inset, line: string): string => before + at(line) + after;
const escaped = (line: string): string => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const letter: SerialLetter = {
  sender: 'Écoute & Enquêtes SCOP',
  subject: 'Vos données personnelles : ce qui s’est passé',
  language: 'fr',
  date: new Date('2026-05-13T08:00:00Z'),
  text: { before: '*** EXERCICE ***\n\n', at: (line) => line, after: '\n\nUn fichier a été envoyé.\n..\n=====\n' },
  html: {
    before: '<!DOCTYPE html>\n<p style="margin:0 0 12px;font-size:14px;overflow-wrap:anywhere">',
    at: escaped,
    after: `</p>\n<p>${'Un classeur a été envoyé par erreur. '.repeat(20)}</p>\n`,
  },
};
const mail: SerialMail = { to: 'p1@b.example', messageId: '<c1.p1-1@slime.example>', line: 'Alice' };

/** What the composer of every other mail makes of it. */
const alone = (common: SerialLetter, { line, ...one }: SerialMail): Promise<Buffer> =>
  composeMail(from, { ...common, ...one, text: whole(common.text, line), html: whole(common.html, line) });

const both = async (common: SerialLetter, one: SerialMail) => {
  const [series, single] = [composeSeries(from, common)(one), await alone(common, one)];
  return [series.toString('latin1'), single.toString('latin1')] as const;
};

describe('a mail of a series has, byte for byte, what the composer gives it', () => {
  it.each([
    ['a plain name', 'Alice'],
    ['accents', 'À l’attention de Renée Lefèvre-Ångström'],
    ['Arabic', 'إلى عناية محمد بن عبد الله'],
    ['Japanese', '山田太郎様'],
    ['signs outside the plane', '𝔘𝔫𝔦 👩‍👩‍👧‍👦'.repeat(8)],
    ['no name at all', ''],
    ['a name of two hundred signs without a space', 'é'.repeat(200)],
    ['a long name with spaces', 'Maximilienne '.repeat(15)],
    ['markup', '<script>&"=3D'],
    ['a dot alone', '.'],
    ['blanks at its end', 'Alice \t '],
    ['seventy-six signs, the length of a line', 'x'.repeat(76)],
    ['seventy-five and an equals sign', `${'x'.repeat(75)}=`],
    ['several lines', 'Alice\nBob\r\nCarol\rDan'],
  ])('for %s', async (_what, line) => {
    const [series, single] = await both(letter, { ...mail, line });
    expect(series).toBe(single);
  });

  it.each([
    `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.example`,
    'renée@bücher.example',
    '用户@例え.example',
    "o'hara+tag@b.example",
    '-dash@b.example',
  ])('to %s', async (to) => {
    const [series, single] = await both(letter, { ...mail, to });
    expect(series).toBe(single);
    expect(series).toMatch(/^To:/m);
  });

  it('whose Message-ID is longer than a line', async () => {
    const [series, single] = await both(letter, { ...mail, messageId: `<${'c'.repeat(90)}.p1-1@slime.example>` });
    expect(series).toBe(single);
  });

  it('whose line stands alone, first, last, and amid a line', async () => {
    for (const [before, after] of [
      ['', ''],
      ['a', ''],
      ['', 'b'],
      ['a\n', '\nb'],
      ['a\nc ', ' d\nb'],
    ] as const) {
      const at = (line: string) => line;
      const one = { ...letter, text: { before, at, after }, html: { before, at, after } };
      const [series, single] = await both(one, mail);
      expect(series).toBe(single);
    }
  });

  it('for any words around it, any name', async () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 200 });
    const lines = fc.array(words, { maxLength: 6 }).map((all) => all.join('\n'));
    await fc.assert(
      fc.asyncProperty(lines, words, lines, async (before, line, after) => {
        const text = { before: `${before}\n`, at: (name: string) => name, after: `\n.${after}\n` };
        const [series, single] = await both(
          { ...letter, text, html: { ...text, before: `<p>${before}` } },
          { ...mail, line },
        );
        expect(series).toBe(single);
      }),
      // a last line of 51 to 76 signs with blanks: broken in a long part, whole in a short one, but for its line end
      { numRuns: 300, examples: [['', ' ', `${'é'.repeat(8)} ${'ü'.repeat(4)} `]] },
    );
  });

  it('and a mail program reads of it what was written', async () => {
    const line = 'À l’attention de 山田 & <Renée>';
    const read = await simpleParser(composeSeries(from, letter)({ ...mail, line }));
    expect(read.text).toBe(whole(letter.text, line));
    expect(read.html).toBe(whole(letter.html, line));
    expect([read.messageId, read.subject, read.date]).toEqual([mail.messageId, letter.subject, letter.date]);
    expect(read.to).toMatchObject({ value: [{ address: mail.to }] });
  });
});

it.each(['dpo@aube.example, other@else.example', 'dpo@aube.example\r\nBcc: other@else.example', 'dpo'])(
  'a series refuses to compose for %j, which is not one address',
  (to) => {
    expect(() => composeSeries(from, letter)({ ...mail, to })).toThrow(RangeError);
  },
);
