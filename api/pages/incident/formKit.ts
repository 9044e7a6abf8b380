import type { IncidentCommand } from '../../../domain/incident/commands';
import type { Incident } from '../../../domain/incident/incident';
import type { Option } from '../../../templates/pages/parts/form';
import { inputMoment } from '../../../templates/pages/frame/moment';
import type { Said, Word } from '../../../templates/pages/words/word';
import type { CommandForm as FormOf } from '../forms/commandPage';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';

/** What the questions of a form are made from. */
export type Around = {
  incident: Incident;
  /** Agreements that a breach may touch, by name of the controller. */
  agreements: readonly Option[];
  /** By agreement, from which instant its limit runs. */
  limits: ReadonlyMap<string, Said>;
  /** By agreement, when its limit would end if the breach were suspected as things stand; empty where nobody reads. */
  ends: ReadonlyMap<string, Said>;
  people: readonly Option[];
  zone: string;
};

export type CommandForm = FormOf<Incident, Around, IncidentCommand['kind']>;

const values = (prefix: string, names: readonly string[]): Option[] =>
  names.map((name) => ({ value: name, label: { key: `${prefix}.${name}` as Word } }));

export const natures: readonly Option[] = values('nature', ['confidentiality', 'integrity', 'availability']);
export const yesNo: readonly Option[] = values('yesno', ['yes', 'no']);
export const yesNoUnknown: readonly Option[] = values('yesno', ['yes', 'no', 'unknown']);
export const options = values;

export const area = (name: string, label: Word, more: Partial<Question> = {}): Question => ({
  name,
  kind: 'area',
  label: { key: label },
  ...more,
});

export const reason = area('reason', 'ask.reason');

export const breakGlass = area('breakGlassReason', 'ask.breakGlassReason', {
  optional: true,
  hint: { key: 'ask.breakGlassHint' },
});

/** An instant as the wall clock of the organisation; the zone is said beside it. */
export const moment = (
  name: string,
  label: Word,
  zone: string,
  start: string | null,
  { near = [], ...more }: Partial<Question> = {},
): Question => ({
  name,
  kind: 'moment',
  label: { key: label },
  hint: { key: 'form.zone', values: { zone } },
  start: start === null ? '' : inputMoment(start, zone),
  near: [...(start === null ? [] : [start]), ...near],
  ...more,
});

export const touched = ({ agreements, incident }: Around): Question => ({
  name: 'touched',
  kind: 'checks',
  label: { key: 'ask.touched' },
  hint: { key: 'ask.touchedHint' },
  options: agreements,
  missing: 'err.touched',
  start: incident.touched.map(({ agreementId }) => agreementId).join(','),
});

export const ownProcessing: Question = {
  name: 'ownProcessing',
  kind: 'checks',
  label: { key: 'ask.ownProcessing' },
  options: [{ value: 'yes', label: { key: 'ask.ownProcessingYes' } }],
  optional: true,
};

export const nature = (optional: boolean, start: readonly string[] = []): Question => ({
  name: 'nature',
  kind: 'checks',
  label: { key: 'ask.nature' },
  options: natures,
  optional,
  start: start.join(','),
});

type NatureName = 'confidentiality' | 'integrity' | 'availability';
export const natureIn = (sheet: Sheet): NatureName[] => sheet.ticked('nature').filter(isNature);
const isNature = (name: string): name is NatureName => natures.some(({ value }) => value === name);

export const touchedIn = (sheet: Sheet) =>
  sheet.ticked('touched').map((agreementId) => ({ agreementId, role: 'processor' as const }));

export const isOwn = (sheet: Sheet): boolean => sheet.ticked('ownProcessing').length > 0;
