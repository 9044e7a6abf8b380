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

/** The first day of the GDPR's authorities. */
export const GDPR = '2018-05-25';

/** What is the same for every authority that nobody has read up on yet. */
export const known = {
  silence: null,
  complement: null,
  validFrom: GDPR,
  validTo: null,
  source: { standing: 'knowledge', what: 'its public pages' },
} as const;

/** A row of the list of which only name, pages and languages are known. */
export const listed = (
  id: string,
  country: string,
  name: string,
  url: string,
  languages: readonly string[],
  competence: Authority['competence'] = 'country',
): Authority => ({ id, country, name, channel: { kind: 'form', url }, languages, address: null, competence, ...known });
