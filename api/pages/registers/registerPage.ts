import { z } from 'zod';
import { allAgreements } from '../../../application/agreement/allAgreements';
import { readRegister } from '../../../application/register/readRegister';
import { mayReadJournal } from '../../../application/policies/journal';
import { registerPage } from '../../../templates/pages/register';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { headOf, titleOfRegister, type Writing } from '../../registers/registerTable';
import { MOST_IN_PDF, TableFormat } from '../../registers/tableFile';
import { enterHouse, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { addressOf, askedQuery, readAsked } from './askedRegister';
import { lineOf } from './line';
import { registerTabs } from './tabs';

/** Each row opens below into all its columns: more of them would be too long a page for a bad line. */
const PAGE = 10;
/** Columns that the table of the page shows; the others open below each row. */
const SHORT = ['reference', 'stage', 'alerted', 'aware', 'nature', 'persons', 'risk'];

/** What happened, to whom, and what was done: the register of Art. 33(5), or the journal of one contract. */
export const registerPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/registers',
    audience: 'member',
    policy: mayReadJournal,
    params: z.object({ orgId: OrgId }),
    query: askedQuery.extend({ after: Id.optional() }),
    async render(visit) {
      const { after, ...asked } = visit.query;
      const here = addressOf('/registers', asked, { after: after ?? '' });
      const inside = await enterHouse(house, visit, 'journal', here);
      if (!inside.ok) return inside;
      const { ctx, frame } = inside.value;
      const { query, filter, faults } = readAsked(asked, frame.zone);
      const read = await readRegister({
        ctx,
        input: { filter, limit: PAGE, ...(after !== undefined && { after }) },
      });
      if (!read.ok) return read;
      const { rows, next, total, contract } = read.value;
      const agreements = await allAgreements(ctx);
      const writing: Writing = { language: frame.language, zone: frame.zone, now: frame.now };
      const head = headOf(read.value, writing);
      return shownAs(
        registerPage(frame, {
          title: titleOfRegister(query, contract),
          tabs: registerTabs(query.exercise === 'true' ? 'exercises' : 'breaches'),
          intro: { key: contract === null ? 'register.intro' : 'register.contractIntro' },
          asked,
          faults,
          contracts: agreements.map(({ id, reference }) => ({ id, reference })),
          columns: read.value.columns.flatMap((key, index) => (SHORT.includes(key) ? [head[index] ?? ''] : [])),
          lines: rows.map((row) => ({
            ...lineOf(row, { columns: read.value.columns, short: SHORT }, writing),
            href: row.kind === 'incident' ? `/incidents/${row.id}` : `/cases/${row.id}`,
            fill: null,
          })),
          total,
          older: next === null ? null : addressOf('/registers', asked, { after: next }),
          filtered: addressOf('', asked) !== '',
          files: TableFormat.options
            .filter((format) => format !== 'pdf' || total <= MOST_IN_PDF)
            .map((format) => ({
              href: addressOf('/registers/file', asked, { format }),
              label: { key: `register.${format}` as const },
            })),
          tooLong: total > MOST_IN_PDF ? { key: 'register.pdfMost', values: { most: MOST_IN_PDF } } : null,
        }),
      );
    },
  });
