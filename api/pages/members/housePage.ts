import { z } from 'zod';
import { renameOrganisation } from '../../../application/organisation/renameOrganisation';
import { mayRename } from '../../../application/policies/organisation';
import { Line } from '../../../domain/shared/words';
import type { Question } from '../forms/question';
import type { PageHouse } from '../house';
import { settingPage } from './settingPage';

const question = (start: string): Question => ({
  name: 'name',
  kind: 'text',
  label: { key: 'members.legalName' },
  start,
});

const Name = z.object({ name: Line });

/** What the organisation is called, on every letter that leaves. */
export const housePageOf = (house: PageHouse) =>
  settingPage(house, {
    segment: 'name',
    policy: mayRename,
    title: 'members.house',
    intro: 'members.houseIntro',
    questions: (organisation) => [question(organisation?.name ?? '')],
    schema: Name,
    answers: ({ text }) => ({ name: text('name') }),
    write: (ctx, { key, value }) => renameOrganisation({ ctx, input: { key, ...value } }),
  });
