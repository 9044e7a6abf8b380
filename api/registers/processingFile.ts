import { readOrganisation } from '../../application/organisation/readOrganisation';
import type { Context } from '../../application/ports/ports';
import { type ProcessingLine, readProcessing } from '../../application/register/readProcessing';
import type { Language } from '../../domain/letters/head';
import { done, type Result } from '../../domain/shared/errors';
import { processingTable } from './processingTable';
import type { Writing } from './registerTable';
import { type TableFormat, tableFile } from './tableFile';

/** `processor`: whose register it is. */
export type WrittenProcessing = { lines: ProcessingLine[]; processor: string; writing: Writing };

/** The register of processing with how it is written; days and hours are of the organisation's zone. */
export async function askedProcessing(ctx: Context, language: Language): Promise<Result<WrittenProcessing>> {
  const organisation = await readOrganisation({ ctx });
  if (!organisation.ok) return organisation;
  const lines = await readProcessing({ ctx });
  if (!lines.ok) return lines;
  const { timeZone: zone, name: processor } = organisation.value;
  return done({ lines: lines.value, processor, writing: { language, zone, now: ctx.ports.now().toISOString() } });
}

/** The same as a file, for page and REST. */
export async function processingFile(ctx: Context, language: Language, format: TableFormat) {
  const asked = await askedProcessing(ctx, language);
  if (!asked.ok) return asked;
  const { lines, processor, writing } = asked.value;
  return tableFile(ctx, processingTable(lines, processor, writing), format);
}
