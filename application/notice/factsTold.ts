import type { NoticeFacts } from '../../domain/exchange/noticeFacts';
import { factsFor } from '../../domain/incident/incident';
import { instantIn } from '../../domain/letters/writeInstant';
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
    at: 'Chez le sous-traitant\u00a0:',
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
    dates: datesOf(told, agreement),
  });
}

/** Hours of the contract's zone, with its offset: the words of the letter beside it, in its language. */
function datesOf(told: Told, { language, timeZone }: FullCase['agreement']): string | null {
  const words = DATES[language];
  const said = (['alertedAt', 'detectedAt', 'awareAt'] as const).flatMap((name) => {
    const at = told[name];
    return at === null ? [] : [`${words[name]} ${instantIn(at, language, timeZone)}`];
  });
  return said.length === 0 ? null : `${words.at} ${said.join(', ')}.`;
}
