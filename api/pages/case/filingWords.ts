import type { ControllerCase } from '../../../domain/controllerCase/case';
import type { Frame } from '../../../templates/pages/frame/frame';
import { momentWords } from '../../../templates/pages/frame/moment';
import { phrase } from '../../../templates/pages/words/word';
import { authorityName } from './authorityNames';

type Writing = Pick<Frame, 'language' | 'zone' | 'now'>;

/** What was filed and withdrawn, in the order of the journal. */
export const filingsOf = ({ authorities }: ControllerCase) =>
  authorities
    .flatMap(({ authorityId, filings, withdrawals }) => [
      ...filings.map(({ seq, type, sentAt, receiptNumber }) => ({ authorityId, seq, type, sentAt, receiptNumber })),
      ...withdrawals.map((withdrawn) => ({ authorityId, type: 'withdrawal' as const, ...withdrawn })),
    ])
    .toSorted((a, b) => a.seq - b.seq);

/** One of them in words: authority, type, number of its receipt, hour. */
export function filingWords(
  { authorityId, type, sentAt, receiptNumber: number }: ReturnType<typeof filingsOf>[number],
  frame: Writing,
): string {
  const say = (key: Parameters<typeof phrase>[1]) => phrase(frame.language, key);
  return [
    authorityName(authorityId),
    say({ key: `filing.${type}` }),
    say({ key: 'case.receipt', values: { number } }),
    momentWords(sentAt, frame, 'plain'),
  ].join(', ');
}
