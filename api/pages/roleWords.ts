import { z } from 'zod';
import type { Language } from '../../domain/letters/head';
import type { Json } from '../../domain/shared/jcs';
import { Role } from '../../domain/shared/roles';
import { phrase, type Said } from '../../templates/pages/words/word';
import { toRoles } from './rowWords';

/** Of a message to our own people: by which roles somebody was told, and which of those asked nobody holds. */
function toldRoles(values: Record<string, Json>, asked: readonly Role[], language: Language): Said[] {
  const people = z.array(ToPerson).safeParse(values['deliverables']).data ?? [];
  const isNobody = !people.some(({ to }) => to.kind === 'person');
  const reached = z.array(Role).safeParse(values['reached']).data ?? (isNobody ? [] : asked);
  const lacking = asked.filter((role) => !reached.includes(role));
  if (lacking.length === 0) return [{ key: 'detail.roles', values: { roles: toRoles(asked, language) } }];
  const roles = lacking.map((role) => phrase(language, { key: `role.${role}` })).join(', ');
  if (reached.length === 0) return [{ key: 'detail.toldNobody', values: { roles } }];
  return [{ key: 'detail.rolesReached', values: { told: toRoles(reached, language), roles } }];
}

const ToPerson = z.object({ to: z.object({ kind: z.string() }) });

/** Whom a reminder is for; of a member or a token, what they may do. */
export function roleWords(values: Record<string, Json>, language: Language): Said[] {
  const roles = z.array(Role).safeParse(values['roles']).data ?? [];
  if (roles.length === 0) return [];
  if ('deliverables' in values) return toldRoles(values, roles, language);
  const held = roles.map((role) => phrase(language, { key: `role.${role}` })).join(', ');
  return [{ key: 'detail.heldRoles', values: { roles: held } }];
}
