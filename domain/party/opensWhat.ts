import type { Opens } from './events';
import type { Party } from './fold';

/**
 * What a sealed notice of this party opens, as far as it is recorded: how it was let in, else that it is our sub-processor.
 *
 * @returns null where nothing says it: who takes the notice in does
 */
export const opensWhat = ({ opens, role }: Pick<Party, 'opens' | 'role'>): Opens | null =>
  opens ?? (role === 'subProcessor' ? 'incident' : null);
