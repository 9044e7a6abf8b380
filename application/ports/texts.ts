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
  /** One text message, 160 signs of the GSM alphabet. */
  short(message: ShortMessage): string;
};
