import { z } from 'zod';

/** A number that can be dialled from anywhere: `+`, then 7 to 15 digits (E.164), as people group them. */
export const Phone = z
  .string()
  .max(40)
  .regex(/^\+[0-9](?:[ .()-]*[0-9]){6,14}$/, 'an international number: +, then 7 to 15 digits')
  .meta({ description: 'telephone, international form' });

/** The number as machines dial it: `+` and digits. */
export const toDial = (phone: string): string => phone.replaceAll(/[^+0-9]/g, '');

export const isPhone = (text: string): boolean => Phone.safeParse(text).success;
