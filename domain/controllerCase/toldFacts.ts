import type { BreachRecord } from '../authority/breachRecord';
import type { Counted } from '../authority/recordParts';
import type { Amount } from '../letters/answer';
import type { ToldData } from '../letters/persons';

/** Every kind of data that was touched, special ones too (GDPR Arts 33(3)(a), 9(1)). */
export const toldDataOf = ({ data, sensitive }: BreachRecord): ToldData[] => [...(data ?? []), ...(sensitive ?? [])];

/** What was done or is under way, a line each: where whoever writes to the persons begins. */
export const measuresTaken = ({ measuresAfter }: BreachRecord): string =>
  (measuresAfter ?? [])
    .filter(({ state }) => state !== 'planned')
    .map(({ what }) => what)
    .join('\n');

/** A number as it is told; what nobody knows, or will, is not known at this stage. `eta`: by when it will be, if somebody said so. */
export const amountOf = (counted: Counted | null, eta: string | null): Amount =>
  counted !== null && 'count' in counted ? counted : { amount: 'unknown', eta };
