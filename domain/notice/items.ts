import { z } from 'zod';
import { Contact } from '../letters/head';
import { answered, Text } from '../shared/answer';

const Contacts = z.array(Contact).min(1).max(5).meta({ description: 'contacts who can tell more, day and night' });

/** Items d and e: in the writer's own words, to follow, or impossible to determine (duty S3-03). */
export const Answer = answered({ text: Text.meta({ description: 'what is known' }) }).meta({
  id: 'Answer',
  description: 'a value, to follow, or cannot be determined',
});
export type Answer = z.infer<typeof Answer>;

const Count = z.int().nonnegative().max(10_000_000_000).nullable();

/** Item c also carries numbers, for registers and bands; null where a number is not known. */
export const PersonsAnswer = answered({
  text: Text.meta({ description: 'categories of persons and of records' }),
  persons: Count.meta({ description: 'approximate number of persons' }),
  records: Count.meta({ description: 'approximate number of records' }),
}).meta({ id: 'PersonsAnswer', description: 'item c: categories and approximate numbers' });
export type PersonsAnswer = z.infer<typeof PersonsAnswer>;

/** Article 33(3) as the reference contract splits it (duty S3-02). a and b need content; c, d, e may follow. */
export const Items = z
  .strictObject({
    a: Text.meta({ description: 'nature of the breach' }),
    b: Contacts,
    c: PersonsAnswer.meta({ description: 'persons and records' }),
    d: Answer.meta({ description: 'likely consequences, the processor’s view' }),
    e: Answer.meta({ description: 'measures taken or proposed' }),
  })
  .meta({ id: 'Items', description: 'what a notice says' });
export type Items = z.infer<typeof Items>;
export type ItemName = keyof Items;

export const itemNames: readonly ItemName[] = ['a', 'b', 'c', 'd', 'e'];

const unwritten = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);

/** What somebody has written so far; null where nothing is written yet. An empty draft is a draft. */
export const Draft = z
  .strictObject({
    a: unwritten(Text).meta({ description: 'nature of the breach' }),
    b: unwritten(Contacts),
    c: unwritten(PersonsAnswer),
    d: unwritten(Answer),
    e: unwritten(Answer),
  })
  .meta({ id: 'Draft', description: 'items saved before sending' });
export type Draft = z.infer<typeof Draft>;

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
