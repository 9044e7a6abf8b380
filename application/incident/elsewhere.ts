import { elsewhereIn } from '../../domain/controllerCase/regimes';
import type { Incident } from '../../domain/incident/incident';
import { type Elsewhere, stagesHere } from '../../domain/incident/regimes';
import { SubjectUnreadable } from '../../domain/shared/unreadable';
import { ownCaseOf } from '../controllerCase/openOwn';
import type { Context } from '../ports/ports';

/**
 * What was answered of other laws in the case of our own processing that an incident has; null where it has none. One that
 * cannot be read has answered nothing: the incident then asks and reminds of more, and holds up no other.
 */
export async function elsewhereOf(ctx: Context, incident: Incident): Promise<Elsewhere | null> {
  if (!incident.ownProcessing) return null;
  try {
    const own = await ownCaseOf(ctx, incident);
    return own && elsewhereIn(own);
  } catch (error) {
    if (error instanceof SubjectUnreadable) return null;
    throw error;
  }
}

/** The same of many, by incident: of those of which other laws ask for something. */
export async function elsewhereOfEach(
  ctx: Context,
  incidents: readonly Incident[],
): Promise<ReadonlyMap<string, Elsewhere>> {
  const found = new Map<string, Elsewhere>();
  for (const incident of incidents) {
    if (stagesHere(incident, null, ctx.ports.now()).length === 0) continue;
    const elsewhere = await elsewhereOf(ctx, incident);
    if (elsewhere !== null) found.set(incident.id, elsewhere);
  }
  return found;
}
