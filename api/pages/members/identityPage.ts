import { describeOrganisation } from '../../../application/organisation/describeOrganisation';
import { mayDescribe } from '../../../application/policies/organisation';
import { type Identity, NewIdentity } from '../../../domain/authority/identity';
import { Sector } from '../../../domain/authority/vocabulary';
import type { Language } from '../../../domain/letters/head';
import { saWord } from '../../../templates/authorityValue';
import { houseIn, houseQuestions } from '../case/recordHouse';
import { peopleIn, peopleQuestions } from '../case/recordPeople';
import { orNone } from '../forms/kit';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';
import type { PageHouse } from '../house';
import { settingPage } from './settingPage';

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
  settingPage(house, {
    segment: 'identity',
    policy: mayDescribe,
    title: 'identity.title',
    intro: 'identity.intro',
    questions: (organisation, language) => questionsOf(organisation?.identity ?? {}, language),
    schema: NewIdentity,
    answers: identityIn,
    write: (ctx, { key, value: identity }) => describeOrganisation({ ctx, input: { key, identity } }),
  });
