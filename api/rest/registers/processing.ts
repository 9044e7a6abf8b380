import { z } from 'zod';
import { mayReadJournal } from '../../../application/policies/journal';
import { processingKeys } from '../../../domain/register/processingColumns';
import { pageAfter } from '../../../domain/shared/pageAfter';
import { defineRead, type Route } from '../../http/defineRoute';
import { orgParams, pageQuery } from '../../http/fields';
import { askedProcessing, processingFile } from '../../registers/processingFile';
import { cellsOf, headOf } from '../../registers/registerTable';
import { type TableFormat, tableMedia } from '../../registers/tableFile';
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
    const read = await askedProcessing(ctx, inLanguage);
    if (!read.ok) return read;
    const { lines, writing } = read.value;
    const labels = headOf({ columns: processingKeys }, writing);
    const page = pageAfter(lines, { after, limit }, ({ agreementId }) => agreementId);
    const items = page.items.map(({ agreementId, cells, missing }) => ({
      agreementId,
      cells: labelledCells(processingKeys, cellsOf({ cells }, writing), labels),
      missing: [...missing],
    }));
    return { ok: true, value: { body: { total: lines.length, items, next: page.next } } };
  },
});

const inWords: Record<TableFormat, { operationId: string; summary: string }> = {
  csv: { operationId: 'exportProcessingRegisterCsv', summary: 'The register of processing as CSV' },
  xlsx: { operationId: 'exportProcessingRegisterXlsx', summary: 'The register of processing as a workbook' },
  pdf: { operationId: 'exportProcessingRegisterPdf', summary: 'The register of processing as PDF' },
};

const fileRoute = (format: TableFormat): Route =>
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
    handler: (ctx, { query: { language: inLanguage } }) => processingFile(ctx, inLanguage, format),
  });

export const processingRoutes: readonly Route[] = [
  processingRead,
  fileRoute('csv'),
  fileRoute('xlsx'),
  fileRoute('pdf'),
];
