import { z } from 'zod';
import { periodOf } from '../authority/recordParts';
import { storedRecord } from '../authority/recordRules';
import { DataCategory, PersonCategory, PossibleHarm, SensitiveCategory } from '../incident/vocabulary';
import { Amount } from './answer';
import { Contact, Head, Words } from './head';

/** Kinds of data as the persons are told of them; what is not known is said in words of its own. */
export const ToldData = z.enum([...DataCategory.options, ...SensitiveCategory.options]);
export type ToldData = z.infer<typeof ToldData>;

/**
 * What the persons are told in clear and plain language (GDPR Art 34(2) with 33(3)(b), (c), (d); wording D of domain
 * rules section 8). `happened` and `measures` are somebody's own words; the rest follows from the facts of the record.
 */
export const PersonsMessage = z.strictObject({
  head: Head,
  happened: Words,
  data: z.array(ToldData).meta({ description: 'empty: not known at this stage' }),
  harms: z.array(PossibleHarm).meta({ description: 'empty: not known at this stage' }),
  measures: Words.nullable().meta({ description: 'what was done; null: it is said that more follows' }),
  contact: Contact.meta({ description: 'data protection officer, or another contact point' }),
  authority: z
    .strictObject({ name: Words, address: Words.nullable() })
    .meta({ description: 'to which a complaint can be made' }),
});
export type PersonsMessage = z.infer<typeof PersonsMessage>;

/**
 * What is published beside the messages, or in their place where telling each would be a disproportionate effort (Art
 * 34(3)(c); wording E): whom it concerns, when it was, where it is read, a telephone. Which of the two it is, it does not say: that is decided apart, and may change.
 */
export const PublicNotice = PersonsMessage.extend({
  persons: z.array(PersonCategory).meta({ description: 'empty: not known at this stage' }),
  count: Amount,
  period: periodOf(storedRecord).nullable().meta({ description: 'null: not known at this stage' }),
  link: z.url().meta({ description: 'where it is read, with what was corrected since' }),
});
export type PublicNotice = z.infer<typeof PublicNotice>;
