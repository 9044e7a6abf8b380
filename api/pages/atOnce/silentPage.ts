import { z } from 'zod';
import { readSilent, type SilentRow } from '../../../application/atOnce/board';
import { mayAnswerFor } from '../../../application/policies/atOnce';
import { mayReadVulnerabilities } from '../../../application/policies/vulnerability';
import type { Context } from '../../../application/ports/ports';
import { type BoardLine, boardPage } from '../../../templates/pages/board';
import { definePage } from '../../http/definePage';
import { OrgId } from '../../http/fields';
import { enterHouse, shownAs } from '../frame';
import type { PageHouse } from '../house';

const PATH = '/unacknowledged';

/** Who has not acknowledged what was told at once: vulnerabilities and transfers, as of notices. */
export const silentPageOf = (house: PageHouse) =>
  definePage({
    path: `/o/{orgId}${PATH}`,
    audience: 'member',
    policy: mayReadVulnerabilities,
    params: z.object({ orgId: OrgId }),
    async render(visit) {
      const entered = await enterHouse(house, visit, 'incidents', PATH);
      if (!entered.ok) return entered;
      const { ctx, frame } = entered.value;
      const rows = await readSilent({ ctx });
      if (!rows.ok) return rows;
      return shownAs(
        boardPage(frame, {
          crumb: { href: '/vulnerabilities', label: { key: 'atOnce.vulnerabilities' } },
          here: PATH,
          title: { key: 'board.title' },
          views: [],
          lines: rows.value.map((row) => lineOf(row, ctx)),
          filtered: false,
        }),
      );
    },
  });

function lineOf({ matter, controller, since, mails, failed, calls, next }: SilentRow, ctx: Context): BoardLine {
  const mayNote = mayAnswerFor(ctx, matter.kind);
  return {
    controller,
    href: matter.path,
    note: matter.reference,
    since,
    tried: [
      { key: 'board.mails', values: { n: mails } },
      ...(failed > 0 ? [{ key: 'board.mailsFailed' as const, values: { n: failed } }] : []),
    ],
    calls: calls.map(({ who, reached, at }) => ({
      who,
      at,
      result: { key: reached ? ('board.reached' as const) : ('board.unreached' as const) },
    })),
    next: next && {
      name: next.name,
      phone: next.phone,
      href: mayNote ? `${matter.path}/contacted` : matter.path,
      act: { key: mayNote ? 'call.record' : 'call.text' },
    },
  };
}
