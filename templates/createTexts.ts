import type { Head, Language } from '../domain/letters/head';
import { hashOfContent } from '../domain/letters/hashOfContent';
import { writeDay } from './grammar';
import { maskLinks } from '../domain/notice/maskLinks';
import { letterSchemas, type LetterData, type LetterName } from '../domain/letters/letters';
import { canonical } from '../domain/shared/jcs';
import { spellOutAll } from '../domain/shared/spellOut';
import type { Paper } from './blocks/block';
import { catalogue } from './catalogue';
import { htmlAroundStrap, toHtml } from './forms/html';
import type { Inset } from './forms/inset';
import { textAroundStrap, toText } from './forms/text';
import type { Sheet } from './letters/sheet';
import { readPaper } from './readPaper';
import { writeShortMessage } from './shortMessage';
import { createSpeaker, type Speaker } from './speaker';

/** Turns a block list in JSON into a PDF. */
export type PrintPdf = (paper: string) => Promise<Buffer>;

type PostedLetter = { frozen: Buffer; to: readonly string[] };
type Letterhead = { from: readonly string[]; on: string };
type Frozen = { bytes: Buffer; contentHash: string };
type Shown = Pick<Rendered, 'subject' | 'text'>;
type Series = Pick<Rendered, 'sender' | 'subject'> & {
  text: Inset;
  html: Inset;
  lineFor(reader: string | null): string;
};
type Rendered = {
  sender: string;
  subject: string;
  text: string;
  html: string;
  pdf: Buffer | null;
  contentHash: string;
};

/**
 * The texts port. A PDF that cannot be printed holds nothing back: text and HTML say the same, and a notice must leave.
 * `onPdfFault` hears of it. `printLetters`: takes long, so that nothing that is urgent should wait behind it.
 */
export function createTexts(printPdf: PrintPdf, onPdfFault: (error: unknown) => void, printLetters = printPdf) {
  const printOrNull = async (paper: Paper, contentHash: string): Promise<Buffer | null> => {
    const { hashLabel, blocks, ...sheet } = paper;
    // Printed and kept by others than the reader of the mail: a personal link stands in the mail alone.
    const shown = blocks.map((block) => (block.kind === 'action' ? { ...block, url: maskLinks(block.url) } : block));
    try {
      return await printPdf(JSON.stringify({ ...sheet, blocks: shown, hashLine: `${hashLabel} ${contentHash}` }));
    } catch (error) {
      onPdfFault(error);
      return null;
    }
  };

  return {
    /** @throws ZodError when the data miss a field or have one too many */
    async render<Name extends LetterName>(name: Name, language: Language, data: LetterData[Name]): Promise<Rendered> {
      const paper = writePaper(name, language, data);
      const contentHash = hashOfContent(paper);
      const printing = catalogue[name].pdf ? printOrNull(paper, contentHash) : null; // in its thread meanwhile
      const [text, html] = [toText(paper, contentHash), toHtml(paper, contentHash)];
      return { sender: paper.author, subject: paper.subject, text, html, pdf: await printing, contentHash };
    },
    /** @throws ZodError when the data miss a field or have one too many */
    show<Name extends LetterName>(name: Name, language: Language, data: LetterData[Name]): Shown {
      const paper = writePaper(name, language, data);
      return { subject: paper.subject, text: toText(paper, hashOfContent(paper)) };
    },

    /** @throws ZodError when the data miss a field or have one too many */
    freeze<Name extends LetterName>(name: Name, language: Language, data: LetterData[Name]): Frozen {
      const paper = writePaper(name, language, data);
      return { bytes: Buffer.from(canonical(paper)), contentHash: hashOfContent(paper) };
    },
    print(frozen: Buffer): Shown {
      const { kept, contentHash } = opened(frozen);
      return { subject: kept.subject, text: toText(kept, contentHash) };
    },
    series(frozen: Buffer): Series {
      const { kept, contentHash } = opened(frozen);
      return {
        sender: kept.author,
        subject: kept.subject,
        text: textAroundStrap(kept, contentHash),
        html: htmlAroundStrap(kept, contentHash),
        lineFor: (reader) => (reader === null ? kept.strap : readerLine(kept.language, reader)),
      };
    },

    async letters(letters: readonly PostedLetter[], head: Letterhead): Promise<Buffer> {
      return printLetters(JSON.stringify(lettersPaper(letters, head)));
    },

    short: writeShortMessage,
  };
}

/** The sheet of many letters: each text once, whatever the number of its readers, with what a letter by post has around it. */
function lettersPaper(letters: readonly PostedLetter[], { from, on }: Letterhead) {
  const texts = [...new Set(letters.map(({ frozen }) => frozen))];
  const papers = texts.map((frozen) => {
    const { kept, contentHash } = opened(frozen);
    const { hashLabel, ...paper } = kept;
    const { say } = createSpeaker(kept.language, 'UTC');
    const around = {
      from: spellOutAll(from),
      dated: say('letter.date', { day: writeDay(kept.language, on) }),
      greeting: say('letter.greeting'),
      closing: say('letter.closing', { sender: kept.author }),
    };
    return { ...paper, ...around, hashLine: `${hashLabel} ${contentHash}` };
  });
  const [first] = papers;
  if (first === undefined) throw new RangeError('no letters');
  const own = letters.map(({ frozen, to }) => ({ text: texts.indexOf(frozen), to: spellOutAll(to) }));
  return { ...first, papers, letters: own };
}

function opened(frozen: Buffer): { kept: Paper; contentHash: string } {
  const kept = readPaper(frozen);
  return { kept, contentHash: hashOfContent(kept) };
}

/** The one line that differs from reader to reader; a name is somebody's, so it is spelled out as any text is. */
const readerLine = (language: Language, name: string): string =>
  spellOutAll(createSpeaker(language, 'UTC').say('toPersons.for', { name }));

/** The block list of a letter, before it takes a form: every form, and the hash, say the same signs. */
export function writePaper<Name extends LetterName>(name: Name, language: Language, data: LetterData[Name]): Paper {
  letterSchemas[name].parse(data);
  const { head } = data;
  const speaker = createSpeaker(language, head.zone);
  return spellOutAll(toPaper(catalogue[name].write(data, speaker), head, speaker));
}

function toPaper({ subject, title, strap, blocks }: Sheet, head: Head, { language, say }: Speaker): Paper {
  const { reference, version, writtenAt, sender, exercise } = head;
  const written = new Date(writtenAt);
  return {
    language,
    title,
    subject,
    mark: exercise ? say('exercise.mark') : null,
    strap,
    author: sender,
    date: [written.getUTCFullYear(), written.getUTCMonth() + 1, written.getUTCDate()],
    blocks,
    foot:
      version === null
        ? say('foot.noVersion', { reference, writtenAt })
        : say('foot.line', { reference, version, writtenAt }),
    page: say('word.page'),
    hashLabel: say('foot.hash'),
  };
}
