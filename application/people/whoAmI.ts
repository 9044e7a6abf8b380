import type { Language } from '../../domain/letters/head';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Role } from '../../domain/shared/roles';
import { readOrganisation } from '../organisation/readOrganisation';
import type { Call } from '../ports/ports';

export type Me = {
  orgId: string;
  organisation: string;
  actor: { kind: 'person' | 'tool'; id: string };
  roles: Role[];
  name: string | null;
  language: Language;
};

/** Who asks, and where: what a program must know before it can ask for anything else. */
export async function whoAmI({ ctx }: Pick<Call<null>, 'ctx'>): Promise<Result<Me>> {
  const { orgId, actor, roles, ports } = ctx;
  if (actor.kind !== 'person' && actor.kind !== 'tool') return refused({ code: 'actor.forbidden' });
  const organisation = await readOrganisation({ ctx });
  if (!organisation.ok) return organisation;
  const person = actor.kind === 'person' ? await ports.people.find(orgId, actor.id) : null;
  return done({
    orgId,
    organisation: organisation.value.name,
    actor: { kind: actor.kind, id: actor.id },
    roles: [...roles],
    name: person?.name ?? null,
    language: person?.language ?? organisation.value.language,
  });
}
