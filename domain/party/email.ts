import { z } from 'zod';

/** RFC 5321 §4.5.3.1: at most 64 characters before the @; longer ones no mail server need take. */
export const Email = z
  .email()
  .max(254)
  .regex(/^[^@]{1,64}@/, 'has more than 64 characters before the @');

export const isEmail = (text: string): boolean => Email.safeParse(text).success;

/** `.invalid` names no place (RFC 2606): the address of the person made at the first start. */
export const leadsSomewhere = (email: string): boolean => !email.endsWith('.invalid');
