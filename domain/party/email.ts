import { z } from 'zod';

export const Email = z.email().max(254);

export const isEmail = (text: string): boolean => Email.safeParse(text).success;

/** `.invalid` names no place (RFC 2606): the address of the person made at the first start. */
export const leadsSomewhere = (email: string): boolean => !email.endsWith('.invalid');
