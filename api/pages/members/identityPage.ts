import { z } from 'zod';
import { describeOrganisation } from '../../../application/organisation/describeOrganisation';
import { mayDescribe } from '../../../application/policies/organisation';
import { type Identity, NewIdentity } from '../../../domain/authority/identity';
import { Sector } from '../../../domain/authority/vocabulary';
import type { Language } from '../../../domain/letters/head';
import { saWord } from '../../../templates/authorityValue';
import { formPage } from '../../../templates/pages/formPage';
import { definePage } from '../../http/definePage';
import { OrgId } from '../../http/fields';
import { houseIn, houseQuestions } from '../case/recordHouse';
import { peopleIn, peopleQuestions } from '../case/recordPeople';
import { askedForm, readAnswers } from '../forms/asked';
import { orNone } from '../forms/kit';
import { saved } from '../forms/once';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';

const lines = ['siren', 'vatNumber', 'street', 'postcode', 'city'] as const;
const whose = ['representative'] as const;

function questionsOf(identity: Identity, language: Language): Question[] {
  const label = (field: string) => saWord(language, 'field', field);
  const sectors = Sector.options.map((value) => ({ value, label: saWord(language, 'sector', value) }));
  return [
    ...lines.map((name): Question => ({
      name,
      kind: 'text',
      label: label(name),
      optional: true,
      start: identity[name] ?? '',
    })),
    orNone({ name: 'sector', kind: 'select', label: label('sector'), options: sectors, start: identity.sector ?? '' }),
    ...houseQuestions(identity, language),
    ...peopleQuestions(identity, language, whose),
  ];
}

/** The whole of it: what was emptied is not known any more. */
const identityIn = (sheet: Sheet): Record<string, unknown> => ({
  ...Object.fromEntries(
    [...lines, 'sector' as const].flatMap((name) => (sheet.textOr(name) === null ? [] : [[name, sheet.text(name)]])),
  ),
  ...houseIn(sheet, {}),
  ...peopleIn(sheet, {}, whose),
});

/** "What does the authority ask of us, whatever the case?" */
export const identityPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/identity',
    audience: 'member',
    policy: mayDescribe,
    params: z.object({ orgId: OrgId }),
    async render(visit) {
      const entered = await enterHouse(house, visit, null, '/identity');
      if (!entered.ok) return entered;
      const { frame, names, organisation } = entered.value;
      return shownAs(
        formPage(frame, {
          ...askedForm(questionsOf(organisation.identity ?? {}, frame.language), visit, { frame, names }),
          action: '/identity',
          back: '/members',
          crumbs: [{ href: '/members', label: { key: 'members.title' } }],
          title: { key: 'identity.title' },
          intro: [{ key: 'identity.intro' }],
          submit: { key: 'ask.go' },
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params: { orgId } }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const asked = readAnswers({ questions: questionsOf({}, 'fr'), raw }, NewIdentity, identityIn);
        if (!asked.ok) return asked;
        const described = await describeOrganisation({ ctx, input: { key, identity: asked.value } });
        return described.ok ? goTo(saved(`/o/${orgId}/members`)) : described;
      },
    },
  });
