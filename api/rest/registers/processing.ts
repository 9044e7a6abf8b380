import { z } from 'zod';
import { readOrganisation } from '../../../application/organisation/readOrganisation';
import { mayReadJournal } from '../../../application/policies/journal';
import type { Context } from '../../../application/ports/ports';
import { readProcessing } from '../../../application/register/readProcessing';
import { processingKeys } from '../../../domain/register/processingColumns';
import { defineRead, type Route } from '../../http/defineRoute';
import { orgParams, pageQuery } from '../../http/fields';
import { processingTable } from '../../registers/processingTable';
import { cellsOf, headOf } from '../../registers/registerTable';
import { type TableFormat, tableFile, tableMedia } from '../../registers/tableFile';
import { labelledCells, language, RegisterCell, tag } from './entered';

const path = '/api/v1/organisations/{orgId}/registers/processing';

const ProcessingPage = z
  .strictObject({
    total: z.int().nonnegative().meta({ description: 'contracts of the organisation' }),
    items: z
      .array(
        z.strictObject({
          agreementId: z
            .string()
            .meta({ description: 'opaque id of the agreement; an amendment of it fills what is missing' }),
          cells: z.array(RegisterCell).meta({ description: 'in the order of the columns' }),
          missing: z
            .array(z.string().meta({ description: 'key of a column' }))
            .meta({ description: 'what the annex should say and does not' }),
        }),
      )
      .meta({ description: 'contracts in force first' }),
    next: z.string().nullable().meta({ description: 'give it as `after` for the next page; null at the end' }),
  })
  .meta({ id: 'ProcessingRegisterPage', description: 'A page of the register of processing' });

const ABOUT =
  'One row a contract, from its annex in force (GDPR Art. 30(2)): controller, categories of processing, transfers and safeguards, sub-processors, security measures. What an annex does not say is said to be missing.';

/** The lines with how they are written; days and hours are of the organisation's zone. */
async function asked(ctx: Context) {
  const organisation = await readOrganisation({ ctx });
  if (!organisation.ok) return organisation;
  const lines = await readProcessing({ ctx });
  if (!lines.ok) return lines;
  const { timeZone: zone, name } = organisation.value;
  return { ok: true as const, value: { lines: lines.value, name, zone, now: ctx.ports.now().toISOString() } };
}

const processingRead = defineRead({
  path,
  operationId: 'readProcessingRegister',
  summary: 'The processing for each controller, page by page',
  description: ABOUT,
  tag,
  policy: mayReadJournal,
  params: orgParams,
  query: pageQuery.extend({ language }),
  status: 200,
  response: ProcessingPage,
  example: {
    response: {
      total: 1,
      items: [
        {
          agreementId: '0199e1f0-0000-7000-8000-000000000020',
          cells: [{ column: 'purpose', label: 'Finalité', text: 'Mesurer la satisfaction' }],
          missing: ['security'],
        },
      ],
      next: null,
    },
  },
  async handler(ctx, { query: { after, limit, language: inLanguage } }) {
    const read = await asked(ctx);
    if (!read.ok) return read;
    const { lines, zone, now } = read.value;
    const writing = { language: inLanguage, zone, now };
    const labels = headOf({ columns: processingKeys }, writing);
    const before = after === undefined ? 0 : lines.findIndex(({ agreementId }) => agreementId === after) + 1;
    const from = after !== undefined && before === 0 ? lines.length : before;
    const page = lines.slice(from, from + limit);
    const items = page.map(({ agreementId, cells, missing }) => ({
      agreementId,
      cells: labelledCells(processingKeys, cellsOf({ cells }, writing), labels),
      missing: [...missing],
    }));
    const next = from + limit < lines.length ? (page.at(-1)?.agreementId ?? null) : null;
    return { ok: true, value: { body: { total: lines.length, items, next } } };
  },
});

const inWords: Record<TableFormat, { operationId: string; summary: string }> = {
  csv: { operationId: 'exportProcessingRegisterCsv', summary: 'The register of processing as CSV' },
  xlsx: { operationId: 'exportProcessingRegisterXlsx', summary: 'The register of processing as a workbook' },
  pdf: { operationId: 'exportProcessingRegisterPdf', summary: 'The register of processing as PDF' },
};

const processingFile = (format: TableFormat): Route =>
  defineRead({
    path: `${path}.${format}`,
    ...inWords[format],
    description: `${ABOUT} In the form of the other registers; a PDF holds at most 200 contracts.`,
    tag,
    policy: mayReadJournal,
    params: orgParams,
    query: z.strictObject({ language }),
    status: 200,
    response: z.string().meta({ description: 'the file' }),
    download: { mediaType: tableMedia[format], description: 'the register as a file' },
    example: { response: '' },
    async handler(ctx, { query: { language: inLanguage } }) {
      const read = await asked(ctx);
      if (!read.ok) return read;
      const { lines, name, zone, now } = read.value;
      return tableFile(ctx, processingTable(lines, name, { language: inLanguage, zone, now }), format);
    },
  });

export const processingRoutes: readonly Route[] = [
  processingRead,
  processingFile('csv'),
  processingFile('xlsx'),
  processingFile('pdf'),
];
