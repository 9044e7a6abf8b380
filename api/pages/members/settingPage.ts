import { z } from 'zod';
import type { Asker } from '../../../application/policies/asker';
import type { Context } from '../../../application/ports/ports';
import type { Language } from '../../../domain/letters/head';
import type { Organisation } from '../../../domain/organisation/fold';
import type { Result } from '../../../domain/shared/errors';
import { formPage } from '../../../templates/pages/formPage';
import type { Word } from '../../../templates/pages/words/word';
import { definePage } from '../../http/definePage';
import { OrgId } from '../../http/fields';
import { askedForm, readAnswers } from '../forms/asked';
import { saved } from '../forms/once';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';

/** One thing that the organisation says of itself. `segment`: its page, `questions` of null: to read answers, not to show. */
type Setting<Said> = {
  segment: string;
  policy(asker: Asker): boolean;
  title: Word;
  intro: Word;
  questions(organisation: Organisation | null, language: Language): Question[];
  schema: z.ZodType<Said>;
  answers(sheet: Sheet): unknown;
  write(ctx: Context, said: { key: string; value: Said }): Promise<Result<unknown>>;
};

/** A form of the organisation's own, which leads back to its members' page. */
export const settingPage = <Said>(
  house: PageHouse,
  { segment, policy, title, intro, questions, schema, answers, write }: Setting<Said>,
) =>
  definePage({
    path: `/o/{orgId}/${segment}`,
    audience: 'member',
    policy,
    params: z.object({ orgId: OrgId }),
    async render(visit) {
      const entered = await enterHouse(house, visit, null, `/${segment}`);
      if (!entered.ok) return entered;
      const { frame, names, organisation } = entered.value;
      return shownAs(
        formPage(frame, {
          ...askedForm(questions(organisation, frame.language), visit, { frame, names }),
          action: `/${segment}`,
          back: '/members',
          crumbs: [{ href: '/members', label: { key: 'members.title' } }],
          title: { key: title },
          intro: [{ key: intro }],
          submit: { key: 'ask.go' },
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params: { orgId } }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const asked = readAnswers({ questions: questions(null, 'fr'), raw }, schema, answers);
        if (!asked.ok) return asked;
        const written = await write(ctx, { key, value: asked.value });
        return written.ok ? goTo(saved(`/o/${orgId}/members`)) : written;
      },
    },
  });
