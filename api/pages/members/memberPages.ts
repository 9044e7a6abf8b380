import { z } from 'zod';
import { changeContact } from '../../../application/people/changeContact';
import { changeMember } from '../../../application/people/changeMember';
import { removeMember } from '../../../application/people/removeMember';
import { mayManageMembers } from '../../../application/policies/organisation';
import { presentMember } from '../../../domain/organisation/standing';
import { type FormView, formPage } from '../../../templates/pages/formPage';
import { definePage, type Page, type Shown } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { saved } from '../forms/once';
import { askedForm } from '../forms/asked';
import type { Question } from '../forms/question';
import { revisionIn, revisionOf } from '../forms/refusal';
import { readSheet } from '../forms/sheet';
import { type AnyVisit, enterHouse, goTo, nameOf, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { memberIn, memberQuestions } from './memberForm';

const params = z.object({ orgId: OrgId, personId: Id });
const unknown = { ok: false, error: { code: 'subject.unknown' } } as const;
const missing = { ok: false, error: { code: 'credentials.missing' } } as const;
const form = z.record(z.string(), z.string());

/** Of one member: how they are called, reached and what they may do; and their leaving. */
export const memberPages = (house: PageHouse): Page[] => [change(house), leave(house)];

type Asked = Pick<FormView, 'title' | 'intro' | 'warning' | 'submit' | 'grave'> & { segment: string; asks: boolean };

async function show(house: PageHouse, visit: AnyVisit, personId: string, asked: Asked): Promise<Shown> {
  const { segment, asks, ...words } = asked;
  const entered = await enterHouse(house, visit, null, `/members/${personId}${segment}`);
  if (!entered.ok) return entered;
  const { frame, names, organisation } = entered.value;
  const member = presentMember(organisation, personId);
  if (member === null) return unknown;
  const known = names.get(personId);
  const questions: Question[] = asks ? memberQuestions(known ? { ...known, roles: member.roles } : null) : [];
  return shownAs(
    formPage(frame, {
      ...askedForm(questions, visit, { frame, names }),
      ...words,
      action: `/members/${personId}${segment}`,
      back: '/members',
      revision: revisionOf(visit, organisation.decided),
      crumbs: [
        { href: '/members', label: { key: 'members.title' } },
        { href: `/members/${personId}`, label: nameOf(names, { id: personId }) },
      ],
    }),
  );
}

const change = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/members/{personId}',
    audience: 'member',
    policy: mayManageMembers,
    params,
    render: (visit) =>
      show(house, visit, visit.params.personId, {
        segment: '',
        asks: true,
        title: { key: 'members.change' },
        intro: [{ key: 'members.changeIntro' }],
        warning: null,
        submit: { key: 'members.save' },
        grave: false,
      }),
    act: {
      form,
      async run({ ctx, params: { orgId, personId } }, { key, form: raw }) {
        if (ctx === null) return missing;
        const sheet = readSheet(memberQuestions(null), raw, 'UTC');
        if (!sheet.ok) return { ok: false, error: { code: 'input.invalid', issues: [] } };
        const asked = memberIn(sheet.sheet);
        if (!asked.ok) return asked;
        const organisation = await ctx.ports.projections.read(orgId, 'organisation', orgId);
        const member = organisation === null ? null : presentMember(organisation, personId);
        if (organisation === null || member === null) return unknown;
        const { name, roles } = asked.value;
        // Roles first: they rest on what was read, and may be refused; how somebody is reached never is.
        if ([...roles].toSorted().join() !== [...member.roles].toSorted().join()) {
          const decided = revisionIn(raw) ?? organisation.decided;
          const changed = await changeMember({ ctx, input: { key: `${key}/roles`, personId, roles, decided } });
          if (!changed.ok) return changed;
        }
        const called = await changeContact({ ctx, input: { key: `${key}/contact`, personId, name } });
        return called.ok ? goTo(saved(`/o/${orgId}/members`)) : called;
      },
    },
  });

const leave = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/members/{personId}/leave',
    audience: 'member',
    policy: mayManageMembers,
    params,
    render: (visit) =>
      show(house, visit, visit.params.personId, {
        segment: '/leave',
        asks: false,
        title: { key: 'members.leave' },
        intro: [],
        warning: { key: 'members.leaveWhat' },
        submit: { key: 'members.leaveGo' },
        grave: true,
      }),
    act: {
      form,
      async run({ ctx, params: { orgId, personId } }, { key, form: raw }) {
        if (ctx === null) return missing;
        const decided = revisionIn(raw) ?? 0;
        const left = await removeMember({ ctx, input: { key, personId, decided } });
        return left.ok ? goTo(saved(`/o/${orgId}/members`)) : left;
      },
    },
  });
