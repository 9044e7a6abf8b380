import { z } from 'zod';

export const Country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'ISO 3166-1 alpha-2')
  .meta({ description: 'ISO 3166-1 alpha-2' });

/** European Economic Area: where the GDPR has its supervisory authorities (EEA agreement, decision 154/2018). */
const EEA = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ');

export const isEea = (country: string): boolean => EEA.includes(country);
