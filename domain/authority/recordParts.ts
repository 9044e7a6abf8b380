import { z } from 'zod';
import { Instant } from '../shared/instant';
import type { RecordRules } from './recordRules';
import { BodyRole, Civility, MeasureState } from './vocabulary';

const theAmount = <T extends string>(name: T) => z.literal(name).meta({ description: 'how well it is known' });
const thePeriod = <T extends string>(name: T) => z.literal(name).meta({ description: 'what is known of the period' });

/** A number of persons or records. `unknown`: not known at this stage; `undeterminable`: nobody will ever know. */
export const Counted = z.discriminatedUnion('amount', [
  z.strictObject({ amount: theAmount('exact'), count: z.int().nonnegative().meta({ description: 'how many' }) }),
  z.strictObject({ amount: theAmount('approx'), count: z.int().nonnegative().meta({ description: 'about how many' }) }),
  z.strictObject({ amount: theAmount('unknown') }),
  z.strictObject({ amount: theAmount('undeterminable') }),
]);
export type Counted = z.infer<typeof Counted>;

/** How many, exactly or about; null where nobody knows, or said it. */
export const countOf = (counted: Counted | null | undefined): number | null =>
  counted && 'count' in counted ? counted.count : null;

const estimated = z.boolean().meta({ description: 'the dates are estimated' });

/** When the breach went on. `unknown`: the period cannot be said. */
export const periodOf = ({ ordered }: RecordRules) =>
  z.discriminatedUnion('period', [
    z.strictObject({ period: thePeriod('day'), on: z.iso.date().meta({ description: 'that one day' }), estimated }),
    ordered(
      z.strictObject({
        period: thePeriod('range'),
        from: Instant.meta({ description: 'beginning' }),
        to: Instant.meta({ description: 'end' }),
        estimated,
      }),
    ),
    z.strictObject({
      period: thePeriod('ongoing'),
      from: Instant.nullable().meta({ description: 'beginning; null: not known' }),
      estimated,
    }),
    z.strictObject({ period: thePeriod('unknown') }),
  ]);
export type Period = z.infer<ReturnType<typeof periodOf>>;

const named = ({ line, email }: RecordRules) => ({
  civility: Civility.nullable().meta({ description: 'title' }),
  lastName: line.meta({ description: 'last name' }),
  firstName: line.meta({ description: 'first name' }),
  email: email.meta({ description: 'address' }),
});

export const representativeOf = (rules: RecordRules) => z.strictObject(named(rules));
export type Representative = z.infer<ReturnType<typeof representativeOf>>;

export const contactPersonOf = (rules: RecordRules) =>
  z.strictObject({
    ...named(rules),
    function: rules.line.nullable().meta({ description: 'function' }),
    isDpo: z.boolean().meta({ description: 'is the data protection officer' }),
    phone: rules.phone.nullable().meta({ description: 'telephone' }),
  });
export type ContactPerson = z.infer<ReturnType<typeof contactPersonOf>>;

export const dpoOf = ({ line, email, phone }: RecordRules) =>
  z.strictObject({
    name: line.meta({ description: 'name' }),
    email: email.meta({ description: 'address' }),
    phone: phone.nullable().meta({ description: 'telephone' }),
  });
export type Dpo = z.infer<ReturnType<typeof dpoOf>>;

export const otherBodyOf = ({ line }: RecordRules) =>
  z.strictObject({
    name: line.meta({ description: 'name of the body' }),
    role: BodyRole.meta({ description: 'its part' }),
    contact: line.nullable().meta({ description: 'how to reach it' }),
    alertedAt: Instant.nullable().meta({ description: 'when it alerted the controller' }),
  });
export type OtherBody = z.infer<ReturnType<typeof otherBodyOf>>;

export const measureAfterOf = ({ line, text }: RecordRules) =>
  z.strictObject({
    what: text.meta({ description: 'the measure' }),
    state: MeasureState.meta({ description: 'done, ongoing or planned' }),
    owner: line.nullable().meta({ description: 'person in charge' }),
    at: Instant.nullable().meta({ description: 'when it was or will be taken' }),
  });
export type MeasureAfter = z.infer<ReturnType<typeof measureAfterOf>>;

export const touchedCountryOf = ({ country }: RecordRules) =>
  z.strictObject({ country, persons: Counted.meta({ description: 'how many persons there' }) });
export type TouchedCountry = z.infer<ReturnType<typeof touchedCountryOf>>;

/** An authority that was told, and under which number it knows the case. */
export const toldAuthorityOf = ({ line }: RecordRules) =>
  z.strictObject({
    name: line.meta({ description: 'name of the authority' }),
    reference: line.nullable().meta({ description: 'its number of the case' }),
  });
export type ToldAuthority = z.infer<ReturnType<typeof toldAuthorityOf>>;
