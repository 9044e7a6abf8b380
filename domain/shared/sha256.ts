import { createHash } from 'node:crypto';

/** SHA-256 of bytes, or of a text's UTF-8, in 64 hexadecimal digits. */
export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
