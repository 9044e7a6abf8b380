import type { Option } from '../../../templates/pages/parts/form';
import { inputMoment } from '../../../templates/pages/frame/moment';
import type { Word } from '../../../templates/pages/words/word';
import type { Question } from './question';
import type { Sheet } from './sheet';

/** The values of a closed vocabulary, each under its own word. */
export const options = (prefix: string, names: readonly string[]): Option[] =>
  names.map((name) => ({ value: name, label: { key: `${prefix}.${name}` as Word } }));

/** The same, each with what it means, under `…Is`. */
export const explained = (prefix: string, names: readonly string[]): Option[] =>
  options(prefix, names).map((option) => ({ ...option, hint: { key: `${prefix}Is.${option.value}` as Word } }));

/** A choice that may be left open, and taken back: without a script a radio button is never cleared. */
export const orNone = ({ options: offered = [], ...question }: Question): Question => ({
  ...question,
  options: [{ value: '', label: { key: 'ask.optionalEmpty' } }, ...offered],
  optional: true,
});

/** A choice that nobody has made yet: what follows from it is not to follow from the first of a list. */
export const chosen = ({ options: offered = [], ...question }: Question): Question => ({
  ...question,
  options: [{ value: '', label: { key: 'contract.choose' } }, ...offered],
  missing: 'err.choose',
});

export const natures: readonly Option[] = options('nature', ['confidentiality', 'integrity', 'availability']);
export const yesNo: readonly Option[] = options('yesno', ['yes', 'no']);
export const yesNoUnknown: readonly Option[] = options('yesno', ['yes', 'no', 'unknown']);

export const area = (name: string, label: Word, more: Partial<Question> = {}): Question => ({
  name,
  kind: 'area',
  label: { key: label },
  ...more,
});

export const reason = area('reason', 'ask.reason');

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

/** What is urgent is to be answered within hours; empty: the contract's working days. */
export const urgent: Question = {
  name: 'urgentHours',
  kind: 'number',
  label: { key: 'caseAsk.urgentHours' },
  hint: { key: 'caseAsk.urgentHint' },
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

export const noteForm = {
  intro: [],
  questions: (): Question[] => [
    area('text', 'ask.noteText'),
    {
      name: 'class',
      kind: 'pick',
      label: { key: 'ask.noteClass' },
      options: [
        { value: 'general', label: { key: 'ask.noteGeneral' } },
        { value: 'counsel', label: { key: 'ask.noteCounsel' } },
      ],
      start: 'general',
    },
  ],
  command: (sheet: Sheet) => ({ kind: 'note.add' as const, text: sheet.text('text'), class: sheet.text('class') }),
};
