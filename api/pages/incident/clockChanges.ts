import type { BreachClock } from '../../../domain/deadline/breachClock';
import type { Language } from '../../../domain/letters/head';
import type { Change, Side } from '../../../templates/pages/parts/changes';
import { phrase, type Word } from '../../../templates/pages/words/word';

/**
 * What differs between two clocks of a breach, old and new; of what is taken away without a successor, only a detection
 * that counts for a loss of confidentiality no longer.
 */
export function clockChanges(before: BreachClock, after: BreachClock, language: Language): Change[] {
  const awareMoves = before.awareAt !== null && isOther(before.awareAt, after.awareAt);
  const isAwareness = awareMoves && before.provisionalT0 === before.awareAt && after.provisionalT0 === after.awareAt;
  return [
    ...moment('incident.aware', before.awareAt, after.awareAt),
    ...moment('incident.detected', before.detectedAt, after.detectedAt),
    ...(isAwareness ? [] : moment('incident.floor', before.provisionalT0, after.provisionalT0)),
    ...held(before, after, language),
    ...natures(before.nature, after.nature, language),
  ];
}

function moment(label: Word, old: string | null, young: string | null): Change[] {
  if (young === null || !isOther(old, young)) return [];
  return [{ label, before: old === null ? null : { at: old, text: '' }, after: { at: young, text: '' } }];
}

/** The earliest detections that bound and are let go, where no other line says so. */
function held(before: BreachClock, after: BreachClock, language: Language): Change[] {
  const [was, is] = [before.held, after.held];
  const isDetection = !isOther(was.detection, before.detectedAt) && !isOther(is.detection, after.detectedAt);
  const isAlike = !isOther(was.confidentiality, was.detection) && !isOther(is.confidentiality, is.detection);
  return [
    ...(isDetection ? [] : letGo('incident.heldDetection', was.detection, is.detection, language)),
    ...(isAlike ? [] : letGo('incident.heldConfidentiality', was.confidentiality, is.confidentiality, language)),
  ];
}

function letGo(label: Word, old: string | null, young: string | null, language: Language): Change[] {
  if (old === null || (young !== null && Date.parse(young) <= Date.parse(old))) return [];
  const after = { at: young, text: young === null ? phrase(language, { key: 'incident.heldNoMore' }) : '' };
  return [{ label, before: { at: old, text: '' }, after }];
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
