import { describe, expect, it } from '@jest/globals';
import { printable } from '../../../cli/shell/shell';
import { spellOut } from '../../../domain/shared/spellOut';
import { createTexts } from '../../../templates/createTexts';
import { samples } from '../../templates/samples';

const dirty = 'pris\u001b[2J \u0007 \u202eeniel\u202c\u2066x\u2069 \u009b\nligne';
const clean = 'pris[U+001B][2J [U+0007] [U+202E]eniel[U+202C][U+2066]x[U+2069] [U+009B]\nligne';

describe('a character that is not seen', () => {
  it('is spelled out; line feeds and what people write stay', () => {
    expect(spellOut(dirty)).toBe(clean);
    expect(spellOut(clean)).toBe(clean);
    expect(spellOut('Élève\u00a0: «\u202fœuvre\u202f»\r\n\tpoint')).toBe('Élève\u00a0: «\u202fœuvre\u202f»\n\tpoint');
  });

  it('is spelled out alike in text, HTML and PDF of a letter', async () => {
    const printed: string[] = [];
    const texts = createTexts(
      async (paper) => Buffer.from(printed[printed.push(paper) - 1] ?? ''),
      (fault) => {
        throw fault;
      },
    );
    const [, data] = samples['notice-initial'] ?? samples['notice'] ?? Object.values(samples)[0] ?? [];
    const rendered = await texts.render('notice', 'fr', dirtied(data) as never);
    for (const form of [rendered.text, rendered.html, ...printed]) {
      expect(form).toContain('[U+202E]');
      expect(form).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    }
    expect(printed).toHaveLength(1);
  });

  it('steers no terminal; JSON stays as it is', () => {
    expect(printable(`Texte : ${dirty}`)).toBe(`Texte : ${clean}`);
    expect(printable(JSON.stringify({ text: dirty }))).toBe(JSON.stringify({ text: dirty }));
  });
});

/** The sender's name, which stands in every form. */
const dirtied = (data: unknown) => {
  const letter = structuredClone(data) as { head: { sender: string } };
  letter.head.sender = `Maison \u202eeniel`;
  return letter;
};
