import { z } from 'zod';

export const Country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'ISO 3166-1 alpha-2')
  .meta({ description: 'ISO 3166-1 alpha-2' });

/** European Economic Area: where the GDPR has its supervisory authorities (EEA agreement, decision 154/2018). */
const EEA = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ');

/** Regions with a code of their own that are of a Member State (TFEU Arts 349, 355; Åland by its accession). */
const REGIONS: Readonly<Record<string, string>> = {
  GF: 'FR',
  GP: 'FR',
  MF: 'FR',
  MQ: 'FR',
  RE: 'FR',
  YT: 'FR',
  AX: 'FI',
};

/** The state whose authorities are competent in a country or region: itself, or the Member State that it belongs to. */
export const stateOf = (country: string): string => REGIONS[country] ?? country;

/** Whether a state, not a region of one, is of the European Economic Area. */
export const isEea = (country: string): boolean => EEA.includes(country);
