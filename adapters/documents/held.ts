/**
 * One act seals several things and sends them at once: keys and bytes are asked for once. A process that holds a key while
 * another destroys it seals what nobody can open, as if it had been sealed just before.
 */
const HELD_MS = 2_000;

/** What this process has just used, by its place, for a moment. */
export function createHeld<T>() {
  const held = new Map<string, T>();
  return {
    get: (place: string): T | undefined => held.get(place),
    hold(place: string, value: T): void {
      held.set(place, value);
      setTimeout(() => held.delete(place), HELD_MS).unref();
    },
    /** A place and all that lies in it. */
    drop(place: string): void {
      for (const known of held.keys()) if (known === place || known.startsWith(`${place}/`)) held.delete(known);
    },
  };
}
