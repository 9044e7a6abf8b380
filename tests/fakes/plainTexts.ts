import { createHash } from 'node:crypto';
import type { Texts } from '../../application/ports/texts';
import { letterSchemas } from '../../domain/letters/letters';

/** Every letter as its data in JSON: shows all that a template was given, and refuses what the schema refuses. */
export const plainTexts: Texts = {
  show(name, language, data) {
    return { subject: `${name} (${language})`, text: JSON.stringify(letterSchemas[name].parse(data), null, 1) };
  },
  freeze(name, language, data) {
    const bytes = Buffer.from(JSON.stringify({ ...plainTexts.show(name, language, data), sender: data.head.sender }));
    return { bytes, contentHash: createHash('sha256').update(bytes).digest('hex') };
  },
  print(frozen, reader) {
    const { sender, subject, text } = JSON.parse(frozen.toString()) as {
      sender: string;
      subject: string;
      text: string;
    };
    const contentHash = createHash('sha256').update(frozen).digest('hex');
    return { sender, subject, text: `${reader ?? sender}\n${text}`, html: '<pre>frozen</pre>', contentHash };
  },
  short: (message) => `${message.sender}: ${JSON.stringify(message)}`,
  async render(name, language, data) {
    const { subject, text } = plainTexts.show(name, language, data);
    const pdf = name === 'notice' || name === 'supplement' ? Buffer.from(`%PDF ${text}`, 'utf8') : null;
    return { sender: data.head.sender, subject, text, html: `<pre>${name}</pre>`, pdf, contentHash: '0'.repeat(64) };
  },
};
