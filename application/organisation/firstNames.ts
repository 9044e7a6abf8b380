/** Names that stand until somebody gives the true ones; `.invalid` names no place (RFC 2606). */
export const FIRST_NAMES = {
  fr: { organisation: 'Mon organisation', person: 'Première personne', email: 'personne@vigie.invalid' },
  en: { organisation: 'My organisation', person: 'First person', email: 'person@vigie.invalid' },
} as const;

const names = Object.values(FIRST_NAMES);

/** Letters would still leave under the name that the first start made up. */
export const isFirstName = (organisation: string): boolean => names.some((one) => one.organisation === organisation);

/** This member can still not be reached: name or address are those of the first start. */
export const isFirstPerson = ({ name, email }: { name: string; email: string }): boolean =>
  names.some((one) => one.person === name || one.email === email);

/** What whoever reads a text would find made up: who writes, or whom to contact. */
export type MadeUp = 'organisation' | 'person';

type Read = { sender: string; people: readonly { name: string; email?: string | null | undefined }[] };

/** Names of the first start in a text that leaves, each of the two once. */
export const madeUpIn = ({ sender, people }: Read): MadeUp[] => [
  ...(isFirstName(sender) ? ['organisation' as const] : []),
  ...(people.some(({ name, email }) => isFirstPerson({ name, email: email ?? '' })) ? ['person' as const] : []),
];
