import { z } from 'zod';
import { mayOpenCase } from '../../application/policies/controllerCase';
import { mayCommand } from '../../application/policies/incident';
import type { Asker } from '../../application/policies/asker';
import { formPage } from '../../templates/pages/formPage';
import { definePage } from '../http/definePage';
import { OrgId } from '../http/fields';
import { askedForm, readAnswers } from './forms/asked';
import { explained } from './forms/kit';
import type { Question } from './forms/question';
import { enterHouse, goTo, shownAs } from './frame';
import type { PageHouse } from './house';

const PATH = '/received';
const WAYS = { controller: '/cases/received', processor: '/sub-notice' } as const;
const Answer = z.object({ as: z.enum(['controller', 'processor']) });

/** Management opens cases, and leaves a sub-processor's notice to who responds. */
const questionsFor = (asker: Asker): Question[] => [
  {
    name: 'as',
    kind: 'pick',
    label: { key: 'received.as' },
    options: explained('receivedAs', mayCommand(asker, 'subNotice.receive') ? Answer.shape.as.options : ['controller']),
    missing: 'err.choose',
  },
];

/** "We were sent a notice": who has to tell whom depends on what we are for these data, and only a person knows (ADR 0042). */
export const receivedPageOf = (house: PageHouse) =>
  definePage({
    path: `/o/{orgId}${PATH}`,
    audience: 'member',
    policy: mayOpenCase,
    params: z.object({ orgId: OrgId }),
    async render(visit) {
      const entered = await enterHouse(house, visit, 'cases', PATH);
      if (!entered.ok) return entered;
      const { ctx, frame, names } = entered.value;
      return shownAs(
        formPage(frame, {
          ...askedForm(questionsFor(ctx), visit, { frame, names }),
          action: PATH,
          back: '/cases',
          crumbs: [{ href: '/cases', label: { key: 'nav.cases' } }],
          title: { key: 'received.title' },
          intro: [{ key: 'received.intro' }],
          submit: { key: 'received.go' },
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params }, { form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const answer = readAnswers({ questions: questionsFor(ctx), raw }, Answer, ({ text }) => ({ as: text('as') }));
        return answer.ok ? goTo(`/o/${params.orgId}${WAYS[answer.value.as]}`) : answer;
      },
    },
  });
