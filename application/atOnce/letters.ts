import type { TransferLetter, VulnerabilityLetter } from '../../domain/letters/contact';
import type { Language } from '../../domain/letters/head';
import { tellFrom, type Transfer } from '../../domain/transfer/fold';
import type { Proven } from '../../domain/vulnerability/events';

/** What every letter that is sent at once says of itself, and in which language. */
export type LetterParts = Pick<VulnerabilityLetter, 'head' | 'addressee' | 'contacts' | 'link'> & {
  language: Language;
};

/** @param isOurs whether the words may go to this addressee: they name no other controller */
export function vulnerabilityLetter(
  { provenAt, severity, identifier, text, systems }: Proven,
  { head, addressee, contacts, link }: LetterParts,
  isOurs: boolean,
): VulnerabilityLetter {
  return {
    head,
    addressee,
    provenAt,
    severity,
    identifier,
    text: isOurs ? text : null,
    systems: isOurs ? [...(systems ?? [])] : [],
    contacts,
    link,
  };
}

/** Of a secrecy only that it was, and when it ended: its ground stays inside. */
export function transferLetter(
  one: Pick<Transfer, 'recorded' | 'recordedAt' | 'secrecy'>,
  { head, addressee, contacts, link }: LetterParts,
  isOurs: boolean,
): TransferLetter {
  const { cause, knownAt, source, text, countries, unagreed } = one.recorded;
  return {
    head,
    addressee,
    cause,
    knownAt,
    source: isOurs ? source : null,
    text: isOurs ? text : null,
    countries: [...countries],
    unagreed,
    forbiddenUntil: one.secrecy === null ? null : tellFrom(one),
    contacts,
    link,
  };
}
