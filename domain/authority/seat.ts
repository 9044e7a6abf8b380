import { z } from 'zod';
import { Calendar } from '../deadline/calendar';
import { done, refused, type Issue, type Result } from '../shared/errors';
import { enteredRecord, type RecordRules, storedRecord } from './recordRules';

const MOST = 60;

/** Fields of a record, or of an organisation, that say where a controller is (GDPR Arts 4(16), 55, 56). */
export const seatFields = ({ country }: Pick<RecordRules, 'country'>) => ({
  publicBody: z
    .boolean()
    .meta({ description: 'public body: it answers to its own country’s authority alone (Art. 55(2))' }),
  establishments: z
    .array(country)
    .max(MOST)
    .meta({ description: 'countries in which the controller is established, ISO 3166-1 alpha-2; empty: none' }),
  mainEstablishment: country.nullable().meta({
    description: 'country of the main establishment (Art. 4(16)); null: there is none, or it is not known',
  }),
});

/** Where a controller is, as entries hold it. */
export const Seat = z.strictObject(seatFields(storedRecord));
export type Seat = z.infer<typeof Seat>;

const calendar = Calendar.meta({
  description: 'calendar of the days that are worked there; null: that of its zone, of France or Belgium',
});

/** Where an organisation is, and by which calendar it works, as its entries hold it; none: that of its zone. */
export const HouseSeat = Seat.extend({ calendar: calendar.optional() });
export type HouseSeat = z.infer<typeof HouseSeat>;

/** Where the controller was when its case was opened. */
export const CaseSeat = Seat.extend({
  from: z
    .enum(['organisation', 'zone'])
    .meta({ description: 'as it recorded of itself; else the country of its zone' }),
});
export type CaseSeat = z.infer<typeof CaseSeat>;

/** The same as it may be entered today. */
export const NewSeat = z
  .strictObject({ ...seatFields(enteredRecord), calendar: calendar.nullable().default(null) })
  .meta({ id: 'Seat', description: 'Where the organisation is established: which authority it answers to' });

/** The main establishment is one of the establishments; each country once, in order. */
export function seatFrom({ publicBody, establishments, mainEstablishment }: Seat): Result<Seat> {
  const issues = mainIssues(establishments, mainEstablishment);
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  return done({ publicBody, establishments: [...new Set(establishments)].toSorted(), mainEstablishment });
}

/** A main establishment that is none of those which are said; pointers into whatever holds both. */
export const mainIssues = (establishments: readonly string[], main: string | null): Issue[] =>
  main === null || establishments.includes(main)
    ? []
    : [{ pointer: '/mainEstablishment', message: 'is not among the establishments' }];
