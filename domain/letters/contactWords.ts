import type { Contact } from './head';

/** A contact on one line: who, as what, by which number and address. */
export const contactWords = ({ name, role, phone, email }: Contact): string =>
  [name, role, phone, email].filter((part) => part !== null).join(', ');
