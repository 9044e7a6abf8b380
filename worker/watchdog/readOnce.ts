import type { Projections } from '../../application/ports/projections';

/** Reads each subject once a round: many notices share an incident and an agreement. */
export function readingOnce(projections: Projections): Projections {
  const known = new Map<string, Promise<unknown>>();
  return {
    ...projections,
    read: (orgId, kind, id) => {
      const key = `${kind}/${id}`;
      const reading = known.get(key) ?? projections.read(orgId, kind, id);
      known.set(key, reading);
      return reading as ReturnType<typeof projections.read<typeof kind>>;
    },
  };
}
