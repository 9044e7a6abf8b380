import { z } from 'zod';
import { readExercise } from '../../../application/exercise/readExercises';
import { stopExercise } from '../../../application/exercise/stopExercise';
import { mayPlanExercise } from '../../../application/policies/exercise';
import { StopExercise } from '../../../domain/exercise/decide';
import { formPage } from '../../../templates/pages/formPage';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { askedForm, readAnswers } from '../forms/asked';
import { area } from '../forms/kit';
import { openOnce, onceQuery } from '../forms/once';
import type { Question } from '../forms/question';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';

const PATTERN = '/o/{orgId}/exercises/{exerciseId}/stop';
const questions: readonly Question[] = [area('reason', 'exercises.stopWhy', { optional: true })];

/** Its clocks end, its report is written. */
export const stopPageOf = (house: PageHouse) =>
  definePage({
    path: PATTERN,
    audience: 'member',
    policy: mayPlanExercise,
    params: z.object({ orgId: OrgId, exerciseId: Id }),
    query: z.object(onceQuery),
    async render(visit) {
      const path = `/exercises/${visit.params.exerciseId}`;
      const opened = await openOnce(visit, { pattern: PATTERN, path: `${path}/stop`, madeAt: () => path });
      if ('led' in opened) return opened.led;
      const { key, action, here } = opened.form;
      const entered = await enterHouse(house, visit, null, here);
      if (!entered.ok) return entered;
      const { ctx, frame, names } = entered.value;
      const read = await readExercise({ ctx, input: { exerciseId: visit.params.exerciseId } });
      if (!read.ok) return read;
      const { reference, stage } = read.value.exercise;
      return shownAs(
        formPage(frame, {
          ...askedForm(questions, visit, { frame, names }),
          action,
          back: path,
          key,
          crumbs: [
            { href: '/exercises', label: { key: 'exercises.title' } },
            { href: path, label: reference },
          ],
          title: { key: 'exercises.stop' },
          intro: [{ key: 'exercises.stopIntro' }],
          submit: stage === 'PLANNED' ? { key: 'exercises.stop' } : null,
          grave: true,
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const stop = readAnswers({ questions, raw }, StopExercise, ({ textOr }) => ({ reason: textOr('reason') }));
        if (!stop.ok) return stop;
        const { orgId, exerciseId } = params;
        const written = await stopExercise({ ctx, input: { exerciseId, key, stop: stop.value } });
        return written.ok ? goTo(`/o/${orgId}/exercises/${exerciseId}`) : written;
      },
    },
  });
