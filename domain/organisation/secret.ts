import { createHash } from 'node:crypto';

const SECRET = /^vgt_[0-9a-f]{64}$/;

/** A token's secret: 256 random bits, with a prefix that secret scanners can look for. */
export const secretFrom = (randomHex: string): string => `vgt_${randomHex}`;

export const looksLikeSecret = (text: string): boolean => SECRET.test(text);

/** What is stored. The secret has 256 bits of entropy, so a plain hash is enough and needs no salt. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
