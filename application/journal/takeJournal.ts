import { mayExportJournal } from '../policies/journal';
import { exportForAudit } from './exportForAudit';
import { type ExportJournal, exportJournal } from './exportJournal';

/** The copy of the journal that whoever asks may have: whole, or for audit; refused to everybody else. */
export const takeJournal = (asked: ExportJournal): ReturnType<typeof exportJournal> =>
  mayExportJournal(asked.ctx) ? exportJournal(asked) : exportForAudit(asked);
