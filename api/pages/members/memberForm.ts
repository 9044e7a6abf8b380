import type { Name } from '../../../application/ports/people';
import { Role } from '../../../domain/shared/roles';
import { Contact } from '../../rest/members/shapes';
import type { ApiError } from '../../http/problems';
import { toIssues } from '../../http/issues';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';
import { options } from '../forms/kit';

/** How somebody is called and reached, and as what they act. `start`: what is known of a member already. */
export const memberQuestions = (start: (Name & { roles: readonly Role[] }) | null): Question[] => [
  { name: 'name', kind: 'text', label: { key: 'members.name' }, start: start?.name ?? '' },
  {
    name: 'email',
    kind: 'email',
    label: { key: 'members.email' },
    hint: { key: 'members.emailHint' },
    start: start?.email ?? '',
  },
  {
    name: 'phone',
    kind: 'tel',
    label: { key: 'members.phone' },
    hint: { key: 'members.phoneHint' },
    optional: true,
    start: start?.phone ?? '',
  },
  {
    name: 'language',
    kind: 'pick',
    label: { key: 'members.language' },
    missing: 'err.choose',
    options: [
      { value: 'fr', label: { key: 'agreement.fr' } },
      { value: 'en', label: { key: 'agreement.en' } },
    ],
    start: start?.language ?? '',
  },
  {
    name: 'roles',
    kind: 'checks',
    label: { key: 'members.roles' },
    missing: 'err.choose',
    options: options('role', Role.options),
    start: (start?.roles ?? []).join(','),
  },
];

type Read<T> = { ok: true; value: T } | { ok: false; error: ApiError };

/** Name, addresses and roles as the command wants them, or every fault. */
export function memberIn(sheet: Sheet): Read<{ name: Name; roles: Role[] }> {
  const name = Contact.safeParse({
    name: sheet.text('name'),
    email: sheet.text('email'),
    phone: sheet.textOr('phone'),
    language: sheet.text('language'),
  });
  if (!name.success) return { ok: false, error: { code: 'input.invalid', issues: toIssues(name.error.issues, []) } };
  const roles = sheet.ticked('roles').flatMap((one) => Role.safeParse(one).data ?? []);
  return { ok: true, value: { name: name.data, roles } };
}
