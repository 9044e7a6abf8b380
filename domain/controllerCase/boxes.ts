import { boxOf, type Recipient } from './recipients';

/**
 * Whom lists tell, by their boxes. Two persons who share a mail address under two names are two: each is told in a mail of
 * their own (GDPR Art 34(1)). Who has no name there is whoever the box is.
 */
export function createBoxes() {
  /** The first name that was told at a box; empty: it named nobody. */
  const first = new Map<string, string>();
  /** Boxes with each further name, a line each. */
  const further = new Set<string>();
  return {
    /** The box is that of somebody who is told. */
    isShared: (recipient: Recipient): boolean => first.has(boxOf(recipient)),
    has(recipient: Recipient): boolean {
      const [box, name] = [boxOf(recipient), nameKey(recipient)];
      const known = first.get(box);
      if (known === undefined) return false;
      return known === '' || name === '' || known === name || further.has(`${box}\n${name}`);
    },
    add(recipient: Recipient): void {
      const [box, name] = [boxOf(recipient), nameKey(recipient)];
      if (first.has(box)) further.add(`${box}\n${name}`);
      else first.set(box, name);
    },
  };
}
export type Boxes = ReturnType<typeof createBoxes>;

/** One text for the spellings of a name in lists: order of its parts, capitals, accents and signs do not count. A letter has it in its box. */
const nameKey = ({ email, name }: Recipient): string =>
  email === null || name === null
    ? ''
    : name
        .normalize('NFKD')
        .replaceAll(/\p{M}/gu, '')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((part) => part !== '')
        .toSorted()
        .join(' ');
