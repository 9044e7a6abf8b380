import { z } from 'zod';
import type { FullCase } from '../../application/notice/readCase';
import { listNow, type Now } from '../../application/overview/listNow';
import { mayReadNotice } from '../../application/policies/notice';
import { nextAlone } from '../../domain/deadline/noticeRows';
import type { ClockRow } from '../../domain/deadline/clockRow';
import { rowGroups } from '../../domain/deadline/rowGroups';
import { clockState } from '../../domain/deadline/clockState';
import type { Language } from '../../domain/letters/head';
import { DAY_MS } from '../../domain/shared/instant';
import type { Role } from '../../domain/shared/roles';
import { type AloneLine, type CallLine, nowPage } from '../../templates/pages/now';
import { definePage } from '../http/definePage';
import { OrgId } from '../http/fields';
import { alarmLines } from './alarms';
import { type Sending, sendingOf } from './case/sending';
import { contactLines } from './contactLines';
import { exerciseLines } from './exercise/nowLines';
import { enterHouse, type Inside, shownAs } from './frame';
import type { PageHouse } from './house';
import { secrecyLines } from './atOnce/secrecyLines';
import { callsAtOnce } from './atOnce/calls';
import { callsToMake } from './notice/callsToMake';
import { firstContract, setupLines } from './setup';
import { aloneWords, lineOf, nameAmong } from './rowWords';
import { waitsForOther } from './waits';

const View = z.enum(['all', 'mine', 'urgent', 'notices']);
type View = z.infer<typeof View>;
const MOST_ALONE = 6;
/** Lines and calls of one look; the others are a link away, and none is left out. */
const MOST_LINES = 50;
const MOST_CALLS = 20;
const Query = z.object({
  view: View.default('all'),
  from: z.coerce.number().int().min(0).max(1_000_000).default(0),
  calls: z.enum(['first', 'all']).default('first'),
});
type Query = z.output<typeof Query>;

/** "Maintenant": what burns, what to do first, what happens without anybody, whom to call. */
export const nowPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}',
    audience: 'member',
    policy: mayReadNotice,
    params: z.object({ orgId: OrgId }),
    query: Query,
    async render(visit) {
      const inside = await enterHouse(house, visit, 'now', pathOf(visit.query));
      if (!inside.ok) return inside;
      const now = await listNow(inside.value);
      if (!now.ok) return now;
      return shownAs(await page(inside.value, now.value, visit.query, visit.now));
    },
  });

/** Of this page, inside the organisation; what is as it is at first is not said. */
function pathOf({ view, from, calls }: Query): string {
  const said = new URLSearchParams({
    ...(view !== 'all' && { view }),
    ...(from > 0 && { from: String(from) }),
    ...(calls !== 'first' && { calls }),
  }).toString();
  return said === '' ? '' : `?${said}`;
}

async function page(inside: Inside, now: Now, query: Query, at: Date): Promise<string> {
  const { frame } = inside;
  const { view, from } = query;
  const burning = now.rows.filter(({ clock }) => clock.doneAt === null);
  const met = now.rows.filter(({ clock }) => clock.doneAt !== null && Date.parse(clock.doneAt) > at.getTime() - DAY_MS);
  const chosen = burning.filter(inView(view, inside, at));
  const tab = (name: View, label: 'now.viewAll' | 'now.viewMine' | 'now.viewUrgent' | 'now.viewContract') => ({
    href: pathOf({ view: name, from: 0, calls: 'first' }),
    label: { key: label },
    count: burning.filter(inView(name, inside, at)).length,
    current: name === view,
  });
  const waiting = [...(await callsToMake(inside, now.cases, at)), ...(await callsAtOnce(inside.ctx))];
  const shown = query.calls === 'all' ? waiting : waiting.slice(0, MOST_CALLS);
  // whole groups in one order, so that a stretch of many continues the group of the one before
  const stretch = rowGroups(chosen)
    .flatMap(({ rows }) => rows)
    .slice(from, from + MOST_LINES);
  const [nearest] = from === 0 ? chosen.filter((row) => !waitsForOther(row, inside)) : [];
  const known = { ...now, sendings: await sendingsOf([...stretch, ...(nearest ? [nearest] : [])], now, inside) };
  return nowPage(frame, {
    packAt: await inside.ctx.ports.keptPacks.madeAt(inside.ctx.orgId),
    setup: setupLines(inside),
    duties: [
      ...(await firstContract(inside, now)),
      ...(await exerciseLines(inside)),
      ...(await contactLines(inside)),
      ...(await secrecyLines(inside)),
    ],
    groups: rowGroups(stretch).map(({ rows, incidentId, caseId }) => ({
      href: caseId === null ? `/incidents/${incidentId}` : `/cases/${caseId}`,
      lines: rows.map((row) => lineOf(row, known, inside)),
    })),
    first: nearest === undefined ? null : lineOf(nearest, known, inside),
    total: burning.length,
    chosen: chosen.length,
    later: chosen.length > from + MOST_LINES ? pathOf({ ...query, from: from + MOST_LINES }) : null,
    filtered: view !== 'all' && burning.length > 0,
    views: [
      tab('all', 'now.viewAll'),
      tab('urgent', 'now.viewUrgent'),
      tab('mine', 'now.viewMine'),
      tab('notices', 'now.viewContract'),
    ],
    ...aloneLines(now.cases, burning, { now: at, language: frame.language }),
    alarms: await alarmLines(inside, now),
    waiting: shown,
    calling: waiting.length,
    allCalls: shown.length < waiting.length ? pathOf({ ...query, calls: 'all' }) : null,
    calls: await callLines(inside),
    met: met.map((row) => {
      const { clock, what, forWhom } = lineOf(row, now, inside);
      return { clock, what, forWhom };
    }),
  });
}

