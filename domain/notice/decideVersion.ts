import { done, type Issue, refused, type Result } from '../shared/errors';
import { dueOf, isToldCertain, type NoticeCase } from './case';
import { checkItems, promiseIssues } from './checkItems';
import type { SendingCommand } from './commands';
import { currentItems, newestVersion, type Notice } from './fold';
import type { VersionKind } from './events';
import { diffItems, type Items, itemNames, missingItems } from './items';
import { wrongState } from './taken';
import { moveDelivery } from './transitions';

/** What a version will say, before it is rendered. */
export type VersionText = {
  number: number;
  kind: VersionKind;
  automatic: boolean;
  provisional: boolean;
  toldCertain: boolean;
  items: Items | null;
  promises: { item: 'c' | 'd' | 'e'; eta: string | null }[];
  lateReason: string | null;
};

/** What every notice can say without anybody's help: contract and closed vocabularies, never the incident's free text. */
export type Defaults = Pick<Items, 'a' | 'b'> & {
  /** What stands as item c is a sub-processor’s alone, its numbers those of several clients: it follows (domain rules 7.5). */
  isToSplit?: boolean;
};

/** Which version a command freezes at `now`, or every reason why it may not. */
export function decideVersion(
  noticeCase: NoticeCase,
  command: SendingCommand,
  defaults: Defaults,
  now: Date,
): Result<VersionText> {
  const { notice } = noticeCase;
  if (notice.life !== 'OPEN') return wrongState(notice, command.kind);
  if (moveDelivery(notice.delivery, command.kind) === null) return wrongState(notice, command.kind);
  switch (command.kind) {
    case 'send':
      return decideSend(noticeCase, command, now);
    case 'protect':
      if (dueOf(noticeCase) === null) return wrongState(notice, 'protect');
      return done(freeze(noticeCase, command.version, protectiveItems(notice, defaults, now)));
    case 'supplement':
      return decideSupplement(noticeCase, command, now);
    case 'withdraw':
      if (noticeCase.incident.clock.status !== 'cancelled' || newestVersion(notice)?.kind === 'withdrawal') {
        return wrongState(notice, 'withdraw');
      }
      return done(freeze(noticeCase, 'withdrawal', null));
    case 'report':
      if (notice.opened.purpose !== 'incidentReport') return wrongState(notice, 'report');
      return done(freeze(noticeCase, 'report', null));
  }
}

function decideSend(
  noticeCase: NoticeCase,
  command: SendingCommand & { kind: 'send' },
  now: Date,
): Result<VersionText> {
  const due = dueOf(noticeCase);
  if (due === null) return wrongState(noticeCase.notice, 'send');
  const isLate = now.getTime() > Date.parse(due.dueAt);
  const issues: Issue[] = [
    ...checkItems(command.items, now),
    ...(isLate && command.lateReason === undefined
      ? [{ pointer: '/lateReason', message: `the limit was ${due.dueAt}: say why it leaves after it` }]
      : []),
  ];
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  return done({ ...freeze(noticeCase, 'initial', command.items), lateReason: command.lateReason ?? null });
}

/** A new phase: what changed since the version before, or a clock that has been confirmed or corrected. */
function decideSupplement(
  noticeCase: NoticeCase,
  command: SendingCommand & { kind: 'supplement' },
  now: Date,
): Result<VersionText> {
  const before = currentItems(noticeCase.notice);
  if (before === null) return wrongState(noticeCase.notice, 'supplement');
  const after: Items = { ...before, ...definedOf(command.items) };
  const issues = checkItems({ ...after, ...staleAllowed(before, command.items) }, now);
  const toldAt = newestVersion(noticeCase.notice)?.frozenAt ?? '';
  const isClockNews = Date.parse(noticeCase.incident.clock.changedAt ?? '') > Date.parse(toldAt);
  if (issues.length === 0 && diffItems(before, after).length === 0 && !isClockNews) {
    issues.push({ pointer: '/items', message: 'nothing differs from the version before' });
  }
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  return done(freeze(noticeCase, 'supplement', after));
}

const definedOf = (items: Partial<Items>): Partial<Items> =>
  Object.fromEntries(Object.entries(items).filter(([, item]) => item !== undefined));

/** An untouched promise is looked at again: sending a version renews it, so its date must still lie ahead. */
function staleAllowed(before: Items, given: Partial<Items>): Partial<Items> {
  const machineMade = (['c', 'd', 'e'] as const).filter((name) => {
    const item = before[name];
    return given[name] === undefined && item.answer === 'toFollow' && item.eta === null;
  });
  return Object.fromEntries(machineMade.map((name) => [name, undefined]));
}

function freeze(noticeCase: NoticeCase, kind: VersionKind, items: Items | null): VersionText {
  const { notice, incident } = noticeCase;
  return {
    number: (newestVersion(notice)?.number ?? 0) + 1,
    kind,
    automatic: kind === 'protective' || kind === 'overdue' || kind === 'report' || kind === 'withdrawal',
    provisional: incident.clock.status === 'provisional',
    toldCertain: isToldCertain(noticeCase),
    items,
    promises: items === null ? [] : promisesOf(items),
    lateReason: null,
  };
}

function promisesOf(items: Items): VersionText['promises'] {
  return missingItems(items).map((item) => {
    const answer = items[item];
    return { item, eta: answer.answer === 'toFollow' ? answer.eta : null };
  });
}

/** What somebody saved, and for the rest what can be said without anybody: it can always leave (duty S3-02). */
function protectiveItems({ draft }: Notice, { a, b, isToSplit = false }: Defaults, now: Date): Items {
  const toFollow = { answer: 'toFollow', eta: null } as const;
  const plain: Items = { a, b, c: toFollow, d: toFollow, e: toFollow };
  const saved = itemNames
    .filter((name) => draft[name] !== null && !(name === 'c' && isToSplit))
    .map((name) => [name, draft[name]]);
  const items: Items = { ...plain, ...Object.fromEntries(saved) };
  // A date that has passed, or a slip in its year, is no promise: the item follows, undated.
  const broken = promiseIssues(items, now).map(({ pointer }) => pointer.split('/')[2]);
  const undated = (['c', 'd', 'e'] as const).filter((name) => broken.includes(name)).map((name) => [name, toFollow]);
  return { ...items, ...Object.fromEntries(undated) };
}
