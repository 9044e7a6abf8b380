import { z } from 'zod';
import { welcomeMember } from '../../../application/people/welcomeMember';
import { mayManageMembers, mayReadMembers, maySeat } from '../../../application/policies/organisation';
import { membersPage, type MembersView } from '../../../templates/pages/members';
import { phrase } from '../../../templates/pages/words/word';
import { definePage } from '../../http/definePage';
import { OrgId } from '../../http/fields';
import { savedQuery } from '../forms/once';
import { askedForm } from '../forms/asked';
import type { Question } from '../forms/question';
import { readSheet } from '../forms/sheet';
import { type AnyVisit, enterHouse, type Inside, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { memberIn, memberQuestions } from './memberForm';
import { daysIn, daysQuestion } from '../forms/tokenDays';

const questionsOf = (): Question[] => [...memberQuestions(null), daysQuestion];

/** Who is a member, and how each is reached. A new one's token is shown on the answer to the form, and never again. */
export const membersPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/members',
    audience: 'member',
    policy: mayReadMembers,
    params: z.object({ orgId: OrgId }),
    query: z.object(savedQuery),
    render: (visit) => show(house, visit, null, visit.query.saved === '1'),
    act: {
      policy: mayManageMembers,
      form: z.record(z.string(), z.string()),
      async run(visit, { key, form: raw }) {
        const { ctx } = visit;
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const sheet = readSheet(questionsOf(), raw, 'UTC');
        if (!sheet.ok) return { ok: false, error: { code: 'input.invalid', issues: [] } };
        const member = memberIn(sheet.sheet);
        if (!member.ok) return member;
        const added = await welcomeMember({ ctx, input: { key, ...member.value, tokenDays: daysIn(sheet.sheet) } });
        if (!added.ok) return added;
        return show(house, visit, { name: member.value.name.name, secret: added.value.secret });
      },
    },
  });

async function show(house: PageHouse, visit: AnyVisit, welcomed: MembersView['welcomed'], isSaved = false) {
  const entered = await enterHouse(house, visit, null, '/members');
  if (!entered.ok) return entered;
  return shownAs(membersPage(entered.value.frame, { ...viewOf(entered.value, visit, welcomed), isSaved }));
}

function viewOf({ ctx, frame, names, organisation }: Inside, visit: AnyVisit, welcomed: MembersView['welcomed']) {
  const questions = questionsOf();
  return {
    ...askedForm(questions, visit, { frame, names }),
    action: '/members',
    back: null,
    welcomed,
    entrance: `${visit.origin}/enter`,
    canManage: mayManageMembers(ctx),
    canSeat: maySeat(ctx),
    lines: organisation.members.map(({ personId, roles, since, until }) => {
      const known = names.get(personId);
      return {
        id: personId,
        name: known?.name ?? personId,
        email: known?.email ?? null,
        phone: known?.phone ?? null,
        roles: roles.map((role) => phrase(frame.language, { key: `role.${role}` })).join(', '),
        since,
        until,
      };
    }),
  };
}
