import type { Upward } from '../exchange/upward';
import { chainKey, chainsOf, type Told } from '../incident/chains';
import { MOST_CHAINS, MOST_TIERS } from '../incident/subNoticeValues';
import { contactWords } from '../letters/contactWords';
import type { Contact } from '../letters/head';
import { cutAt } from '../shared/cutAt';
import { textOf } from './copyTold';
import type { Items } from './items';
import { isMarked } from './saidBy';

/** `pattern`: what we have put before a text of theirs; `mark`: what says whose words it is to whoever is above us. */
export type Lead = { pattern: RegExp; mark: string };

type Said = {
  items: Items | null;
  subNotices: readonly Told[];
  leads: readonly Lead[];
  /** Says that words are our own. */
  own: string;
  language: Upward['language'];
  /** What says in words who stands beyond what a chain holds. */
  beyond(names: readonly string[]): string;
};

/**
 * What a version tells whoever processes above us: its items without promises, who is to be asked, and every chain that we
 * were told of, as far as a chain goes: who stands beyond is said in words, so that nobody is lost. Where all is of one
 * source the chain says it; else `chains` names each, an empty one for our own words, and each part of a text says whose it
 * is (ADR 0054). Items are null for a withdrawal, and once erased.
 */
export function upwardOf({ items, subNotices, leads, own, language, beyond }: Said): Upward {
  const [first] = items?.b ?? [];
  const counted = items?.c.answer === 'value' ? items.c : { persons: null, records: null };
  const texts = {
    a: items?.a ?? null,
    c: textOf(items?.c ?? null),
    d: textOf(items?.d ?? null),
    e: textOf(items?.e ?? null),
  };
  const isOwn = (text: string | null): boolean =>
    text !== null && !isMarked(text) && leads.every(({ pattern }) => text.search(pattern) !== 0);
  const told = distinct(subNotices.flatMap(chainsOf).toSorted((one, other) => other.length - one.length));
  const isOwnToo = items === null || Object.values(texts).some(isOwn); // a withdrawal is our own word
  const all = told.length > 0 && isOwnToo ? [...told, []] : told;
  const part = (text: string | null) =>
    text && (all.length > 1 ? marked(text, leads, isOwn(text) ? own : '') : bare(text, leads));
  const chains = distinct(all.map((chain) => chain.slice(0, MOST_TIERS - 1)));
  const kept = chains.length > MOST_CHAINS ? [...chains.slice(0, MOST_CHAINS - 1), chains.at(-1) ?? []] : chains;
  const lines = [
    ...told.map((chain) => chain.slice(MOST_TIERS - 1)),
    ...chains.filter((chain) => !kept.includes(chain)),
  ].flatMap((names) => (names.length === 0 ? [] : beyond(names)));
  const ab = {
    a: part(texts.a),
    b: items === null ? null : items.b.map(contactWords).join('\n'),
  };
  return {
    chain: kept[0] ?? [],
    ...(all.length > 1 ? { chains: kept } : {}),
    contact: first === undefined ? null : contactOf(first),
    items: {
      ...(items === null || lines.length === 0 ? ab : withLine(ab, lines.join('\n'))),
      c: part(texts.c),
      d: part(texts.d),
      e: part(texts.e),
      persons: counted.persons,
      records: counted.records,
    },
    language,
  };
}

function distinct(chains: readonly (readonly string[])[]): string[][] {
  const keys = chains.map(chainKey);
  return chains.filter((_, index) => keys.indexOf(keys[index] ?? '') === index).map((chain) => [...chain]);
}

const bare = (text: string, leads: readonly Lead[]): string =>
  leads.reduce((rest, { pattern }) => rest.replaceAll(pattern, ''), text);

/** Each part says whose it is; what would then be too long goes without: the chains still name everybody. */
function marked(text: string, leads: readonly Lead[], own: string): string {
  const said = leads.reduce(
    (rest, { pattern, mark }) =>
      rest.replaceAll(pattern, (found: string, at: number, whole: string) =>
        isMarked(whole.slice(at + found.length)) ? '' : mark,
      ),
    text,
  );
  return own.length + said.length > LONGEST_ITEM ? bare(text, leads) : `${own}${said}`;
}

/** An item holds as much. */
const LONGEST_ITEM = 10_000;

/** Behind item a where it fits, else behind b, which is short. */
function withLine(told: { a: string | null; b: string | null }, line: string) {
  const behind = (text: string | null): string => (text === null ? line : `${text}\n\n${line}`);
  const a = behind(told.a);
  return a.length <= LONGEST_ITEM ? { ...told, a } : { ...told, b: behind(told.b) };
}

/** A line holds as much. */
const LONGEST = 200;

const contactOf = ({ name, role, email, phone }: Contact): Upward['contact'] => ({
  name: cutAt(role === null ? name : `${name}, ${role}`, LONGEST),
  email,
  phone,
});
