import { z } from 'zod';
import { recordAgreement } from '../../application/agreement/recordAgreement';
import { mayRecordAgreement } from '../../application/policies/agreement';
import { Annex1 } from '../../domain/agreement/annex1';
import { formPage } from '../../templates/pages/formPage';
import { definePage } from '../http/definePage';
import { OrgId } from '../http/fields';
import { toIssues } from '../http/issues';
import { documentField, jsonIn } from './forms/documentField';
import { refusedForm } from './forms/refusal';
import { enterHouse, goTo, shownAs } from './frame';
import type { PageHouse } from './house';

/** A contract that both sides have signed on paper, taken as the JSON of its Annex 1; every fault of it is listed. */
export const recordAgreementPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/agreements/new',
    audience: 'member',
    policy: mayRecordAgreement,
    params: z.object({ orgId: OrgId }),
    async render(visit) {
      const entered = await enterHouse(house, visit, 'agreements', '/agreements/new');
      if (!entered.ok) return entered;
      const { frame, names } = entered.value;
      const refused = refusedForm([], visit, frame.zone, frame, names);
      const words = { label: 'agreement.annex', hint: 'agreement.annexHint', start: '' } as const;
      const { field, faults } = documentField(visit, words, frame);
      return shownAs(
        formPage(frame, {
          action: '/agreements/new',
          back: '/agreements',
          key: visit.formKey,
          csrf: visit.csrf,
          revision: null,
          faults: faults.length > 0 ? faults : refused.summary,
          changed: refused.changed,
          crumbs: [{ href: '/agreements', label: { key: 'nav.agreements' } }],
          title: { key: 'agreement.record' },
          intro: [{ key: 'agreement.recordIntro' }],
          warning: null,
          fields: [field],
          submit: { key: 'agreement.recordGo' },
          grave: false,
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params: { orgId } }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const document = Annex1.safeParse(jsonIn(raw['document'] ?? ''));
        if (!document.success) {
          return { ok: false, error: { code: 'input.invalid', issues: toIssues(document.error.issues, ['document']) } };
        }
        const recorded = await recordAgreement({ ctx, input: { key, document: document.data } });
        return recorded.ok ? goTo(`/o/${orgId}/agreements/${recorded.value.id}`) : recorded;
      },
    },
  });
