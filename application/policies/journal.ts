import type { Role } from '../../domain/shared/roles';
import { type Asker, isSystem } from './asker';

const isPersonWith = ({ actor, roles }: Asker, needed: readonly Role[]): boolean =>
  actor.kind === 'person' && roles.some((role) => needed.includes(role));

/** Authorised roles only (domain rules 7.8); a controller's contacts get an extract instead. */
export const mayReadJournal = (asker: Asker): boolean =>
  isSystem(asker) || isPersonWith(asker, ['IM', 'DPO', 'DIR', 'EC', 'L', 'AUDITOR']);

/** Counsel's notes are read by counsel and by those who lead. */
export const mayReadCounsel = (asker: Asker): boolean => isPersonWith(asker, ['L', 'DIR', 'DPO']);

export const mayCorrectEntry = (asker: Asker): boolean => isPersonWith(asker, ['O', 'IM', 'DPO', 'DIR']);

export const mayEraseField = (asker: Asker): boolean => isSystem(asker) || isPersonWith(asker, ['DPO']);

/** What was signed is set aside by those who answer for the organisation, two of them. */
export const mayAcceptJournal = (asker: Asker): boolean => isPersonWith(asker, ['DIR', 'DPO']);

/** A backup is put back by whoever runs the house, and management says so. */
export const mayRestoreJournal = (asker: Asker): boolean => isPersonWith(asker, ['DIR']);

/** A whole journal holds counsel's notes, and verifies only whole: no more people than may read them. */
export const mayExportJournal = (asker: Asker): boolean => isPersonWith(asker, ['DPO', 'DIR']) && mayReadCounsel(asker);

/** An auditor gets every entry, without what counsel wrote. */
export const mayExportForAudit = (asker: Asker): boolean => isPersonWith(asker, ['AUDITOR']);

/** Some copy of the journal: whole, or without what its reader may not read. */
export const mayTakeJournal = (asker: Asker): boolean => mayExportJournal(asker) || mayExportForAudit(asker);

export const mayExtract = (asker: Asker): boolean => isPersonWith(asker, ['IM', 'DPO', 'DIR']);
