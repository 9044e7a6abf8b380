const BEGINNING = 'file-';

/** Id of the message by which a document goes to the other side's installation: one document of one thing, once. */
export const fileExchangeId = (about: 'question' | 'answer', questionId: string, hash: string): string =>
  `${BEGINNING}${about}-${questionId}-${hash}-exchange`;

/** Whether what leaves brings a document. */
export const isOfFile = ({ id }: { id: string }): boolean => id.startsWith(BEGINNING);
