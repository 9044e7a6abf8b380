import { z } from 'zod';
import { endOfLocalDay, startOfLocalDay } from '../../domain/deadline/localTime';
import { ProcessingRole } from '../../domain/incident/vocabulary';
import { type RegisterFilter, wholeRegister } from '../../domain/register/filter';
import type { Issue } from '../../domain/shared/errors';
import { Id } from '../http/fields';

const Day = z.iso.date();
const LAST_DAY = '9999-12-31';

/** What narrows a register, as an address says it. Days are those of the organisation's zone, both within the period. */
export const registerQuery = z.strictObject({
  from: Day.optional().meta({ description: 'first day of the period, in the zone of the organisation' }),
  to: Day.optional().meta({ description: 'last day of the period' }),
  role: ProcessingRole.optional().meta({ description: 'our part; `both` counts for either' }),
  state: z.enum(['open', 'closed']).optional().meta({ description: 'only what is open, or closed' }),
  agreementId: Id.optional().meta({ description: 'the journal of this contract, which holds nothing of another' }),
  exercise: z.enum(['true', 'false']).optional().meta({ description: 'true: the register of exercises' }),
});
export type RegisterQuery = z.output<typeof registerQuery>;

type Read = { ok: true; value: RegisterFilter } | { ok: false; issues: Issue[] };

export function filterOf({ from, to, role, state, agreementId, exercise }: RegisterQuery, zone: string): Read {
  if (from !== undefined && to !== undefined && to < from) {
    return { ok: false, issues: [{ pointer: '/query/to', message: 'is before the first day' }] };
  }
  return {
    ok: true,
    value: {
      ...wholeRegister,
      ...(from !== undefined && { from: startOfLocalDay(from, zone) }),
      // after the last day that can be written nothing is left out
      ...(to !== undefined && to < LAST_DAY && { until: endOfLocalDay(to, zone) }),
      role: role ?? null,
      state: state ?? null,
      agreementId: agreementId ?? null,
      exercise: exercise === 'true',
    },
  };
}
