import type { Upward } from '../exchange/upward';
import type { SubNotice } from '../incident/subNotice';
import { MOST_TIERS } from '../incident/subNoticeValues';
import { contactWords } from '../letters/contactWords';
import type { Contact } from '../letters/head';
import { cutAt } from '../shared/cutAt';
import { textOf } from './copyTold';
import type { Items } from './items';

type Said = {
  items: Items | null;
  subNotices: readonly Pick<SubNotice, 'chain'>[];
  /** What we have put before each text of theirs. */
  leads: readonly RegExp[];
  language: Upward['language'];
  /** What says in words who stands beyond what a chain holds. */
  beyond(names: readonly string[]): string;
};

/**
 * What a version tells whoever processes above us: its items without promises, who is to be asked, and the longest chain
 * that we were told of, as far as a chain goes: who stands beyond is said in words, so that nobody is lost. Who told us stands there, not in the texts, where "our sub-processor" would be said of another.
 * Items are null for a withdrawal, and once erased.
 */
export function upwardOf({ items, subNotices, leads, language, beyond }: Said): Upward {
  const [first] = items?.b ?? [];
  const counted = items?.c.answer === 'value' ? items.c : { persons: null, records: null };
  const bare = (text: string | null): string | null =>
    text && leads.reduce((rest, lead) => rest.replaceAll(lead, ''), text);
  const chains = subNotices.map(({ chain }) => chain).toSorted((one, other) => other.length - one.length);
  const [chain = []] = chains;
  const [kept, cut] = [chain.slice(0, MOST_TIERS - 1), chain.slice(MOST_TIERS - 1)];
  const told = {
    a: bare(items?.a ?? null),
    b: items === null ? null : items.b.map(contactWords).join('\n'),
  };
  return {
    chain: kept,
    contact: first === undefined ? null : contactOf(first),
    items: {
      ...(items === null || cut.length === 0 ? told : withLine(told, beyond(cut))),
      c: bare(textOf(items?.c ?? null)),
      d: bare(textOf(items?.d ?? null)),
      e: bare(textOf(items?.e ?? null)),
      persons: counted.persons,
      records: counted.records,
    },
    language,
  };
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
