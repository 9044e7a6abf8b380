import type { FullCase } from '../../../application/notice/readCase';
import { checkItems } from '../../../domain/notice/checkItems';
import { currentItems, newestVersion } from '../../../domain/notice/fold';
import { diffItems, type Draft, Items } from '../../../domain/notice/items';
import type { Frame } from '../../../templates/pages/frame/frame';
import { momentWords } from '../../../templates/pages/frame/moment';
import type { ReviewView } from '../../../templates/pages/review';
import type { Said, Word } from '../../../templates/pages/words/word';
import { controllerOf } from '../rowWords';

type Check = ReviewView['checks'][number];

/** What was looked at before asking for the last yes; what is wrong leads to the field that mends it. Each is checked again on sending. */
export function checksOf(fullCase: FullCase, draft: Draft, frame: Frame, draftPath: string): Check[] {
  const now = new Date(frame.now);
  const at = (field: string) => `${draftPath}?check=1#${field}`;
  const check = (ok: boolean, yes: Word, no: Word, field: string): Check =>
    ok ? { ok, text: { key: yes }, href: null } : { ok, text: { key: no }, href: at(field) };
  return [
    check(
      draft.a !== null && draft.b !== null,
      'review.checkAB',
      'review.checkABMissing',
      draft.a === null ? 'a' : 'b',
    ),
    check(unanswered(draft) === undefined, 'review.checkCDE', 'review.checkCDEMissing', unanswered(draft) ?? 'c'),
    ...promiseChecks(draft, now, frame, at),
    ...sampleChecks(draft, now, at),
    ...newsChecks(fullCase, draft, check),
    { ok: true, text: { key: 'review.checkScope', values: { controller: controllerOf(fullCase) } }, href: null },
  ];
}

const unanswered = (draft: Draft) => (['c', 'd', 'e'] as const).find((item) => draft[item] === null);

/** Names each item whose promised date is missing or has passed, with that date. */
function promiseChecks(draft: Draft, now: Date, frame: Frame, at: (field: string) => string): Check[] {
  const broken = (['c', 'd', 'e'] as const).flatMap((item): Check[] => {
    const answer = draft[item];
    if (answer?.answer !== 'toFollow' || (answer.eta !== null && Date.parse(answer.eta) > now.getTime())) return [];
    const text: Said =
      answer.eta === null
        ? { key: 'review.promiseUndated', values: { item } }
        : { key: 'review.promisePast', values: { item, at: momentWords(answer.eta, frame, 'full') } };
    return [{ ok: false, text, href: at(`f-${item}-eta`) }];
  });
  return broken.length > 0 ? broken : [{ ok: true, text: { key: 'review.checkPromise' }, href: null }];
}

function sampleChecks(draft: Draft, now: Date, at: (field: string) => string): Check[] {
  const items = Items.safeParse(draft);
  const issues = items.success ? checkItems(items.data, now).filter(({ pointer }) => !pointer.endsWith('/eta')) : [];
  if (issues.length === 0) return [{ ok: true, text: { key: 'review.checkSample' }, href: null }];
  return issues.map(({ pointer }) => {
    const item = pointer.split('/').at(-1) ?? '';
    return { ok: false, text: { key: 'review.checkSampleFound', values: { item } }, href: at(item) };
  });
}

function newsChecks(
  { notice, incident }: FullCase,
  draft: Draft,
  check: (ok: boolean, yes: Word, no: Word, field: string) => Check,
): Check[] {
  const before = currentItems(notice);
  if (before === null) return [];
  const items = Items.safeParse(draft);
  const changedAt = Date.parse(incident.clock.changedAt ?? '');
  const isClockNews = changedAt > Date.parse(newestVersion(notice)?.frozenAt ?? '');
  const isNew = !items.success || isClockNews || diffItems(before, items.data).length > 0;
  return [check(isNew, 'review.checkNew', 'review.checkNothingNew', 'a')];
}
