import type { Draft, ItemName } from './items';

/**
 * A client as texts may name it: registered name and every other one, and the domains of its mail addresses. `plain`: what is
 * looked for, longest first.
 */
export type Client = {
  partyId: string;
  names: readonly string[];
  domains: readonly string[];
  plain: readonly string[];
};

/** A text of a notice: one of its items, or why it leaves late. */
export type NoticeText = ItemName | 'lateReason';
export type NamedClient = { item: NoticeText; name: string };

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

/** Case, accents, hyphens and apostrophes told apart by nobody: words of letters and digits, one space between. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/œ/g, 'oe')
    .replaceAll(/æ/g, 'ae')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What is left of a name without what kind of body it is: "Val Témoin" of "Communauté d'agglomération du Val Témoin". */
function distinctPart(plain: string): string {
  const words = plain.split(' ');
  const from = words.findIndex((word) => !KINDS.has(word));
  return from < 0 ? '' : words.slice(from).join(' ');
}

/** A client with what is looked for worked out once, for as many texts as are read. */
export const clientOf = (client: Omit<Client, 'plain'>): Client => ({ ...client, plain: plainNames(client.names) });

function plainNames(names: readonly string[]): string[] {
  const whole = names.map(plainWords).filter(({ length }) => length >= SHORTEST);
  const distinct = whole.map(distinctPart).filter(({ length }) => length >= SHORTEST_DISTINCT);
  return [...new Set([...whole, ...distinct])].toSorted((a, b) => b.length - a.length);
}

/**
 * Which other clients of ours a text names, by the name that the contract gives them (domain rules 7.2: a controller never
 * learns of another). Names of the one who is written to are no naming, even where another's is part of them.
 */
export function clientsIn(text: string, own: Client, others: readonly Client[]): string[] {
  const domains = (text.toLowerCase().match(/[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu) ?? []).filter(
    (domain) => !PUBLIC_MAIL.has(domain) && !own.domains.includes(domain),
  );
  const plain = own.plain.reduce((rest, name) => rest.replaceAll(` ${name} `, ' · '), ` ${plainWords(text)} `);
  return others
    .filter(
      (other) =>
        other.partyId !== own.partyId &&
        (other.plain.some((name) => plain.includes(` ${name} `)) ||
          other.domains.some((domain) => domains.some((found) => found === domain || found.endsWith(`.${domain}`)))),
    )
    .flatMap(({ names }) => names.slice(0, 1));
}

export type Texts = Partial<Draft> & { lateReason?: string | undefined };

/** The free texts of a notice: b is who can tell more. */
export function textsOf({ a, c, d, e, lateReason }: Texts): { item: NoticeText; text: string }[] {
  const said = (item: NoticeText, text: string | null) => (text === null ? [] : [{ item, text }]);
  const answer = (one: Draft['c'] | Draft['d'] | undefined): string | null => {
    switch (one?.answer) {
      case 'value':
        return one.text;
      case 'cannotBeDetermined':
        return one.reason;
      default:
        return null;
    }
  };
  return [
    ...said('a', a ?? null),
    ...said('c', answer(c)),
    ...said('d', answer(d)),
    ...said('e', answer(e)),
    ...said('lateReason', lateReason ?? null),
  ];
}

/** Text by text, which other clients are named. */
export const namedIn = (
  texts: readonly { item: NoticeText; text: string }[],
  own: Client,
  others: readonly Client[],
): NamedClient[] => texts.flatMap(({ item, text }) => clientsIn(text, own, others).map((name) => ({ item, name })));
