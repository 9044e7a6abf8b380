import { z } from 'zod';

/**
 * zod's own rule, and at most 64 characters before the @ (RFC 5321 §4.5.3.1): longer ones no mail server need take. One
 * pattern, so that a fault is said once.
 */
const PATTERN = new RegExp(`^(?![^@]{65})${z.regexes.email.source.slice(1)}`);

export const Email = z.email({ pattern: PATTERN }).max(254);

export const isEmail = (text: string): boolean => Email.safeParse(text).success;

/** `.invalid` names no place (RFC 2606): the address of the person made at the first start. */
export const leadsSomewhere = (email: string): boolean => !email.endsWith('.invalid');
