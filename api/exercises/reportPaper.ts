import { readExercise } from '../../application/exercise/readExercises';
import { witness } from '../../application/exercise/witness';
import { plainHead } from '../../application/organisation/plainHead';
import { readOrganisation } from '../../application/organisation/readOrganisation';
import { PDF } from '../../application/ports/documents';
import type { Context } from '../../application/ports/ports';
import type { Exercise } from '../../domain/exercise/fold';
import { endsAt } from '../../domain/exercise/nextMilestone';
import type { ExerciseReportSheet } from '../../domain/letters/exerciseReport';
import type { Language } from '../../domain/letters/head';
import type { Result } from '../../domain/shared/errors';
import { durationWords } from '../../templates/pages/frame/duration';
import { momentWords } from '../../templates/pages/frame/moment';
import { countWords, phrase, type Said, type Word } from '../../templates/pages/words/word';
import type { PaperFile } from '../authority/paper';
import { stageOf } from './stageOf';
import { reportNames } from './reportNames';
import { reportView } from './reportView';

/**
 * The report of an exercise as tagged PDF (PDF/UA-1): so far while it goes on; concluded, it bears the instant of its end and
 * the hash that the journal holds.
 */
export async function reportPaper(ctx: Context, exerciseId: string, language: Language): Promise<Result<PaperFile>> {
  const read = await readExercise({ ctx, input: { exerciseId } });
  if (!read.ok) return read;
  const organisation = await readOrganisation({ ctx });
  if (!organisation.ok) return organisation;
  const { exercise, report } = read.value;
  const seen = await witness(ctx, exercise);
  if (!seen.ok) return seen;
  const { reference, planned, stage, stopped, concluded } = exercise;
  const { name: sender, timeZone: zone } = organisation.value;
  const now = ctx.ports.now();
  const runsAt = stage === 'PLANNED' ? now : null;
  const view = reportView(report, await reportNames(ctx, seen.value, now), language, runsAt);
  const say = (said: Said): string => phrase(language, said);
  const when = (at: string): string => momentWords(at, { zone, language, now: now.toISOString() }, 'long');
  const fact = (key: Word, value: Said) => ({ term: say({ key }), value: say(value) });
  const head = plainHead({ reference, zone, sender, now: concluded === null ? now : new Date(concluded.at) });
  const { pdf } = await ctx.ports.texts.render('exerciseReport', language, {
    head: { ...head, exercise: true },
    title: say({ key: `exercises.scenario.${planned.scenario}` }),
    state: say(stageOf(exercise, now)),
    facts: [
      fact('exercises.scenario', { key: `exercises.scenarioIs.${planned.scenario}` }),
      fact('exercises.start', when(planned.startsAt)),
      fact('exercises.ended', when(stopped?.at ?? endsAt(exercise))),
      fact('exercises.pace', {
        key: 'exercises.paceIs',
        values: { pace: String(planned.pace), length: durationWords(planned.pace * 1_000, language) },
      }),
    ],
    points: say(view.points),
    tables: [...toldTable(exercise, language, say), ...tablesOf(view, say)],
    notes: [
      view.reminders === 0
        ? say({ key: 'exercises.noReminder' })
        : countWords(language, view.reminders, { one: 'exercises.reminder', many: 'exercises.reminders' }),
      say(view.outside),
      ...(concluded === null ? [] : [say({ key: 'exercises.reportHashIs', values: { hash: concluded.reportHash } })]),
    ],
  });
  if (pdf === null) throw new Error('the PDF of the report could not be printed');
  return { ok: true, value: { bytes: pdf, fileName: `${reference}.${language}.pdf`, mediaType: PDF } };
}

type Say = (said: Said) => string;

/** What the team was told, and when in the time that the exercise stands for: without it nobody can judge what it did. */
function toldTable({ injected, planned }: Exercise, language: Language, say: Say): ExerciseReportSheet['tables'] {
  if (injected.length === 0) return [];
  const stands = (at: string): string =>
    durationWords((Date.parse(at) - Date.parse(planned.startsAt)) * planned.pace, language);
  return [
    {
      title: say({ key: 'exercises.told' }),
      head: [say({ key: 'exercises.toldAfter' }), say({ key: 'exercises.toldWhat' })],
      rows: injected.map(({ at, text }) => [stands(at), text ?? say({ key: 'exercises.erased' })]),
    },
  ];
}

/** As the page has them; a table of nothing is left out. */
function tablesOf(
  { steps, notices, cases, people }: ReturnType<typeof reportView>,
  say: Say,
): ExerciseReportSheet['tables'] {
  const heads = (...keys: Word[]) => keys.map((key) => say({ key }));
  const all = [
    {
      title: say({ key: 'exercises.pointsHow' }),
      head: heads(
        'exercises.step',
        'exercises.for',
        'exercises.took',
        'exercises.target',
        'exercises.verdict',
        'exercises.score',
        'exercises.by',
      ),
      rows: steps.map(({ step, forWhom, took, target, verdict, points, by }) => [
        say(step),
        forWhom === null ? '–' : say(forWhom),
        took ?? '–',
        target ?? '–',
        say(verdict),
        points,
        by ?? '–',
      ]),
    },
    {
      title: say({ key: 'exercises.items' }),
      head: heads(
        'exercises.controller',
        'exercises.first',
        'exercises.last',
        'exercises.wasTold',
        'exercises.wouldBeTold',
      ),
      rows: notices.map(({ controller, first, last, told, wouldBeTold }) => [
        controller,
        say(first),
        say(last),
        told,
        wouldBeTold,
      ]),
    },
    {
      title: say({ key: 'exercises.cases' }),
      head: heads(
        'exercises.case',
        'exercises.caseRisk',
        'exercises.caseTold',
        'exercises.caseLast',
        'exercises.caseOwed',
      ),
      rows: cases.map(({ what, risk, first, last, owed }) => [what, ...[risk, first, last, owed].map(say)]),
    },
    {
      title: say({ key: 'exercises.people' }),
      head: heads('exercises.person', 'exercises.mails', 'exercises.acts', 'exercises.reacted'),
      rows: people.map(({ name, told, acts, after }) => [
        name,
        String(told),
        String(acts),
        after ?? say({ key: 'exercises.silent' }),
      ]),
    },
  ];
  return all.filter(({ rows }) => rows.length > 0);
}
