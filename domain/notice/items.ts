import { z } from 'zod';
import { Contact, Words } from '../letters/head';
import { answered, Text } from '../shared/answer';
import { StoredEmail, StoredText } from '../shared/stored';
import { isOneLine, ONE_LINE, ONE_LINE_RULE } from '../shared/words';

const Count = z.int().nonnegative().max(10_000_000_000).nullable();

/** The parts of a notice, of texts and contacts that keep a rule: what is entered, or what an entry holds. */
const partsUnder = (text: z.ZodType<string>, contact: z.ZodType<Contact>) => ({
  a: text.meta({ description: 'nature of the breach' }),
  b: z.array(contact).min(1).max(5).meta({ description: 'contacts who can tell more, day and night' }),
  persons: answered(
    {
      text: text.meta({ description: 'categories of persons and of records' }),
      persons: Count.meta({ description: 'approximate number of persons' }),
      records: Count.meta({ description: 'approximate number of records' }),
    },
    text,
  ),
  other: answered({ text: text.meta({ description: 'what is known' }) }, text),
});
type Parts = ReturnType<typeof partsUnder>;

const itemsOf = ({ a, b, persons, other }: Parts) =>
  z.strictObject({
    a,
    b,
    c: persons.meta({ description: 'persons and records' }),
    d: other.meta({ description: 'likely consequences, the processor’s view' }),
    e: other.meta({ description: 'measures taken or proposed' }),
  });

const unwritten = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);

const draftOf = ({ a, b, persons, other }: Parts) =>
  z.strictObject({
    a: unwritten(a).meta({ description: 'nature of the breach' }),
    b: unwritten(b),
    c: unwritten(persons).meta({ description: 'persons and records' }),
    d: unwritten(other).meta({ description: 'likely consequences, the processor’s view' }),
    e: unwritten(other).meta({ description: 'measures taken or proposed' }),
  });

const line = (description: string) =>
  Words.refine(isOneLine, ONE_LINE_RULE).meta({ description, pattern: ONE_LINE.source });

/** A contact as somebody enters it: what shows otherwise than it is written could pass for another. */
export const NamedContact = Contact.safeExtend({
  name: line('how the contact is called'),
  role: line('function').nullable().meta({ description: 'function' }),
});

const entered = partsUnder(Text, NamedContact);

/** Items d and e: in the writer's own words, to follow, or impossible to determine (duty S3-03). */
export const Answer = entered.other.meta({
  id: 'Answer',
  description: 'a value, to follow, or cannot be determined',
});
export type Answer = z.infer<typeof Answer>;

/** Item c also carries numbers, for registers and bands; null where a number is not known. */
export const PersonsAnswer = entered.persons.meta({
  id: 'PersonsAnswer',
  description: 'item c: categories and approximate numbers',
});
export type PersonsAnswer = z.infer<typeof PersonsAnswer>;

const named: Parts = { ...entered, persons: PersonsAnswer, other: Answer };

/** Article 33(3) as the reference contract splits it (duty S3-02). a and b need content; c, d, e may follow. */
export const Items = itemsOf(named).meta({ id: 'Items', description: 'what a notice says' });
export type Items = z.infer<typeof Items>;
export const ItemName = z.enum(['a', 'b', 'c', 'd', 'e']);
export type ItemName = keyof Items;

export const itemNames: readonly ItemName[] = ItemName.options;

/** What somebody has written so far; null where nothing is written yet. An empty draft is a draft. */
export const Draft = draftOf(named).meta({ id: 'Draft', description: 'items saved before sending' });
export type Draft = z.infer<typeof Draft>;

const StoredContact = z.strictObject({
  name: z.string().min(1).meta({ description: 'how the contact is called' }),
  role: z.string().min(1).nullable().meta({ description: 'function' }),
  email: StoredEmail.nullable().meta({ description: 'address' }),
  phone: z.string().min(1).nullable().meta({ description: 'telephone' }),
  always: z.boolean().meta({ description: 'the phone is answered day and night' }),
});
const stored = partsUnder(StoredText, StoredContact);

/** The same as an entry holds them: see `domain/shared/stored.ts`. */
export const StoredItems = itemsOf(stored);
export const StoredDraft = draftOf(stored);

export const emptyDraft: Draft = { a: null, b: null, c: null, d: null, e: null };

/** Which of c, d, e are still promised. */
export function missingItems({ c, d, e }: Pick<Items, 'c' | 'd' | 'e'>): ('c' | 'd' | 'e')[] {
  const answers = { c, d, e };
  return (['c', 'd', 'e'] as const).filter((name) => answers[name].answer === 'toFollow');
}

export type ItemChange = { item: ItemName; before: Items[ItemName]; after: Items[ItemName] };

/** What a supplement changes, item by item (duty S3-03: the diff is part of the notice). */
export function diffItems(before: Items, after: Items): ItemChange[] {
  return itemNames
    .filter((item) => JSON.stringify(before[item]) !== JSON.stringify(after[item]))
    .map((item) => ({ item, before: before[item], after: after[item] }));
}
