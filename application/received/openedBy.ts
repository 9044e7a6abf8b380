import type { ControllerCase } from '../../domain/controllerCase/case';
import { sameAs } from '../../domain/controllerCase/sameBreach';
import type { Context } from '../ports/ports';

/** A notice of another organisation, as each of its envelopes names it. */
export type Source = { origin: string; noticeId: string };

/** A version that was told here, by whichever way; `seq`: of its entry. */
export type ToldVersion = { seq: number; receivedAt: string; envelopeHash: string | null; version: number | null };

/** What a sealed notice has opened here, and what was told there. */
export type Opened = { kind: 'controllerCase' | 'incident'; id: string; told: readonly ToldVersion[] };

/** Under which the first version of a notice opens what it opens. */
export const receivedKey = ({ origin, noticeId }: Source): string => `received/${origin}/${noticeId}`;

/** The case that a notice has opened, or the incident where its sender is our sub-processor; null for neither. */
export async function openedBy({ orgId, ports }: Context, source: Source): Promise<Opened | null> {
  const subject = (await ports.journal.byKey(orgId, receivedKey(source)))?.subject;
  if (subject?.kind === 'controllerCase') {
    const one = await lastingCase({ orgId, ports }, subject.id);
    return one && { kind: 'controllerCase', id: one.id, told: one.told };
  }
  if (subject?.kind !== 'incident') return null;
  const incident = await ports.projections.read(orgId, 'incident', subject.id);
  if (incident === null) return null;
  const told = incident.subNotices.flatMap(({ seal, seq, receivedAt }) =>
    seal?.origin === source.origin && seal.noticeId === source.noticeId ? [{ ...seal, seq, receivedAt }] : [],
  );
  return { kind: 'incident', id: incident.id, told };
}

/** The case, or the one that goes on in its place where it was found to be of another's breach. */
async function lastingCase(
  { orgId, ports }: Pick<Context, 'orgId' | 'ports'>,
  id: string,
  passed: readonly string[] = [],
): Promise<ControllerCase | null> {
  const one = await ports.projections.read(orgId, 'controllerCase', id);
  const same = one && sameAs(one);
  // two that ended as of each other at one moment would lead round: whoever opened the notice's own hears of it
  return same && !passed.includes(same.caseId) ? lastingCase({ orgId, ports }, same.caseId, [...passed, id]) : one;
}

/** Id of the case that a notice has opened, however its envelope came; null for none. */
export async function caseOpenedBy(ctx: Context, source: Source): Promise<string | null> {
  const opened = await openedBy(ctx, source);
  return opened?.kind === 'controllerCase' ? opened.id : null;
}

/** One version is one, by whichever of its envelopes it came: by another mail, over HTTPS, on a page. */
export const toldAs = <T extends ToldVersion>(
  told: readonly T[],
  { hash, version }: { hash: string; version: number },
): T | undefined =>
  told.find((one) => one.envelopeHash === hash) ??
  told.find((one) => one.envelopeHash !== null && one.version === version);
