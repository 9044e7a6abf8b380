import { z } from 'zod';
import { firmKey } from '../party/firmKey';

/** Who writes has read it (ADR 0047). */
export const othersConfirmed = z
  .literal(true)
  .optional()
  .meta({ description: 'needed where a text names another client of ours: somebody has read it, and it is meant' });

/** How what is said with a refusal begins, for whoever asks for the confirmation. */
export const NAMES_OTHER = 'names another client of ours: take it out, or send it with';
/** Said by REST, and known by the pages that ask for the confirmation. */
export const OTHER_NAMED = `${NAMES_OTHER} othersConfirmed`;

/**
 * A client as texts may name it: its registered names, every other one (`aliases`), the domains of its mail addresses; by which
 * agreements. `plain`: what is looked for, longest first; `whole`: of it the registered names.
 */
export type Client = {
  partyId: string;
  agreementIds: readonly string[];
  names: readonly string[];
  aliases: readonly string[];
  domains: readonly string[];
  plain: readonly string[];
  whole: readonly string[];
};

/** Providers whose domain says nothing of who writes. */
const PUBLIC_MAIL = new Set(
  'gmail.com outlook.com outlook.fr hotmail.com hotmail.fr live.fr yahoo.com yahoo.fr icloud.com proton.me orange.fr wanadoo.fr free.fr sfr.fr laposte.net bbox.fr'.split(
    ' ',
  ),
);

/** What a public body or a firm is, before what it is called. */
const KINDS = new Set(
  'ville commune mairie departement region metropole communaute agglomeration communes urbaine syndicat mixte intercommunal association societe groupe centre hospitalier sas sarl sa scop de des du d la le les l et a'.split(
    ' ',
  ),
);

/** Shorter ones stand in too many words. */
const SHORTEST = 3;
const SHORTEST_DISTINCT = 4;

/** As firms are compared, hyphens and apostrophes told apart by nobody either: words of letters and digits, one space between. */
export const plainWords = (text: string): string =>
  firmKey(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What is left of a name without what kind of body it is: "Val Témoin" of "Communauté d'agglomération du Val Témoin". */
function distinctPart(plain: string): string {
  const words = plain.split(' ');
  const from = words.findIndex((word) => !KINDS.has(word));
  return from < 0 ? '' : words.slice(from).join(' ');
}

/** A client with what is looked for worked out once, for as many texts as are read. */
export function clientOf(client: Omit<Client, 'plain' | 'whole'>): Client {
  const whole = longEnough(client.names);
  const all = [...whole, ...longEnough(client.aliases)];
  const distinct = all.map(distinctPart).filter(({ length }) => length >= SHORTEST_DISTINCT);
  return { ...client, plain: [...new Set([...all, ...distinct])].toSorted((a, b) => b.length - a.length), whole };
}

const longEnough = (names: readonly string[]): string[] =>
  names.map(plainWords).filter(({ length }) => length >= SHORTEST);

/** Of whom we know nothing: whoever is named is another. */
export const nobody = (partyId = ''): Client =>
  clientOf({ partyId, agreementIds: [], names: [], aliases: [], domains: [] });

/**
 * Which other clients of ours a text names, by the name that the contract gives them (domain rules 7.2: a controller never
 * learns of another). Names of the one who is written to are no naming, even where another's is part of them.
 */
export const clientsIn = (text: string, own: Client, others: readonly Client[]): string[] =>
  foundIn(text, own, others).flatMap(({ names }) => names.slice(0, 1));

type Found = Client & { isWhole: boolean };

function foundIn(text: string, own: Client, others: readonly Client[]): Found[] {
  const domains = (text.toLowerCase().match(/[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu) ?? []).filter(
    (domain) => !PUBLIC_MAIL.has(domain) && !own.domains.includes(domain),
  );
  const plain = own.plain.reduce((rest, name) => rest.replaceAll(` ${name} `, ' · '), ` ${plainWords(text)} `);
  const says = (name: string) => plain.includes(` ${name} `);
  return others
    .filter(
      (other) =>
        other.partyId !== own.partyId &&
        (other.plain.some(says) ||
          other.domains.some((domain) => domains.some((found) => found === domain || found.endsWith(`.${domain}`)))),
    )
    .map((other) => ({ ...other, isWhole: other.whole.some(says) }));
}

/** By a registered name, or only by part of one, another name or a mail domain, which may be chance. */
export type Naming = 'whole' | 'part';

/**
 * How a text that goes to the controllers of some agreements names another one, of which not everybody who gets it may hear
 * (invariant 8); null: not at all.
 *
 * @param told null: nobody is named yet, and whoever is named later gets it
 */
export function namesOthers(
  text: string,
  told: readonly { agreementId: string }[] | null,
  clients: readonly Client[],
): Naming | null {
  const named = foundIn(text, nobody(), clients); // of many clients few; whoever is told can only be named less
  if (named.length === 0) return null;
  const readers = told?.map(
    ({ agreementId }) => clients.find(({ agreementIds }) => agreementIds.includes(agreementId)) ?? nobody(),
  ) ?? [nobody()];
  const found = readers.flatMap((own) => foundIn(text, own, named));
  if (found.some(({ isWhole }) => isWhole)) return 'whole';
  return found.length > 0 ? 'part' : null;
}

/**
 * What is wrong with a text that several controllers get as it is: a registered name is taken out, what may be chance is
 * confirmed by who has read it (ADR 0047).
 */
export function namingFault(naming: Naming | null, isConfirmed: boolean | undefined): string | null {
  if (naming === 'whole') return 'names a controller of whom another who is told may not hear: leave the name out';
  return naming === 'part' && isConfirmed !== true ? OTHER_NAMED : null;
}
