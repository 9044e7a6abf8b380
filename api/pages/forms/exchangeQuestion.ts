import { isExchangeUrl } from '../../../domain/exchange/exchangeUrl';
import type { Word } from '../../../templates/pages/words/word';
import type { Question } from './question';

/** Where the other side's own installation takes messages. */
export const exchangeQuestion = (hint: Word): Question => ({
  name: 'exchangeUrl',
  kind: 'text',
  label: { key: 'exchange.url' },
  hint: { key: hint },
  optional: true,
  check: (value) => (isExchangeUrl(value) ? null : 'err.exchangeUrl'),
});
