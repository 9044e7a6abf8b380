import { type Consulted, isAwaited } from '../../../domain/consultation/measure';
import { Verdict } from '../../../domain/consultation/values';
import { cutAt } from '../../../domain/shared/cutAt';
import type { Option } from '../../../templates/pages/parts/form';
import { area, options } from './kit';
import type { Question } from './question';
import type { Sheet } from './sheet';

export const measureOptions = (measures: readonly Consulted[]): Option[] =>
  measures.filter(isAwaited).map(({ id, what }) => ({ value: id, label: cutAt(what ?? id, 120) }));

/** Which of the measures that wait. */
export const whichMeasure = (measures: readonly Consulted[]): Question => ({
  name: 'measureId',
  kind: 'select',
  label: { key: 'measures.which' },
  options: measureOptions(measures),
});

/** The controller's word on it, whoever writes it down. */
export const verdictQuestions: readonly Question[] = [
  {
    name: 'verdict',
    kind: 'pick',
    label: { key: 'measures.verdict' },
    missing: 'err.choose',
    options: options('verdict', Verdict.options),
  },
  area('text', 'measures.text', { optional: true, hint: { key: 'measures.textHint' } }),
  { name: 'name', kind: 'text', label: { key: 'guest.name' } },
  { name: 'function', kind: 'text', label: { key: 'guest.function' } },
];

/** What was chosen; a form offers nothing else. */
export function verdictIn(sheet: Sheet): {
  measureId: string;
  verdict: Verdict;
  text: string | null;
  name: string;
  function: string;
} {
  return {
    measureId: sheet.text('measureId'),
    verdict: Verdict.catch('agreed').parse(sheet.text('verdict')),
    text: sheet.textOr('text'),
    name: sheet.text('name'),
    function: sheet.text('function'),
  };
}
