/** One step of an RFC 6901 pointer, its `~` and `/` escaped. */
export const pointerStep = (step: PropertyKey): string => String(step).replaceAll('~', '~0').replaceAll('/', '~1');

/** A path as an RFC 6901 pointer: `['items', 'c']` → `/items/c`. */
export const pointerOf = (path: readonly PropertyKey[]): string => path.map((step) => `/${pointerStep(step)}`).join('');
