import { z } from 'zod';
import { mayReadJournal } from '../../../application/policies/journal';
import { readOrganisation } from '../../../application/organisation/readOrganisation';
import { takeRegister } from '../../../application/register/readRegister';
import { definePage } from '../../http/definePage';
import { OrgId } from '../../http/fields';
import { registerTable } from '../../registers/registerTable';
import { tableFile, TableFormat } from '../../registers/tableFile';
import { askedQuery, readAsked } from './askedRegister';

/** The register as a file, under the filter of its page. */
export const registerFileOf = () =>
  definePage({
    path: '/o/{orgId}/registers/file',
    audience: 'member',
    policy: mayReadJournal,
    params: z.object({ orgId: OrgId }),
    query: askedQuery.extend({ format: TableFormat.default('csv') }),
    async render({ ctx, language, now, query: { format, ...asked } }) {
      if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
      const organisation = await readOrganisation({ ctx });
      if (!organisation.ok) return organisation;
      const { timeZone: zone } = organisation.value;
      const { query, filter, faults } = readAsked(asked, zone);
      if (faults.length > 0) {
        const issues = faults.map(({ href }) => ({
          pointer: `/query/${href.slice('#f-'.length)}`,
          message: 'check this day',
        }));
        return { ok: false, error: { code: 'input.invalid', issues } };
      }
      const register = await takeRegister({ ctx, input: { filter } });
      if (!register.ok) return register;
      const writing = { language, zone, now: now.toISOString() };
      return tableFile(ctx, registerTable(register.value, query, writing), format);
    },
  });
