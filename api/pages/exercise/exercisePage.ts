import { z } from 'zod';
import { readExercise } from '../../../application/exercise/readExercises';
import { witness } from '../../../application/exercise/witness';
import { mayPlanExercise, mayReadExercises } from '../../../application/policies/exercise';
import { clockRows } from '../../../domain/deadline/clockRows';
import { elsewhereIn } from '../../../domain/controllerCase/regimes';
import { calendarIn } from '../../../domain/controllerCase/place';
import { incidentOf } from '../../../domain/exercise/fold';
import { endsAt } from '../../../domain/exercise/nextMilestone';
import type { Witnessed } from '../../../domain/exercise/witnessed';
import { type ExerciseView, exercisePage } from '../../../templates/pages/exercise';
import { durationWords } from '../../../templates/pages/frame/duration';
import { reportNames } from '../../exercises/reportNames';
import { reportPaper } from '../../exercises/reportPaper';
import { reportView } from '../../exercises/reportView';
import { stageOf } from '../../exercises/stageOf';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { againQuery } from '../forms/once';
import { enterHouse, type Inside, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { lineOf } from '../rowWords';

/** One exercise, live: what was told, what runs, and its report so far; once concluded, the report that stands. */
export const exercisePageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/exercises/{exerciseId}',
    audience: 'member',
    policy: mayReadExercises,
    params: z.object({ orgId: OrgId, exerciseId: Id }),
    query: z.object(againQuery),
    async render(visit) {
      const { exerciseId } = visit.params;
      const path = `/exercises/${exerciseId}`;
      const entered = await enterHouse(house, visit, null, path);
      if (!entered.ok) return entered;
      const { ctx, frame } = entered.value;
      const read = await readExercise({ ctx, input: { exerciseId } });
      if (!read.ok) return read;
      const { exercise, report } = read.value;
      const seen = await witness(ctx, exercise);
      if (!seen.ok) return seen;
      const { planned, stage, stopped, concluded, reference, injected } = exercise;
      const isOver = stage !== 'PLANNED';
      const stands = (at: string): string =>
        durationWords((Date.parse(at) - Date.parse(planned.startsAt)) * planned.pace, frame.language);
      const until = stopped?.at ?? frame.now;
      const real = durationWords(Date.parse(until) - Date.parse(planned.startsAt), frame.language);
      const hasBegun = Date.parse(planned.startsAt) <= visit.now.getTime();
      const incidentId = incidentOf(exercise);
      return shownAs(
        exercisePage(frame, {
          reference,
          title: { key: `exercises.scenario.${planned.scenario}` },
          about: { key: `exercises.scenarioIs.${planned.scenario}` },
          stage: stageOf(exercise, visit.now),
          isOver,
          startsAt: planned.startsAt,
          endsAt: endsAt(exercise),
          since: hasBegun
            ? { key: 'exercises.sinceStands', values: { real, length: stands(until) } }
            : { key: 'exercises.notYet' },
          incident: incidentId === null ? null : `/incidents/${incidentId}`,
          caseLinks: seen.value.cases.map(({ id, reference: ref }) => ({
            href: `/cases/${id}`,
            ref: { key: 'exercises.openCase' as const, values: { ref } },
          })),
          stopHref: !isOver && mayPlanExercise(ctx) ? `${path}/stop` : null,
          told: injected.map(({ at, text }) => ({
            at,
            stands: { key: 'exercises.after', values: { length: stands(at) } },
            text: text ?? { key: 'exercises.erased' },
          })),
          clocks: isOver ? [] : clocksOf(entered.value, seen.value, visit.now),
          ...reportView(
            report,
            await reportNames(ctx, seen.value, visit.now),
            frame.language,
            isOver ? null : visit.now,
          ),
          hash: concluded?.reportHash ?? null,
          pdfHref: `${path}/report/pdf`,
        }),
      );
    },
  });

/** Its report on paper. */
export const reportPdfOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/exercises/{exerciseId}/report/pdf',
    audience: 'member',
    policy: mayReadExercises,
    params: z.object({ orgId: OrgId, exerciseId: Id }),
    async render(visit) {
      const { exerciseId } = visit.params;
      const entered = await enterHouse(house, visit, null, `/exercises/${exerciseId}`);
      if (!entered.ok) return entered;
      const { ctx, frame } = entered.value;
      return reportPaper(ctx, exerciseId, frame.language);
    },
  });

/** What burns of this exercise alone: it stands in no list of what is real. */
function clocksOf(inside: Inside, { incident, notices, cases }: Witnessed, now: Date): ExerciseView['clocks'] {
  const full = notices as unknown as Parameters<typeof lineOf>[1]['cases'];
  const zone = inside.organisation.timeZone;
  const place = { zone, calendar: inside.organisation.calendar ?? calendarIn(zone) };
  const own = incident?.ownProcessing ? cases.find(({ opened }) => opened.origin === 'own') : undefined;
  const incidents = incident === null ? [] : [incident];
  const elsewhere = new Map(own === undefined || incident === null ? [] : [[incident.id, elsewhereIn(own)]]);
  const rows = clockRows({ cases: notices, incidents, ours: cases, place, elsewhere }, now);
  const known = {
    cases: full,
    incidents: new Map(incidents.map((one) => [one.id, one])),
    ours: new Map(cases.map((one) => [one.id, one])),
  };
  return rows
    .filter(({ clock }) => clock.doneAt === null)
    .map((row) => {
      const { clock, what, href, forWhom } = lineOf(row, known, inside);
      return { clock, what, href, forWhom };
    });
}
