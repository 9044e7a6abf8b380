import type { Place } from '../deadline/longPeriods';
import type { CaseOpened } from './values';

/** Domain rules 3.4: the calendar is that of the seat of whoever owes the act. */
export const placeOf = ({ zone }: Pick<CaseOpened, 'zone'>): Place => ({
  zone,
  calendar: zone === 'Europe/Brussels' ? 'BE' : 'FR-metropole',
});
