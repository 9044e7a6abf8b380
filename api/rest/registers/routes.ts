import { z } from 'zod';
import { mayReadJournal } from '../../../application/policies/journal';
import { readRegister, takeRegister } from '../../../application/register/readRegister';
import { defineRead, type Route } from '../../http/defineRoute';
import { orgParams, pageQuery } from '../../http/fields';
import { registerQuery } from '../../registers/registerQuery';
import { cellsOf, headOf, registerTable } from '../../registers/registerTable';
import { type TableFormat, tableFile, tableMedia } from '../../registers/tableFile';
import { entered, labelledCells, language, RegisterCell, tag } from './entered';
import { processingRoutes } from './processing';
import { statisticsRoute } from './statistics';

const path = '/api/v1/organisations/{orgId}/registers/breaches';

const RegisterPageView = z
  .strictObject({
    contract: z
      .string()
      .nullable()
      .meta({ description: 'whose journal it is; null: the register of the organisation' }),
    total: z.int().nonnegative().meta({ description: 'rows that the filter leaves' }),
    items: z
      .array(
        z.strictObject({
          kind: z.enum(['incident', 'controllerCase']).meta({ description: 'what the row is about' }),
          id: z.string().meta({ description: 'opaque id of the incident or case' }),
          cells: z.array(RegisterCell).meta({ description: 'in the order of the columns' }),
        }),
      )
      .meta({ description: 'rows, newest first' }),
    next: z.string().nullable().meta({ description: 'give it as `after` for the next page; null at the end' }),
  })
  .meta({ id: 'RegisterPage', description: 'A page of a register' });

const ABOUT =
  'One row an incident, breach or not, and one a controller’s case (GDPR Art. 33(5)). With `agreementId` it is the journal of that contract, in which nothing names another controller. What is not known is said to be not determined.';

const registerRead = defineRead({
  path,
  operationId: 'readRegister',
  summary: 'The register of breaches and incidents, page by page',
  description: ABOUT,
  tag,
  policy: mayReadJournal,
  params: orgParams,
  query: registerQuery.extend({ ...pageQuery.shape, language }),
  status: 200,
  response: RegisterPageView,
  example: {
    response: {
      contract: null,
      total: 1,
      items: [
        {
          kind: 'incident',
          id: '0199e1f0-0000-7000-8000-000000000010',
          cells: [{ column: 'reference', label: 'Référence', text: 'INC-2026-12' }],
        },
      ],
      next: null,
    },
  },
  async handler(ctx, { query: { after, limit, language: inLanguage, ...asked } }) {
    const on = await entered(ctx, asked);
    if (!on.ok) return on;
    const { filter, zone, now } = on.value;
    const read = await readRegister({ ctx, input: { filter, limit, ...(after !== undefined && { after }) } });
    if (!read.ok) return read;
    const { columns, rows, ...page } = read.value;
    const writing = { language: inLanguage, zone, now };
    const labels = headOf({ columns }, writing);
    const items = rows.map((row) => ({
      kind: row.kind,
      id: row.id,
      cells: labelledCells(columns, cellsOf(row, writing), labels),
    }));
    return { ok: true, value: { body: { ...page, items } } };
  },
});

const inWords: Record<TableFormat, { operationId: string; summary: string; description: string }> = {
  csv: {
    operationId: 'exportRegisterCsv',
    summary: 'The register as CSV',
    description: `${ABOUT} UTF-8 with a mark of byte order; in French the separator is a semicolon. What a spreadsheet would run begins with an apostrophe.`,
  },
  xlsx: {
    operationId: 'exportRegisterXlsx',
    summary: 'The register as a workbook',
    description: `${ABOUT} Every cell is a text, never a formula.`,
  },
  pdf: {
    operationId: 'exportRegisterPdf',
    summary: 'The register as PDF',
    description: `${ABOUT} Tagged PDF/UA-1, one part a row; of more than 200 rows it is refused.`,
  },
};

const registerFile = (format: TableFormat): Route =>
  defineRead({
    path: `${path}.${format}`,
    ...inWords[format],
    tag,
    policy: mayReadJournal,
    params: orgParams,
    query: registerQuery.extend({ language }),
    status: 200,
    response: z.string().meta({ description: 'the file' }),
    download: { mediaType: tableMedia[format], description: 'the register as a file' },
    example: { response: '' },
    async handler(ctx, { query: { language: inLanguage, ...asked } }) {
      const on = await entered(ctx, asked);
      if (!on.ok) return on;
      const { filter, zone, now } = on.value;
      const register = await takeRegister({ ctx, input: { filter } });
      if (!register.ok) return register;
      return tableFile(ctx, registerTable(register.value, asked, { language: inLanguage, zone, now }), format);
    },
  });

export const registerRoutes: readonly Route[] = [
  registerRead,
  registerFile('csv'),
  registerFile('xlsx'),
  registerFile('pdf'),
  ...processingRoutes,
  statisticsRoute,
];
