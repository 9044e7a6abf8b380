import { z } from 'zod';
import { renameOrganisation } from '../../../application/organisation/renameOrganisation';
import { mayRename } from '../../../application/policies/organisation';
import { Line } from '../../../domain/shared/words';
import { formPage } from '../../../templates/pages/formPage';
import { definePage } from '../../http/definePage';
import { OrgId } from '../../http/fields';
import { toIssues } from '../../http/issues';
import { saved } from '../forms/once';
import { fieldOf, type Question } from '../forms/question';
import { refusedForm } from '../forms/refusal';
import { readSheet } from '../forms/sheet';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';

const question = (start: string): Question => ({
  name: 'name',
  kind: 'text',
  label: { key: 'members.legalName' },
  start,
});

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
      const asked = question(organisation.name);
      const refused = refusedForm([asked], visit, frame.zone, frame, names);
      return shownAs(
        formPage(frame, {
          action: '/name',
          back: '/members',
          key: visit.formKey,
          csrf: visit.csrf,
          revision: null,
          faults: refused.summary,
          changed: refused.changed,
          crumbs: [{ href: '/members', label: { key: 'members.title' } }],
          title: { key: 'members.house' },
          intro: [{ key: 'members.houseIntro' }],
          warning: null,
          fields: [fieldOf(asked, refused.raw, frame.zone, refused.errorAt('name'))],
          submit: { key: 'ask.go' },
          grave: false,
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params: { orgId } }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const sheet = readSheet([question('')], raw, 'UTC');
        if (!sheet.ok) return { ok: false, error: { code: 'input.invalid', issues: [] } };
        const name = Line.safeParse(sheet.sheet.text('name'));
        if (!name.success) {
          return { ok: false, error: { code: 'input.invalid', issues: toIssues(name.error.issues, ['name']) } };
        }
        const renamed = await renameOrganisation({ ctx, input: { key, name: name.data } });
        return renamed.ok ? goTo(saved(`/o/${orgId}/members`)) : renamed;
      },
    },
  });
