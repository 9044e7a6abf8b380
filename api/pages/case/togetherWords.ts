import type { ControllerCase } from '../../../domain/controllerCase/case';
import type { Filing } from '../../../domain/controllerCase/authority';
import type { Option } from '../../../templates/pages/parts/form';
import type { Said } from '../../../templates/pages/words/word';

/** Cases of which an authority may be told together, each by its number and from whom it came. */
export const togetherOptions = (fitting: readonly ControllerCase[]): Option[] =>
  fitting.map(({ id, reference, opened: { from } }) => ({
    value: id,
    label: from === null ? reference : `${reference}, ${from}`,
  }));

/** With which other cases a notification told of this one; null: of this one alone. */
export function togetherWords(ownId: string, { bundle = [] }: Pick<Filing, 'bundle'>): Said | null {
  const others = bundle.filter(({ caseId }) => caseId !== ownId).map(({ reference }) => reference);
  return others.length === 0 ? null : { key: 'together.filed', values: { others: others.join(', ') } };
}

/** Of which cases a sheet tells beside the one that it was opened for; null: of that one alone. */
export const togetherNote = (others: readonly ControllerCase[]): Said | null =>
  others.length === 0
    ? null
    : { key: 'together.note', values: { others: others.map(({ reference }) => reference).join(', ') } };

/** Which of them do not hold it; null where each does. */
export function unwrittenWords(unwritten: readonly { seq: number; reference: string }[], seq: number): Said | null {
  const others = unwritten.filter((one) => one.seq === seq).map(({ reference }) => reference);
  return others.length === 0 ? null : { key: 'together.unwritten', values: { others: others.join(', ') } };
}
