import { z } from 'zod';
import { proposeAmendment } from '../../application/agreement/proposeAmendment';
import { readAgreement } from '../../application/agreement/readAgreement';
import { mayAmendAgreement } from '../../application/policies/agreement';
import { AmendedAnnex1 } from '../../domain/agreement/annex1';
import type { Agreement } from '../../domain/agreement/fold';
import { newestSigned } from '../../domain/agreement/versions';
import { formPage } from '../../templates/pages/formPage';
import { definePage } from '../http/definePage';
import { Id, OrgId } from '../http/fields';
import { toIssues } from '../http/issues';
import { documentField, jsonIn } from './forms/documentField';
import { refusedForm, revisionIn, revisionOf } from './forms/refusal';
import { enterHouse, goTo, shownAs } from './frame';
import type { PageHouse } from './house';

/** An amendment is the whole document as it will read: shown as it stands, changed where it must. */
export const amendPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/agreements/{agreementId}/amend',
    audience: 'member',
    policy: mayAmendAgreement,
    params: z.object({ orgId: OrgId, agreementId: Id }),
    async render(visit) {
      const path = `/agreements/${visit.params.agreementId}`;
      const entered = await enterHouse(house, visit, 'agreements', `${path}/amend`);
      if (!entered.ok) return entered;
      const { ctx, frame, names } = entered.value;
      const read = await readAgreement({ ctx, input: { agreementId: visit.params.agreementId } });
      if (!read.ok) return read;
      const refused = refusedForm([], visit, frame.zone, frame, names);
      const words = { label: 'agreement.document', hint: 'agreement.documentHint' } as const;
      const { field, faults } = documentField(visit, { ...words, start: startOf(read.value.agreement) }, frame);
      return shownAs(
        formPage(frame, {
          action: `${path}/amend`,
          back: path,
          key: visit.formKey,
          csrf: visit.csrf,
          revision: revisionOf(visit, read.value.agreement.decided),
          faults: faults.length > 0 ? faults : refused.summary,
          changed: refused.changed,
          crumbs: [{ href: path, label: read.value.agreement.reference }],
          title: { key: 'agreement.amend' },
          intro: [{ key: 'agreement.proposeIntro' }],
          warning: null,
          fields: [field],
          submit: { key: 'agreement.propose' },
          grave: false,
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const { agreementId, orgId } = params;
        const document = AmendedAnnex1.safeParse(jsonIn(raw['document'] ?? ''));
        if (!document.success) {
          return { ok: false, error: { code: 'input.invalid', issues: toIssues(document.error.issues, ['document']) } };
        }
        const decided = revisionIn(raw);
        const input = { agreementId, key, document: document.data, ...(decided !== undefined && { decided }) };
        const proposed = await proposeAmendment({ ctx, input });
        return proposed.ok ? goTo(`/o/${orgId}/agreements/${agreementId}`) : proposed;
      },
    },
  });

/** The document in force with the next number; signatures are given anew. */
function startOf(agreement: Agreement): string {
  const current = newestSigned(agreement);
  if (current?.document == null) return '';
  const { signatures: _signed, ...document } = current.document;
  return JSON.stringify({ ...document, version: current.version + 1 }, null, 2);
}
