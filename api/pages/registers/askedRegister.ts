import { z } from 'zod';
import { ProcessingRole } from '../../../domain/incident/vocabulary';
import type { RegisterFilter } from '../../../domain/register/filter';
import type { Fault } from '../../../templates/pages/parts/form';
import { Id } from '../../http/fields';
import { filterOf, type RegisterQuery } from '../../registers/registerQuery';

/** What a form of filters sends: a field that nobody filled is an empty text. */
export const askedQuery = z.object({
  from: z.string().max(20).default(''),
  to: z.string().max(20).default(''),
  role: z.enum(['', ...ProcessingRole.options]).default(''),
  state: z.enum(['', 'open', 'closed']).default(''),
  contract: z.union([z.literal(''), Id]).default(''),
  exercise: z.enum(['', 'true']).default(''),
});
export type Asked = z.output<typeof askedQuery>;

const isDay = (text: string): boolean => z.iso.date().safeParse(text).success;

/** The filter that is meant; what is no day narrows nothing, and is said. */
export function readAsked(
  asked: Asked,
  zone: string,
): { query: RegisterQuery; filter: RegisterFilter; faults: Fault[] } {
  const bad = (['from', 'to'] as const).filter((name) => asked[name] !== '' && !isDay(asked[name]));
  const query: RegisterQuery = {
    ...(isDay(asked.from) && { from: asked.from }),
    ...(isDay(asked.to) && { to: asked.to }),
    ...(asked.role !== '' && { role: asked.role }),
    ...(asked.state !== '' && { state: asked.state }),
    ...(asked.contract !== '' && { agreementId: asked.contract }),
    ...(asked.exercise === 'true' && { exercise: 'true' as const }),
  };
  const faults = bad.map((name): Fault => ({ href: `#f-${name}`, text: { key: 'register.badDay' }, about: null }));
  const read = filterOf(query, zone);
  if (read.ok) return { query, filter: read.value, faults };
  const { to: _to, ...rest } = query;
  const again = filterOf(rest, zone);
  if (!again.ok) throw new RangeError('a period without an end cannot be the wrong way round');
  return {
    query: rest,
    filter: again.value,
    faults: [...faults, { href: '#f-to', text: { key: 'register.wrongOrder' }, about: null }],
  };
}

/** The same filter as an address says it. */
export function addressOf(path: string, asked: Asked, more: Record<string, string> = {}): string {
  const pairs = new URLSearchParams(
    [...Object.entries(asked), ...Object.entries(more)].filter(([, value]) => value !== ''),
  );
  return pairs.size === 0 ? path : `${path}?${pairs.toString()}`;
}
