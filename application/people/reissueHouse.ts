import { done, refused, type Result } from '../../domain/shared/errors';
import { readOrganisation } from '../organisation/readOrganisation';
import type { Ports } from '../ports/ports';
import { MACHINE } from './reissueToken';

export type House = { orgId: string; name: string };

/** In whose name a token is replaced: one organisation, or those between which whoever holds the machine has to say. */
export type ReissueHouse = { chosen: House | null; all: readonly House[] };

/**
 * The organisation that `wanted` names, else the only one of the installation. Where there are several nothing is guessed,
 * since a new token ends others.
 *
 * @returns `chosen` null with the houses to choose from; `subject.unknown` where there is none at all
 */
export async function reissueHouse(ports: Ports, wanted: string | null): Promise<Result<ReissueHouse>> {
  const all: House[] = [];
  for (const orgId of await ports.journal.organisations()) {
    const ctx = { orgId, actor: { kind: 'system' as const, id: MACHINE }, roles: [], ports };
    const read = await readOrganisation({ ctx });
    if (read.ok) all.push({ orgId, name: read.value.name });
  }
  const [only, second] = all;
  if (only === undefined) return refused({ code: 'subject.unknown' });
  const named = wanted === null ? (second === undefined ? only : undefined) : all.find((one) => one.orgId === wanted);
  return done({ chosen: named ?? null, all });
}
