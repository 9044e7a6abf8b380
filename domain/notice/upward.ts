import type { Upward } from '../exchange/upward';
import type { SubNotice } from '../incident/subNotice';
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
};

/**
 * What a version tells whoever processes above us: its items without promises, who is to be asked, and the longest chain
 * that we were told of; who told us stands there, not in the texts, where "our sub-processor" would be said of another.
 * Items are null for a withdrawal, and once erased.
 */
export function upwardOf({ items, subNotices, leads, language }: Said): Upward {
  const [first] = items?.b ?? [];
  const counted = items?.c.answer === 'value' ? items.c : { persons: null, records: null };
  const bare = (text: string | null): string | null =>
    text && leads.reduce((rest, lead) => rest.replaceAll(lead, ''), text);
  const chains = subNotices.map(({ chain }) => chain).toSorted((one, other) => other.length - one.length);
  return {
    chain: [...(chains[0] ?? [])],
    contact: first === undefined ? null : contactOf(first),
    items: {
      a: bare(items?.a ?? null),
      b: items === null ? null : items.b.map(contactWords).join('\n'),
      c: bare(textOf(items?.c ?? null)),
      d: bare(textOf(items?.d ?? null)),
      e: bare(textOf(items?.e ?? null)),
      persons: counted.persons,
      records: counted.records,
    },
    language,
  };
}

/** A line holds as much. */
const LONGEST = 200;

const contactOf = ({ name, role, email, phone }: Contact): Upward['contact'] => ({
  name: cutAt(role === null ? name : `${name}, ${role}`, LONGEST),
  email,
  phone,
});
