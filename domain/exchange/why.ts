import { z } from 'zod';

/**
 * Why another installation takes no message of ours: as it says itself. The list is closed; words of ours explain each.
 * `bytesMissing`: it would take the document, whose bytes are to come with it.
 */
export const PeerWhy = z.enum([
  'unreadable',
  'altered',
  'stranger',
  'misaddressed',
  'ahead',
  'superseded',
  'unknown',
  'invalid',
  'tooLarge',
  'busy',
  'bytesMissing',
]);
export type PeerWhy = z.infer<typeof PeerWhy>;

/**
 * `closed`: its address lies in a private network that the operator has not named; `away`: no answer, or one that says so;
 * `noReceipt`: something answered that is not the installation whose key is recorded; `untied`: a consent was taken back;
 * `noFiles`, `noTests`: it is of a version that takes no documents, or knows no tests; `erased`: what was to leave was
 * erased before it did.
 */
export const ExchangeWhy = z.enum([
  ...PeerWhy.options,
  'closed',
  'away',
  'noReceipt',
  'untied',
  'noFiles',
  'noTests',
  'erased',
]);
export type ExchangeWhy = z.infer<typeof ExchangeWhy>;

/** What may have changed when it is tried again: time, a crowd, a network, a consent or an allowance that was missing. */
const FOR_NOW: readonly ExchangeWhy[] = ['ahead', 'busy', 'away', 'noReceipt', 'stranger', 'closed'];

export const isForNow = (why: ExchangeWhy): boolean => FOR_NOW.includes(why);
