import { createHash } from 'node:crypto';

/** Hexadecimal digits: enough that no two keys of an organisation give one id. */
const DIGITS = 32;

/** An id that follows from the key of a command: sent again, it names the same thing; of the key it tells nothing. */
export const idFrom = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, DIGITS);
