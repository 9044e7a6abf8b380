/** Firms are compared by what people read: case, spaces and forms of the same letter are one. */
export const firmKey = (name: string): string => name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
