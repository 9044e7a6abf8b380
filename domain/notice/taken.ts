import { refused, type Result } from '../shared/errors';
import type { Command } from './commands';
import type { Notice } from './fold';
import { allowedFrom } from './transitions';

/**
 * What a contact says counts after the end too: nobody is told that it is too late to have read, or to be answered. Nor is
 * who has lost what was sent.
 */
const always: readonly Command['kind'][] = ['acknowledge', 'logCall', 'ask', 'answer', 'answerMeasure', 'replay'];

/** What a notice that has ended takes; one that was withdrawn is not opened again, as there was no breach. */
export const takenAfter = (life: Exclude<Notice['life'], 'OPEN'>): readonly Command['kind'][] =>
  life === 'CLOSED' ? [...always, 'reopen'] : always;

/** The refusal of a command that this state of a notice does not take, with what it takes. */
export function wrongState({ life, delivery }: Notice, command: string): Result<never> {
  const [state, allowed] = life === 'OPEN' ? [delivery, allowedFrom(delivery)] : [life, takenAfter(life)];
  return refused({ code: 'state.refused', state, command, allowed: [...new Set(allowed)] });
}
