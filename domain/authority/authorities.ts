import { type Authority, GDPR, known } from './authority';
import { OTHER_AUTHORITIES } from './otherAuthorities';
import { REGIONAL_AUTHORITIES } from './regionalAuthorities';

const MAIN_AUTHORITIES: readonly Authority[] = [
  {
    id: 'cnil',
    country: 'FR',
    name: 'Commission nationale de l’informatique et des libertés (CNIL)',
    channel: { kind: 'form', url: 'https://notifications.cnil.fr/notifications/violation' },
    languages: ['fr'],
    address: '3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, France',
    competence: 'country',
    silence: { law: 'FR', key: 'cnil.silence' },
    complement: { law: 'FR', key: 'cnil.complement' },
    validFrom: GDPR,
    validTo: null,
    source: { standing: 'verified', what: 'outline of the form, July 2023 (channel); its public pages (address)' },
  },
  {
    id: 'apd-gba',
    country: 'BE',
    name: 'Autorité de protection des données / Gegevensbeschermingsautoriteit (APD/GBA)',
    channel: { kind: 'form', url: 'https://www.autoriteprotectiondonnees.be/' },
    languages: ['fr', 'nl'],
    address: 'rue de la Presse 35, 1000 Bruxelles, Belgique',
    competence: 'country',
    ...known,
  },
  {
    id: 'cnpd-lu',
    country: 'LU',
    name: 'Commission nationale pour la protection des données (CNPD)',
    channel: { kind: 'form', url: 'https://cnpd.public.lu/' },
    languages: ['fr', 'de', 'en'],
    address: '15 boulevard du Jazz, 4370 Belvaux, Luxembourg',
    competence: 'country',
    ...known,
  },
  {
    id: 'ap-nl',
    country: 'NL',
    name: 'Autoriteit Persoonsgegevens (AP)',
    channel: { kind: 'form', url: 'https://www.autoriteitpersoonsgegevens.nl/' },
    languages: ['nl'],
    address: 'Postbus 93374, 2509 AJ Den Haag, Nederland',
    competence: 'country',
    ...known,
  },
  {
    id: 'aepd',
    country: 'ES',
    name: 'Agencia Española de Protección de Datos (AEPD)',
    channel: { kind: 'form', url: 'https://www.aepd.es/' },
    languages: ['es'],
    address: 'C/ Jorge Juan 6, 28001 Madrid, España',
    competence: 'part',
    ...known,
  },
  {
    id: 'garante',
    country: 'IT',
    name: 'Garante per la protezione dei dati personali',
    channel: { kind: 'form', url: 'https://www.garanteprivacy.it/' },
    languages: ['it'],
    address: 'Piazza Venezia 11, 00187 Roma, Italia',
    competence: 'country',
    ...known,
  },
  {
    id: 'dpc',
    country: 'IE',
    name: 'Data Protection Commission (DPC)',
    channel: { kind: 'form', url: 'https://www.dataprotection.ie/' },
    languages: ['en', 'ga'],
    address: null,
    competence: 'country',
    ...known,
  },
  {
    id: 'bfdi',
    country: 'DE',
    name: 'Die Bundesbeauftragte für den Datenschutz und die Informationsfreiheit (BfDI)',
    channel: { kind: 'form', url: 'https://www.bfdi.bund.de/' },
    languages: ['de'],
    address: 'Graurheindorfer Straße 153, 53117 Bonn, Deutschland',
    competence: 'part',
    ...known,
  },
];

/** Authorities as dated data: a change is a new row, the old one gets its last day. Every country of the EEA has one. */
export const AUTHORITIES: readonly Authority[] = [...MAIN_AUTHORITIES, ...REGIONAL_AUTHORITIES, ...OTHER_AUTHORITIES];

/** Authorities as they stand on a day, `YYYY-MM-DD`. */
export const authoritiesOn = (day: string, rows: readonly Authority[] = AUTHORITIES): Authority[] =>
  rows.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo));

export const authorityOn = (id: string, day: string, rows?: readonly Authority[]): Authority | undefined =>
  authoritiesOn(day, rows).find((authority) => authority.id === id);

/** What an authority is called, on its newest row; the id where nobody knows it any more. */
export const authorityName = (id: string): string => AUTHORITIES.findLast((one) => one.id === id)?.name ?? id;
