import { tokenDaysIssues, tokenEnd } from '../../domain/organisation/tokenDays';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Call } from '../ports/ports';
import { addMember, type AddMember } from './addMember';
import { issueToken } from './issueToken';

export type WelcomeMember = AddMember & { tokenDays: number };

/** `secret` null: an answer before this one has shown it. */
export type Welcomed = { personId: string; secret: string | null };

/**
 * A new member and the token by which that person enters, for their roles: two entries, each under a key of its own.
 * Both are judged before the first is written.
 */
export async function welcomeMember({ ctx, input }: Call<WelcomeMember>): Promise<Result<Welcomed>> {
  const { tokenDays, ...member } = input;
  const issues = tokenDaysIssues(tokenDays);
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  const added = await addMember({ ctx, input: member });
  if (!added.ok) return added;
  const { personId } = added.value;
  const issued = await issueToken({
    ctx,
    input: {
      key: `${member.key}/token`,
      holder: { kind: 'person', id: personId },
      roles: member.roles,
      expiresAt: tokenEnd(ctx.ports.now(), tokenDays),
    },
  });
  return issued.ok ? done({ personId, secret: issued.value.secret }) : issued;
}
