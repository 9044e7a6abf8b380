import { setTimeout as sleep } from 'node:timers/promises';
import { Report } from '../../domain/exercise/reportValues';
import type { Api } from '../shell/api';
import type { Shell } from '../shell/shell';
import { duration } from '../shell/show';
import { printReport } from './printReport';
import { ExerciseRow } from './shapes';

const LOOK_EVERY_MS = 1_000;

/** Says what is told as it is told, until the exercise is over, then its report. The engine goes on without it. */
export async function follow(shell: Shell, api: Api, id: string, act: (row: ExerciseRow) => Promise<void>) {
  let shown = 0;
  for (;;) {
    const { body: row } = await api.get(`/exercises/${id}`, ExerciseRow);
    for (const { at, text } of row.told.slice(shown)) {
      const after = duration((Date.parse(at) - Date.parse(row.startsAt)) * row.pace, shell.language);
      shell.out(shell.say('exercise.told', { after, text: text ?? '–' }));
    }
    shown = row.told.length;
    if (row.stage === 'CONCLUDED') break;
    await act(row);
    await sleep(LOOK_EVERY_MS);
  }
  printReport(shell, (await api.get(`/exercises/${id}/report`, Report)).body);
}
