import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { issueToken, type IssueToken } from '../../application/people/issueToken';
import { revokeToken } from '../../application/people/revokeToken';
import { mayIssueToken, mayReadTokens } from '../../application/policies/organisation';
import { tokenDaysIssues, tokenEnd } from '../../domain/organisation/tokenDays';
import { Role } from '../../domain/shared/roles';
import { tokensPage, type TokensView } from '../../templates/pages/tokens';
import { phrase } from '../../templates/pages/words/word';
import { definePage, type Page } from '../http/definePage';
import { Id, OrgId } from '../http/fields';
import { saved, savedQuery } from './forms/once';
import { askedForm } from './forms/asked';
import type { Question } from './forms/question';
import { readSheet, type Sheet } from './forms/sheet';
import { type AnyVisit, enterHouse, goTo, type Inside, nameOf, shownAs } from './frame';
import type { PageHouse } from './house';
import { options } from './forms/kit';
import { daysIn, daysQuestion } from './forms/tokenDays';

const TOOL = 'tool';

export const tokenPages = (house: PageHouse): Page[] => [list(house), revoke(house)];

/** Keys to the house: who holds which, until when. A new one's secret is shown on the answer to its form, and never again. */
const list = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/tokens',
    audience: 'member',
    policy: mayReadTokens,
    params: z.object({ orgId: OrgId }),
    query: z.object(savedQuery),
    render: (visit) => show(house, visit, null, visit.query.saved === '1'),
    act: {
      policy: mayIssueToken,
      form: z.record(z.string(), z.string()),
      async run(visit, { key, form: raw }) {
        const { ctx, now } = visit;
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const sheet = readSheet(questionsOf([]), raw, 'UTC');
        if (!sheet.ok) return { ok: false, error: { code: 'input.invalid', issues: [] } };
        const issues = tokenDaysIssues(daysIn(sheet.sheet));
        if (issues.length > 0) return { ok: false, error: { code: 'input.invalid', issues } };
        const issued = await issueToken({ ctx, input: tokenIn(sheet.sheet, key, now) });
        return issued.ok ? show(house, visit, issued.value.secret) : issued;
      },
    },
  });

const revoke = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/tokens/{tokenId}/revoke',
    audience: 'member',
    policy: mayIssueToken,
    params: z.object({ orgId: OrgId, tokenId: Id }),
    render: (visit) => show(house, visit, null),
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params }, { key }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const revoked = await revokeToken({ ctx, input: { key, tokenId: params.tokenId } });
        return revoked.ok ? goTo(saved(`/o/${params.orgId}/tokens`)) : revoked;
      },
    },
  });

function questionsOf(people: Question['options']): Question[] {
  return [
    {
      name: 'holder',
      kind: people?.length === 0 ? 'text' : 'select',
      label: { key: 'tokens.fieldHolder' },
      options: [...(people ?? []), { value: TOOL, label: { key: 'tokens.aTool' } }],
    },
    {
      name: 'tool',
      kind: 'text',
      label: { key: 'tokens.fieldTool' },
      hint: { key: 'tokens.fieldToolHint' },
      optional: true,
    },
    { name: 'roles', kind: 'checks', label: { key: 'tokens.fieldRoles' }, options: options('role', Role.options) },
    daysQuestion,
  ];
}

function tokenIn(sheet: Sheet, key: string, now: Date): IssueToken {
  const holder = sheet.text('holder');
  return {
    key,
    holder: holder === TOOL ? { kind: 'tool', id: sheet.text('tool') || TOOL } : { kind: 'person', id: holder },
    roles: sheet.ticked('roles').flatMap((name) => Role.safeParse(name).data ?? []),
    expiresAt: tokenEnd(now, daysIn(sheet)),
  };
}

async function show(house: PageHouse, visit: AnyVisit, secret: string | null, isSaved = false) {
  const entered = await enterHouse(house, visit, null, '/tokens');
  if (!entered.ok) return entered;
  return shownAs(tokensPage(entered.value.frame, { ...viewOf(entered.value, visit, secret), isSaved }));
}

function viewOf(
  { ctx, frame, names, organisation }: Inside,
  visit: AnyVisit,
  secret: string | null,
): Omit<TokensView, 'isSaved'> {
  const present = organisation.members.filter(({ until }) => until === null);
  const people = present.map(({ personId }) => ({ value: personId, label: nameOf(names, { id: personId }) }));
  const questions = questionsOf(people);
  return {
    ...askedForm(questions, visit, { frame, names }),
    action: '/tokens',
    back: null,
    secret,
    canIssue: mayIssueToken(ctx),
    lines: organisation.tokens.toReversed().map(({ tokenId, holder, roles, issuedAt, expiresAt, revokedAt }) => ({
      id: tokenId,
      holder: holder.kind === 'person' ? nameOf(names, holder) : holder.id,
      roles: roles.map((role) => phrase(frame.language, { key: `role.${role}` })).join(', '),
      issuedAt,
      expiresAt,
      revokedAt,
      live: revokedAt === null && Date.parse(expiresAt) > visit.now.getTime(),
      key: randomUUID(),
    })),
  };
}
