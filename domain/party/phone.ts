import { z } from 'zod';

/** A number that can be dialled from anywhere: `+`, then digits, as people group them. */
export const Phone = z
  .string()
  .regex(/^\+[0-9][0-9 .()-]{4,30}$/, 'an international number that begins with +')
  .meta({ description: 'telephone, international form' });

export const isPhone = (text: string): boolean => Phone.safeParse(text).success;
