import type { NoticeFacts } from '../../domain/exchange/noticeFacts';
import { factsFor } from '../../domain/incident/incident';
import type { VersionText } from '../../domain/notice/decideVersion';
import type { Told } from '../../domain/notice/events';
import { isHandedOn } from '../../domain/notice/handing';
import { noticeFacts } from '../../domain/notice/noticeFacts';
import { measuresOf } from './consultedMeasures';
import { toldOf } from './letterParts';
import type { FullCase } from './readCase';

const DATES = {
  fr: {
    alertedAt: 'première alerte',
    detectedAt: 'détection',
    awareAt: 'prise de connaissance',
    at: 'Chez le sous-traitant :',
  },
  en: { alertedAt: 'first alert', detectedAt: 'detection', awareAt: 'awareness', at: 'At the processor:' },
};

/** What a version says as values, for the envelopes of a tied controller or of whoever takes it in; null where it tells of no breach. */
export function factsTold(fullCase: FullCase, { items }: Pick<VersionText, 'items'>): NoticeFacts | null {
  const { incident, notice, agreement } = fullCase;
  if (items === null || !isHandedOn(notice)) return null;
  const told = toldOf(fullCase);
  return noticeFacts({
    items,
    told,
    facts: factsFor(incident, notice.opened.agreementId),
    measures: measuresOf(fullCase),
    dates: datesOf(told, agreement.language),
  });
}

/** Hours are UTC, and say so. */
function datesOf(told: Told, language: 'fr' | 'en'): string | null {
  const words = DATES[language];
  const said = (['alertedAt', 'detectedAt', 'awareAt'] as const).flatMap((name) => {
    const at = told[name];
    return at === null ? [] : [`${words[name]} ${at.slice(0, 10)} ${at.slice(11, 16)} UTC`];
  });
  return said.length === 0 ? null : `${words.at} ${said.join(', ')}.`;
}
