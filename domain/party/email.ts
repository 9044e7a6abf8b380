import { z } from 'zod';

export const Email = z.email().max(254);

export const isEmail = (text: string): boolean => Email.safeParse(text).success;
