import type { LimitKey } from '../law/limits';
import type { Jurisdiction } from '../law/profiles';

/** Where a notification is handed in. No authority of the list has a public interface for machines that we know of. */
type Channel = { kind: 'form'; url: string };

type LawLimit = { law: Jurisdiction; key: LimitKey };

export type Authority = {
  id: string;
  country: string;
  name: string;
  channel: Channel;
  /** Languages in which it takes a notification, ISO 639-1. */
  languages: readonly string[];
  /** Null: not known to us. */
  address: string | null;
  /** `part`: the country has other authorities, and which one is competent is for a person to say. */
  competence: 'country' | 'part';
  /** How long its silence lasts before the file can be closed; null: it says nothing of it. */
  silence: LawLimit | null;
  /** How soon after an initial notification it asks for what completes it, if possible; null: it says nothing of it. */
  complement: LawLimit | null;
  validFrom: string;
  /** The first day on which it no longer holds; null: none is known. */
  validTo: string | null;
  /** `verified` in a source that was read, or from `knowledge`: to be read again before anybody relies on it. */
  source: { standing: 'verified' | 'knowledge'; what: string };
};

const GDPR = '2018-05-25';
const known = {
  silence: null,
  complement: null,
  validFrom: GDPR,
  validTo: null,
  source: { standing: 'knowledge', what: 'its public pages' },
} as const;

/** Authorities as dated data: a change is a new row, the old one gets its last day. */
export const AUTHORITIES: readonly Authority[] = [
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

/** Authorities as they stand on a day, `YYYY-MM-DD`. */
export const authoritiesOn = (day: string, rows: readonly Authority[] = AUTHORITIES): Authority[] =>
  rows.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo));

export const authorityOn = (id: string, day: string, rows?: readonly Authority[]): Authority | undefined =>
  authoritiesOn(day, rows).find((authority) => authority.id === id);

/** What an authority is called, on its newest row; the id where nobody knows it any more. */
export const authorityName = (id: string): string => AUTHORITIES.findLast((one) => one.id === id)?.name ?? id;
