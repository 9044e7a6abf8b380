import type { IncidentCommand } from '../../../domain/incident/commands';
import type { Elsewhere } from '../../../domain/incident/regimes';
import type { RegimeId } from '../../../domain/regime/vocabulary';
import type { Incident } from '../../../domain/incident/incident';
import type { Language } from '../../../domain/letters/head';
import type { Option } from '../../../templates/pages/parts/form';
import type { Said } from '../../../templates/pages/words/word';
import type { CommandForm as FormOf } from '../forms/commandPage';
import { area } from '../forms/kit';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';

/** What the questions of a form are made from. */
export type Around = {
  incident: Incident;
  /** Agreements that a breach may touch, by name of the controller. */
  agreements: readonly Option[];
  /** Sub-processors that contracts name. */
  firms?: readonly string[];
  /** By agreement, from which instant its limit runs. */
  limits: ReadonlyMap<string, Said>;
  /** By agreement, when its limit would end if the breach were suspected as things stand; empty where nobody reads. */
  ends: ReadonlyMap<string, Said>;
  people: readonly Option[];
  zone: string;
  language: Language;
  now: Date;
  /** The neighbouring regime that the address names, if it names one. */
  regime: RegimeId | null;
  /** What was answered of other laws in the case of our own processing. */
  elsewhere: Elsewhere | null;
};

export type CommandForm = FormOf<Incident, Around, IncidentCommand['kind']>;

export const breakGlass = area('breakGlassReason', 'ask.breakGlassReason', {
  optional: true,
  hint: { key: 'ask.breakGlassHint' },
});

export const touched = ({ agreements, incident }: Pick<Around, 'agreements'> & Partial<Around>): Question => ({
  name: 'touched',
  kind: 'checks',
  label: { key: 'ask.touched' },
  hint: { key: 'ask.touchedHint' },
  options: agreements,
  missing: 'err.touched',
  start: (incident?.touched ?? []).map(({ agreementId }) => agreementId).join(','),
});

export const ownProcessing: Question = {
  name: 'ownProcessing',
  kind: 'checks',
  label: { key: 'ask.ownProcessing' },
  hint: { key: 'ask.ownProcessingHint' },
  options: [{ value: 'yes', label: { key: 'ask.ownProcessingYes' } }],
  optional: true,
};

export const touchedIn = (sheet: Sheet) =>
  sheet.ticked('touched').map((agreementId) => ({ agreementId, role: 'processor' as const }));

export const isOwn = (sheet: Sheet): boolean => sheet.ticked('ownProcessing').length > 0;
