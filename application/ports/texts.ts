import type { Language } from '../../domain/letters/head';
import type { ShortMessage } from '../../domain/letters/shortMessage';
import type { LetterData, LetterName } from '../../domain/letters/letters';

export type Rendered = {
  /** Name of the organisation that writes. */
  sender: string;
  subject: string;
  text: string;
  html: string;
  /** Tagged PDF of what a controller gets; null for mails inside the organisation, receipts and phone scripts. */
  pdf: Buffer | null;
  /** SHA-256 of the canonical block list: what the document says, apart from its three forms. */
  contentHash: string;
};

/** What a person reads before it leaves. */
export type Shown = Pick<Rendered, 'subject' | 'text'>;

/** What a letter says to whomever it is for, once and for all; `contentHash` is the SHA-256 of its bytes. */
export type Frozen = { bytes: Buffer; contentHash: string };

/** A text with one place in it; what stands there is written by `at`. */
export type Inset = { before: string; at(line: string): string; after: string };

/** One letter for many readers. `lineFor` says whom a text is for; without a name it is the sender's. */
export type Series = Pick<Rendered, 'sender' | 'subject'> & {
  text: Inset;
  html: Inset;
  lineFor(reader: string | null): string;
};

/** One letter to be posted: what it says, as it was frozen, and the lines on its envelope. */
export type PostedLetter = { frozen: Buffer; to: readonly string[] };

/** What every letter of a file has beside its text: the lines under the sender's name, and the day on it (of the calendar). */
export type Letterhead = { from: readonly string[]; on: string };

/** Renders documents; `templates/` stands behind this port. */
export type Texts = {
  /**
   * Same name, language and data: same bytes.
   *
   * @throws ZodError when the data miss a field or have one too many; nothing is ever left blank
   */
  render<Name extends LetterName>(name: Name, language: Language, data: LetterData[Name]): Promise<Rendered>;
  /** The same words as `render`, without printing anything. @throws ZodError as `render` does */
  show<Name extends LetterName>(name: Name, language: Language, data: LetterData[Name]): Shown;
  /** What a letter says, to be kept and printed for many. @throws ZodError as `render` does */
  freeze<Name extends LetterName>(name: Name, language: Language, data: LetterData[Name]): Frozen;
  /** What was frozen, as one reads it who is not named. */
  print(frozen: Buffer): Shown;
  /** What was frozen, for many: the same words for all, but for the line that says whom it is for. */
  series(frozen: Buffer): Series;
  /**
   * Letters as one tagged PDF, each from a new page, the address behind the window of the envelope. Same letters: same bytes.
   *
   * @throws Error where they cannot be printed
   */
  letters(letters: readonly PostedLetter[], head: Letterhead): Promise<Buffer>;
  /** One text message, 160 signs of the GSM alphabet. */
  short(message: ShortMessage): string;
};
