import type { RecordNeed } from '../../domain/controllerCase/recordRegion';
import type { Report } from '../../domain/exercise/reportValues';
import { word } from '../../templates/pages/words/word';
import type { Shell } from '../shell/shell';
import { duration, table } from '../shell/show';

/** The report of an exercise at the terminal: each step with its time, in the time that it stands for. */
export function printReport({ out, language, say }: Shell, report: Report): void {
  const stands = (from: string | null, to: string | null): string =>
    from === null || to === null ? '–' : duration((Date.parse(to) - Date.parse(from)) * report.pace, language);
  const w = (key: Parameters<typeof word>[1]): string => word(language, key, {});
  const rows = report.lines.map(({ step, startedAt, doneAt, targetAt, verdict, points, most }) => [
    w(`exercises.step.${step}`),
    stands(startedAt, doneAt),
    stands(startedAt, targetAt),
    w(`exercises.verdict.${verdict}`),
    most === 0 ? '–' : `${points}/${most}`,
  ]);
  const head = [
    'exercises.step',
    'exercises.took',
    'exercises.target',
    'exercises.verdict',
    'exercises.score',
  ] as const;
  out(table(head.map(w), rows));
  for (const { first, last, automatic, told, wouldBeTold } of report.notices) {
    const open = Object.entries(last ?? {}).flatMap(([name, state]) =>
      state === 'missing' || state === 'toFollow' ? [name] : [],
    );
    const lacked =
      first === null
        ? w('exercises.nothing')
        : open.length === 0
          ? w('exercises.whole')
          : word(language, 'exercises.lacked', { items: open.join(', ') });
    out(
      say('exercise.notice', {
        how: automatic ? w('exercises.automatic') : lacked,
        told: told.length,
        would: wouldBeTold.length,
      }),
    );
  }
  const fields = (open: readonly RecordNeed[]): string =>
    open.map((field) => w(`recordNeed.${field}`)).join(', ') || w('exercises.fieldsNone');
  for (const { risk, first, last, owed } of report.cases ?? []) {
    out(
      say('exercise.case', {
        risk: w(risk === null ? 'exercises.undecided' : `risk.${risk}`),
        first: first === null ? w('exercises.untold') : fields(first),
        last: fields(last),
        owed: owed.map((what) => w(`exercises.owed.${what}`)).join(', ') || w('exercises.owed.none'),
      }),
    );
  }
  const silent = report.people.filter(({ acts }) => acts === 0).length;
  out(say('exercise.people', { acted: report.people.length - silent, silent, reminders: report.reminders.length }));
  out(word(language, 'exercises.points', { score: report.score, most: report.most }));
}
