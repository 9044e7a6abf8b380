import { createHash } from 'node:crypto';
import type { Texts } from '../../application/ports/texts';
import { type LetterName, letterSchemas } from '../../domain/letters/letters';

/** Which of them come on paper, too. */
const PAPERS: readonly LetterName[] = ['notice', 'supplement', 'register', 'authorityForm', 'exerciseReport'];

/** Every letter as its data in JSON: shows all that a template was given, and refuses what the schema refuses. */
export const plainTexts: Texts = {
  show(name, language, data) {
    return { subject: `${name} (${language})`, text: JSON.stringify(letterSchemas[name].parse(data), null, 1) };
  },
  freeze(name, language, data) {
    const bytes = Buffer.from(JSON.stringify({ ...plainTexts.show(name, language, data), sender: data.head.sender }));
    return { bytes, contentHash: createHash('sha256').update(bytes).digest('hex') };
  },
  print(frozen) {
    const { subject, text } = opened(frozen);
    return { subject, text };
  },
  series(frozen) {
    const { sender, subject, text } = opened(frozen);
    return {
      sender,
      subject,
      text: { before: '', at: (line) => line, after: `\n${text}` },
      html: { before: '<pre>', at: () => 'frozen', after: '</pre>' },
      lineFor: (reader) => reader ?? sender,
    };
  },
  letters: async (letters) =>
    Buffer.from(`%PDF ${letters.map(({ frozen, to }) => `${to.join('\n')}\n${opened(frozen).text}`).join('\f')}`),
  short: (message) => `${message.sender}: ${JSON.stringify(message)}`,
  async render(name, language, data) {
    const { subject, text } = plainTexts.show(name, language, data);
    const pdf = PAPERS.includes(name) ? Buffer.from(`%PDF ${text}`, 'utf8') : null;
    return { sender: data.head.sender, subject, text, html: `<pre>${name}</pre>`, pdf, contentHash: '0'.repeat(64) };
  },
};

const opened = (frozen: Buffer) => JSON.parse(frozen.toString()) as { sender: string; subject: string; text: string };
