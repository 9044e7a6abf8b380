import { clientsIn, OTHER_NAMED } from '../../domain/agreement/otherClients';
import { type CommonItem, commonChange, type CommonText } from '../../domain/notice/commonText';
import { currentDraft } from '../../domain/notice/currentDraft';
import { newestVersion } from '../../domain/notice/fold';
import { emptyDraft } from '../../domain/notice/items';
import { type NamedClient, textsOf } from '../../domain/notice/noticeTexts';
import { type DomainError, done, refused, type Result } from '../../domain/shared/errors';
import { clientsOf } from '../agreement/clientsOf';
import { casesOf } from '../overview/listNow';
import { mayDraftNotice } from '../policies/notice';
import type { Call } from '../ports/ports';
import { noteNotice } from './noteNotice';
import { aroundOf } from './otherClients';
import type { FullCase } from './readCase';

/** `language`: in which the text is written; letters of contracts in another are left alone. `over`: own words, too. */
export type AskedCommon = { incidentId: string; text: CommonText; language: 'fr' | 'en'; over: boolean };

/** `isFresh`: nothing of it has left, so that what is written is no supplement. `revision`: of the draft it replaces. */
export type CommonRow = {
  fullCase: FullCase;
  items: Partial<CommonText>;
  kept: readonly CommonItem[];
  named: readonly NamedClient[];
  isFresh: boolean;
  revision: number;
};
export type CommonPlan = { rows: readonly CommonRow[]; otherLanguage: readonly FullCase[] };

/** What a text would write into each open draft of an incident (F39). Nothing is written. */
export async function planCommonText({ ctx, input }: Call<AskedCommon>): Promise<Result<CommonPlan>> {
  if (!mayDraftNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const incident = await ctx.ports.projections.read(ctx.orgId, 'incident', input.incidentId);
  if (incident === null) return refused({ code: 'subject.unknown' });
  const cases = await casesOf(ctx, input.incidentId);
  if (!cases.ok) return cases;
  const clients = await clientsOf(ctx);
  const open = cases.value.filter(({ notice }) => notice.opened.purpose === 'breach' && notice.life === 'OPEN');
  const rows = open
    .filter(({ agreement }) => agreement.language === input.language)
    .map((fullCase): CommonRow => {
      const { notice } = fullCase;
      const { items, kept } = commonChange(currentDraft(notice), input.text, input.over);
      const { own, others } = aroundOf(clients, fullCase);
      const named = textsOf({ ...emptyDraft, ...items }).flatMap(({ item, text }) =>
        clientsIn(text, own, others).map((name) => ({ item, name })),
      );
      const isFresh = newestVersion(notice) === null;
      return { fullCase, items, kept, named, isFresh, revision: notice.drafting.revision };
    });
  return done({ rows, otherLanguage: open.filter(({ agreement }) => agreement.language !== input.language) });
}

export type CommonOutcome = { noticeId: string } & (
  | { result: 'written' | 'unchanged' }
  | { result: 'refused'; error: DomainError }
);

/** `seen`: of each notice that was ticked, the revision of its draft that the preview has shown. */
export type AcceptCommon = AskedCommon & { key: string; seen: ReadonlyMap<string, number>; othersConfirmed?: true };

/**
 * Writes it into the drafts that were ticked, as edits like any other: each is corrected, reviewed and sent by itself. A draft
 * that has moved since, or that would name another client unseen, is refused by itself. Repeated, it goes on.
 */
export async function acceptCommonText({ ctx, input }: Call<AcceptCommon>): Promise<Result<CommonOutcome[]>> {
  const plan = await planCommonText({ ctx, input });
  if (!plan.ok) return plan;
  const outcomes: CommonOutcome[] = [];
  for (const { fullCase, items, named } of plan.value.rows) {
    const { id: noticeId, draft } = fullCase.notice;
    const over = input.seen.get(noticeId);
    if (over === undefined) continue;
    if (Object.keys(items).length === 0) outcomes.push({ noticeId, result: 'unchanged' });
    else if (named.length > 0 && input.othersConfirmed !== true) {
      outcomes.push({ noticeId, result: 'refused', error: { code: 'input.invalid', issues: [NAMED] } });
    } else {
      const command = { kind: 'draft' as const, items: { ...draft, ...items } };
      const written = await noteNotice({ ctx, input: { noticeId, key: `${input.key}/${noticeId}`, command, over } });
      outcomes.push(
        written.ok ? { noticeId, result: 'written' } : { noticeId, result: 'refused', error: written.error },
      );
    }
  }
  return done(outcomes);
}

const NAMED = { pointer: '/othersConfirmed', message: OTHER_NAMED };
