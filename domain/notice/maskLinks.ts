/** The secret of a contact's link to a notice, or to an amendment: who has it may act in that contact's name. */
const LINK = /\/(n|a)\/[\w-]{43}(?![\w-])/g;

/** A stored text without the secrets of its links. Idempotent. */
export const maskLinks = (text: string): string => text.replaceAll(LINK, '/$1/…');
