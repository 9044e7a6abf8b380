import { z } from 'zod';
import { planExercise } from '../../../application/exercise/planExercise';
import { zoneOf } from '../../../application/organisation/zoneOf';
import { mayPlanExercise } from '../../../application/policies/exercise';
import type { Context } from '../../../application/ports/ports';
import { PlanExercise } from '../../../domain/exercise/decide';
import { ScenarioId } from '../../../domain/exercise/scenario';
import type { Language } from '../../../domain/letters/head';
import { formPage } from '../../../templates/pages/formPage';
import { definePage } from '../../http/definePage';
import { OrgId } from '../../http/fields';
import { askedForm, readAnswers } from '../forms/asked';
import { explained, moment } from '../forms/kit';
import { again, openOnce, onceQuery } from '../forms/once';
import type { Question } from '../forms/question';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { agreementOptions, signedAgreements } from '../incident/around';

const PATTERN = '/o/{orgId}/exercises/new';
const USUAL = '60';

const questionsIn = async (ctx: Context, zone: string, language: Language): Promise<Question[]> => [
  {
    name: 'scenario',
    kind: 'pick',
    label: { key: 'exercises.scenario' },
    options: explained('exercises.scenario', ScenarioId.options),
    missing: 'err.choose',
  },
  {
    name: 'pace',
    kind: 'number',
    label: { key: 'exercises.pace' },
    hint: { key: 'exercises.paceHint' },
    start: USUAL,
  },
  {
    name: 'agreementIds',
    kind: 'checks',
    label: { key: 'exercises.agreements' },
    options: agreementOptions(await signedAgreements(ctx)),
    optional: true,
  },
  {
    name: 'language',
    kind: 'select',
    label: { key: 'exercises.language' },
    options: [
      { value: 'fr', label: 'Français' },
      { value: 'en', label: 'English' },
    ],
    start: language,
  },
  moment('startsAt', 'exercises.startsAt', zone, null, { optional: true }),
];

/** What is rehearsed, how fast, and from when. */
export const planPageOf = (house: PageHouse) =>
  definePage({
    path: PATTERN,
    audience: 'member',
    policy: mayPlanExercise,
    params: z.object({ orgId: OrgId }),
    query: z.object(onceQuery),
    async render(visit) {
      const madeAt = ({ id }: { id: string }): string => `/exercises/${id}`;
      const opened = await openOnce(visit, { pattern: PATTERN, path: '/exercises/new', madeAt });
      if ('led' in opened) return opened.led;
      const { key, action, here } = opened.form;
      const entered = await enterHouse(house, visit, null, here);
      if (!entered.ok) return entered;
      const { ctx, frame, names } = entered.value;
      return shownAs(
        formPage(frame, {
          ...askedForm(await questionsIn(ctx, frame.zone, frame.language), visit, { frame, names }),
          action,
          back: '/exercises',
          key,
          crumbs: [{ href: '/exercises', label: { key: 'exercises.title' } }],
          title: { key: 'exercises.plan' },
          intro: [{ key: 'exercises.planIntro' }, { key: 'exercises.lead' }],
          submit: { key: 'exercises.go' },
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params, language }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const zone = await zoneOf(ctx);
        const questions = await questionsIn(ctx, zone, language);
        const plan = readAnswers({ questions, raw, zone }, PlanExercise, (sheet) => ({
          scenario: sheet.text('scenario'),
          pace: Number(sheet.text('pace')),
          language: sheet.text('language'),
          startsAt: sheet.instantOr('startsAt'),
          agreementIds: sheet.ticked('agreementIds'),
        }));
        if (!plan.ok) return plan;
        const written = await planExercise({ ctx, input: { key, plan: plan.value } });
        if (!written.ok) return written;
        const made = `/o/${params.orgId}/exercises/${written.value.id}`;
        return goTo(written.value.created ? made : again(made));
      },
    },
  });
