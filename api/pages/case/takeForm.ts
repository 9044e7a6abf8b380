import type { ControllerCase } from '../../../domain/controllerCase/case';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { newestVersion, processorDiffers } from '../../../domain/controllerCase/processorSays';
import type { Language } from '../../../domain/letters/head';
import type { Option } from '../../../templates/pages/parts/form';
import { phrase } from '../../../templates/pages/words/word';
import { fieldLabel, valueWords } from '../../authority/recordWords';
import type { CaseForm } from './caseForms';
import { nowWord } from './takenWord';

/** A box names the version that was read with it: once a newer one has come, it is ticked by nobody. */
const MARK = '-v';

function optionsOf(one: ControllerCase, language: Language): Option[] {
  const read = newestVersion(one);
  return processorDiffers(one).map(({ field }) => ({
    value: `${field}${MARK}${read}`,
    label: {
      key: 'takeAsk.option',
      values: {
        field: fieldLabel(language, field),
        now: phrase(language, nowWord(one, field, language) ?? ''),
        ours: valueWords(one, field, one.said[field] ?? null, language),
      },
    },
  }));
}

/** What the processor says otherwise, beside what is recorded here: what is ticked is taken over. */
export const takeForms = {
  'record.take': {
    intro: [{ key: 'takeAsk.intro' }],
    questions: ({ one, language }) => [
      {
        name: 'fields',
        kind: 'checks',
        label: { key: 'takeAsk.fields' },
        options: optionsOf(one, language),
        missing: 'err.choose',
      },
    ],
    command: (sheet, { one }) => ({
      kind: 'record.take',
      fields: sheet.ticked('fields').map((box) => box.split(MARK)[0] ?? box),
      version: newestVersion(one),
    }),
  },
} satisfies Partial<Record<CaseCommand['kind'], CaseForm>>;
