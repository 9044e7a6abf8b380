import { z } from 'zod';
import { mayAmendAgreement } from '../../../application/policies/agreement';
import { mayReadJournal } from '../../../application/policies/journal';
import { readProcessing } from '../../../application/register/readProcessing';
import { processingKeys } from '../../../domain/register/processingColumns';
import { processingPage } from '../../../templates/pages/processing';
import { columnWord } from '../../../templates/register/writeCell';
import { definePage } from '../../http/definePage';
import { OrgId } from '../../http/fields';
import { processingFile } from '../../registers/processingFile';
import { MOST_IN_PDF, TableFormat } from '../../registers/tableFile';
import { enterHouse, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { lineOf } from './line';
import { registerTabs } from './tabs';

const PATH = '/registers/processing';
const SHORT = ['agreement', 'agreementState', 'controller', 'service', 'transfers', 'security'];

/** What we process for whom (GDPR Art. 30(2)); what a contract does not say leads to where it is amended. */
export const processingPageOf = (house: PageHouse) =>
  definePage({
    path: `/o/{orgId}${PATH}`,
    audience: 'member',
    policy: mayReadJournal,
    params: z.object({ orgId: OrgId }),
    async render(visit) {
      const inside = await enterHouse(house, visit, 'journal', PATH);
      if (!inside.ok) return inside;
      const { ctx, frame } = inside.value;
      const read = await readProcessing({ ctx });
      if (!read.ok) return read;
      const { language, zone, now } = frame;
      const amends = mayAmendAgreement(ctx);
      const formats = TableFormat.options.filter((format) => format !== 'pdf' || read.value.length <= MOST_IN_PDF);
      return shownAs(
        processingPage(frame, {
          tabs: registerTabs('processing'),
          columns: processingKeys.filter((key) => SHORT.includes(key)).map((key) => columnWord(language, key)),
          lines: read.value.map(({ agreementId, cells, missing }) => ({
            ...lineOf({ cells }, { columns: processingKeys, short: SHORT }, { language, zone, now }),
            href: `/agreements/${agreementId}`,
            fill:
              missing.length === 0
                ? null
                : {
                    what: missing.map((key) => columnWord(language, key)),
                    href: `/agreements/${agreementId}${amends ? '/amend' : ''}`,
                    label: { key: amends ? 'register.fill' : 'register.look' },
                  },
          })),
          files: formats.map((format) => ({
            href: `${PATH}/file?format=${format}`,
            label: { key: `register.${format}` as const },
          })),
        }),
      );
    },
  });

/** The same as a file. */
export const processingFileOf = () =>
  definePage({
    path: `/o/{orgId}${PATH}/file`,
    audience: 'member',
    policy: mayReadJournal,
    params: z.object({ orgId: OrgId }),
    query: z.object({ format: TableFormat.default('csv') }),
    async render({ ctx, language, query: { format } }) {
      if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
      return processingFile(ctx, language, format);
    },
  });
