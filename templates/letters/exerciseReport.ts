import type { ExerciseReportSheet } from '../../domain/letters/exerciseReport';
import { heading, note, paragraph, table } from '../blocks/build';
import { exerciseNote } from '../sections/marks';
import type { Speaker } from '../speaker';
import { markOf, type Sheet } from './sheet';

/** The report of an exercise on paper, table by table as its page shows it. */
export function exerciseReportSheet(data: ExerciseReportSheet, speaker: Speaker): Sheet {
  const { head, title, state, facts, points, tables, notes } = data;
  const { say } = speaker;
  return {
    subject: `${markOf(head, speaker)}${say('exerciseReport.title')} (${head.reference})`,
    title: `${say('exerciseReport.title')} · ${title}`,
    strap: [head.reference, head.sender, state].join(' · '),
    blocks: [
      ...exerciseNote(head, speaker),
      { kind: 'facts', rows: facts },
      heading(points),
      ...tables.flatMap((one) => [heading(one.title), table(one.head, one.rows)]),
      ...notes.flatMap((text) => paragraph(text)),
      note(say('exerciseReport.proof')),
    ],
  };
}
