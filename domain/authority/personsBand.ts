import type { PersonsBand } from './vocabulary';

/** The band of published statistics that a number of persons falls in (domain rules 2.3). */
export function personsBand(persons: number): PersonsBand {
  if (persons <= 5) return '0-5';
  if (persons <= 50) return '6-50';
  if (persons <= 300) return '51-300';
  return persons <= 5000 ? '301-5000' : 'over5000';
}
