import { createHash } from 'node:crypto';
import { canonical, type Json } from '../shared/jcs';

/**
 * SHA-256 of the canonical JSON of what a document says.
 *
 * @throws RangeError for lone surrogates, which have no canonical form
 */
export const hashOfContent = (content: Json): string => createHash('sha256').update(canonical(content)).digest('hex');
