import { z } from 'zod';
import { renameOrganisation } from '../../../application/organisation/renameOrganisation';
import { mayRename } from '../../../application/policies/organisation';
import { Line } from '../../../domain/shared/words';
import { formPage } from '../../../templates/pages/formPage';
import { definePage } from '../../http/definePage';
import { OrgId } from '../../http/fields';
import { saved } from '../forms/once';
import { askedForm, readAnswers } from '../forms/asked';
import type { Question } from '../forms/question';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';

const question = (start: string): Question => ({
  name: 'name',
  kind: 'text',
  label: { key: 'members.legalName' },
  start,
});

const Name = z.object({ name: Line });

/** What the organisation is called, on every letter that leaves. */
export const housePageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/name',
    audience: 'member',
    policy: mayRename,
    params: z.object({ orgId: OrgId }),
    async render(visit) {
      const entered = await enterHouse(house, visit, null, '/name');
      if (!entered.ok) return entered;
      const { frame, names, organisation } = entered.value;
      return shownAs(
        formPage(frame, {
          ...askedForm([question(organisation.name)], visit, { frame, names }),
          action: '/name',
          back: '/members',
          crumbs: [{ href: '/members', label: { key: 'members.title' } }],
          title: { key: 'members.house' },
          intro: [{ key: 'members.houseIntro' }],
          submit: { key: 'ask.go' },
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params: { orgId } }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const asked = readAnswers({ questions: [question('')], raw }, Name, ({ text }) => ({ name: text('name') }));
        if (!asked.ok) return asked;
        const renamed = await renameOrganisation({ ctx, input: { key, ...asked.value } });
        return renamed.ok ? goTo(saved(`/o/${orgId}/members`)) : renamed;
      },
    },
  });