/** What sending needs, of the cases of these rows whose persons are owed a word. */
async function sendingsOf(rows: readonly ClockRow[], { ours }: Now, { ctx }: Inside): Promise<Map<string, Sending>> {
  const owed = rows.flatMap(({ obligation, caseId }) =>
    obligation === 'persons' ? (ours.get(caseId ?? '') ?? []) : [],
  );
  return new Map(await Promise.all(owed.map(async (one) => [one.id, await sendingOf(ctx, one)] as const)));
}

function inView(view: View, inside: Inside, at: Date): (row: ClockRow) => boolean {
  switch (view) {
    case 'all':
      return () => true;
    case 'mine':
      return (row) => row.roles.some((role) => inside.ctx.roles.includes(role)) && !waitsForOther(row, inside);
    case 'urgent':
      return ({ clock }) => clockState(clock, at) !== 'run';
    case 'notices':
      return ({ noticeId }) => noticeId !== null;
  }
}

/** In the order in which it will happen; what each notice will do, and what leaves by itself. Of many, notices before reminders. */
export function aloneLines(
  cases: readonly FullCase[],
  rows: readonly ClockRow[],
  at: { now: Date; language: Language },
): { alone: AloneLine[]; aloneMore: number } {
  const acts = cases.flatMap((fullCase) => {
    const own = rows.filter(({ noticeId }) => noticeId === fullCase.notice.id).flatMap(({ alone }) => alone ?? []);
    const next = nextAlone(fullCase, at.now);
    const unique = new Map([...own, ...(next === null ? [] : [next])].map((act) => [`${act.act} ${act.at}`, act]));
    return [...unique.values()].map((act) => ({
      isWord: act.act !== 'remind' && act.act !== 'overdue',
      at: act.at,
      past: Date.parse(act.at) <= at.now.getTime(),
      text: aloneWords(act, nameAmong(fullCase, cases), at.language),
    }));
  });
  const byTime = acts.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const weighed = byTime.toSorted((a, b) => Number(b.isWord) - Number(a.isWord)).slice(0, MOST_ALONE);
  const alone = byTime.filter((act) => weighed.includes(act));
  return {
    alone: alone.map(({ at: when, past, text }) => ({ at: when, past, text })),
    aloneMore: acts.length - alone.length,
  };
}

const callees: readonly Role[] = ['IM', 'DPO', 'DIR', 'O'];

/** Who has a telephone, once each, under the first of their roles. */
export async function callLines({ ctx }: Pick<Inside, 'ctx'>): Promise<CallLine[]> {
  const people = await ctx.ports.people.withRoles(ctx.orgId, callees);
  return people
    .filter(({ phone }) => phone !== null)
    .map(({ name, phone, roles }) => {
      const role = callees.find((one) => roles.includes(one)) ?? 'O';
      return { role: { key: `role.${role}` as const }, name, phone };
    });
}
