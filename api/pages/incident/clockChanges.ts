import type { BreachClock } from '../../../domain/deadline/breachClock';
import type { Language } from '../../../domain/letters/head';
import type { Change, Side } from '../../../templates/pages/parts/changes';
import { phrase, type Word } from '../../../templates/pages/words/word';

/** What differs between two clocks of a breach, old and new; what is taken away without a successor is not among it. */
export function clockChanges(before: BreachClock, after: BreachClock, language: Language): Change[] {
  const awareMoves = before.awareAt !== null && isOther(before.awareAt, after.awareAt);
  const isAwareness = awareMoves && before.provisionalT0 === before.awareAt && after.provisionalT0 === after.awareAt;
  return [
    ...moment('incident.aware', before.awareAt, after.awareAt),
    ...moment('incident.detected', before.detectedAt, after.detectedAt),
    ...(isAwareness ? [] : moment('incident.floor', before.provisionalT0, after.provisionalT0)),
    ...natures(before.nature, after.nature, language),
  ];
}

function moment(label: Word, old: string | null, young: string | null): Change[] {
  if (young === null || !isOther(old, young)) return [];
  return [{ label, before: old === null ? null : { at: old, text: '' }, after: { at: young, text: '' } }];
}

const isOther = (old: string | null, young: string | null): boolean =>
  old === null || young === null ? old !== young : Date.parse(old) !== Date.parse(young);

function natures(old: BreachClock['nature'], young: BreachClock['nature'], language: Language): Change[] {
  const isSame = old.length === young.length && old.every((one) => young.includes(one));
  if (isSame || young.length === 0) return [];
  const said = (nature: BreachClock['nature']): Side => ({
    at: null,
    text: nature.map((one) => phrase(language, { key: `nature.${one}` })).join(', '),
  });
  return [{ label: 'incident.nature', before: old.length === 0 ? null : said(old), after: said(young) }];
}
