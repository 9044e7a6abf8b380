import type { ProcessingLine } from '../../application/register/readProcessing';
import { processingKeys } from '../../domain/register/processingColumns';
import { momentWords } from '../../templates/pages/frame/moment';
import { phrase } from '../../templates/pages/words/word';
import type { WrittenTable } from '../../templates/register/table';
import { cellsOf, headOf, type Writing } from './registerTable';
import { datedName } from '../http/datedName';

/** The register of processing as a file wants it. `processor`: whose register it is. */
export function processingTable(lines: readonly ProcessingLine[], processor: string, writing: Writing): WrittenTable {
  const { language, now } = writing;
  return {
    language,
    title: phrase(language, { key: 'register.processingLong' }),
    scope: processor,
    fileName: datedName('vigie-processing-register', writing),
    head: headOf({ columns: processingKeys }, writing),
    rows: written(lines, writing),
    total: lines.length,
    notes: [
      phrase(language, { key: 'register.processingIntro' }),
      phrase(language, { key: 'register.madeAt', values: { at: momentWords(now, writing, 'long') } }),
    ],
    exercise: false,
  };
}

async function* written(lines: readonly ProcessingLine[], writing: Writing): AsyncGenerator<string[]> {
  for (const line of lines) yield cellsOf(line, writing);
}
