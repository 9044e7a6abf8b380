import type { RegisterSheet } from '../../domain/letters/register';
import { heading, note } from '../blocks/build';
import { exerciseNote } from '../sections/marks';
import type { Speaker } from '../speaker';
import type { Sheet } from './sheet';

/** A register on paper, one part a row: some forty columns fit on no page side by side. */
export function registerSheet({ head, title, scope, notes, parts }: RegisterSheet, speaker: Speaker): Sheet {
  return {
    subject: title,
    title,
    strap: scope,
    blocks: [
      ...exerciseNote(head, speaker),
      ...notes.map((text) => note(text)),
      ...parts.flatMap((part) => [heading(part.title), { kind: 'facts' as const, rows: part.rows }]),
    ],
  };
}
