import { z } from 'zod';
import { type BoardRow, BoardShow, readBoard } from '../../../application/notice/board';
import { readIncident } from '../../../application/incident/readIncident';
import { mayNoteNotice, mayReadNotice } from '../../../application/policies/notice';
import { writeCount } from '../../../templates/grammar';
import { type BoardLine, boardPage } from '../../../templates/pages/board';
import type { Said } from '../../../templates/pages/words/word';
import { definePage } from '../../http/definePage';
import { enterHouse, type Inside, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { incidentParams } from '../incident/page';
import { nameAmong, referenceOf } from '../rowWords';
import { noticePath } from './noticeVisit';

/** The board of the unacknowledged of one incident. */
export const boardPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/incidents/{incidentId}/unacknowledged',
    audience: 'member',
    policy: mayReadNotice,
    params: incidentParams,
    query: z.object({ show: z.enum(BoardShow).default('all') }),
    async render(visit) {
      const { incidentId } = visit.params;
      const { show } = visit.query;
      const path = `/incidents/${incidentId}/unacknowledged`;
      const at = (name: BoardShow) => (name === 'all' ? path : `${path}?show=${name}`);
      const entered = await enterHouse(house, visit, 'incidents', at(show));
      if (!entered.ok) return entered;
      const { ctx, frame } = entered.value;
      const [incident, board] = await Promise.all([
        readIncident({ ctx, input: { incidentId } }),
        readBoard({ ctx, input: { incidentId, show } }),
      ]);
      if (!incident.ok) return incident;
      if (!board.ok) return board;
      const { rows, counts } = board.value;
      return shownAs(
        boardPage(frame, {
          crumb: { href: `/incidents/${incidentId}`, label: referenceOf(incident.value) },
          here: path,
          title: { key: 'board.pageTitle', values: { incident: referenceOf(incident.value) } },
          views: BoardShow.map((name) => ({
            href: at(name),
            label: { key: `board.${name}` as const },
            count: writeCount(frame.language, counts[name]),
            current: name === show,
          })),
          lines: rows.map((row) => lineOf(row, rows, entered.value)),
          filtered: show !== 'all',
        }),
      );
    },
  });

function lineOf(row: BoardRow, rows: readonly BoardRow[], { ctx }: Inside): BoardLine {
  const { fullCase, version, since, mails, failed, reminders, calls, next } = row;
  const { id, opened } = fullCase.notice;
  const path = noticePath({ incidentId: opened.incidentId, noticeId: id });
  const tried: Said[] = [
    { key: 'board.mails', values: { n: mails } },
    ...(failed > 0 ? [{ key: 'board.mailsFailed' as const, values: { n: failed } }] : []),
    ...(reminders > 0 ? [{ key: 'board.reminders' as const, values: { n: reminders } }] : []),
  ];
  const mayNote = mayNoteNotice(ctx);
  return {
    controller: nameAmong(
      fullCase,
      rows.map((one) => one.fullCase),
    ),
    href: path,
    note: { key: 'board.version', values: { n: version } },
    since,
    tried,
    calls: calls.map(({ who, reached, at }) => {
      return { who, at, result: { key: reached ? ('board.reached' as const) : ('board.unreached' as const) } };
    }),
    next: next && {
      name: next.name,
      phone: next.phone,
      href: mayNote ? `${path}/call?to=${encodeURIComponent(next.contactId)}` : `${path}#scripts`,
      act: { key: mayNote ? 'call.record' : 'call.text' },
    },
  };
}
