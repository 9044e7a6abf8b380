import type { Terms } from '../../domain/agreement/terms';
import type { Said } from '../../templates/pages/words/word';

/** From which instant a contract's hours run, said before anybody records one (domain rules section 3.3). */
export function limitWords({ breachNotice: { hours, from, confidentialityFromDetection } }: Terms): Said {
  const values = { length: { hours } };
  if (from === 'detection') return { key: 'limit.detection', values };
  return { key: confidentialityFromDetection ? 'limit.confidentiality' : 'limit.awareness', values };
}
