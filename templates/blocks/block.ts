import type { Language } from '../../domain/letters/head';

/** What a document is made of. Texts are plain: each renderer escapes for its own form. A line break is a line break. */
export type Block =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  /** `strong`: must not be overlooked. */
  | { kind: 'note'; strong: boolean; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'facts'; rows: { term: string; value: string }[] }
  | { kind: 'table'; head: string[]; rows: string[][] }
  /** A link that a person follows to act; http or https only. */
  | { kind: 'action'; text: string; url: string };

export type Paper = {
  language: Language;
  title: string;
  /** Subject of the mail. */
  subject: string;
  /** EXERCICE, EXERCISE; null in earnest. */
  mark: string | null;
  /** One line above the title: reference, version, contract. */
  strap: string;
  author: string;
  /** Year, month, day in UTC: the PDF's own date. */
  date: [number, number, number];
  blocks: Block[];
  /** Foot of each page: reference, version, hour and zone. */
  foot: string;
  /** The word for "page". */
  page: string;
  /** What the hash at the foot is of. */
  hashLabel: string;
};
