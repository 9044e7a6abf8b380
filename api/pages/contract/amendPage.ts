import { z } from 'zod';
import { previewAmendment } from '../../../application/agreement/previewAmendment';
import { proposeAmendment } from '../../../application/agreement/proposeAmendment';
import { readAgreement } from '../../../application/agreement/readAgreement';
import { mayAmendAgreement } from '../../../application/policies/agreement';
import { AmendedAnnex1, documentHashOf } from '../../../domain/agreement/annex1';
import type { Agreement } from '../../../domain/agreement/fold';
import { newestSigned } from '../../../domain/agreement/versions';
import { contractFormPage } from '../../../templates/pages/contractForm';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { toIssues } from '../../http/issues';
import type { Raw } from '../forms/question';
import { refusedForm, revisionIn, revisionOf } from '../forms/refusal';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { changesOf } from './changes';
import { own } from './codec';
import type { Start } from './document';
import { ownNameWarning } from './ownName';
import { amendedParts } from './parts';
import { type Asked, byForm, fromFile, type Way } from './ways';

export const amendPages = (house: PageHouse) => [byForm, fromFile].map((way) => amendPage(house, way));

/** An amendment is the whole document as it will read: what it changes is shown first, and proposed when it is sent again. */
const amendPage = (house: PageHouse, way: Way) =>
  definePage({
    path: `/o/{orgId}/agreements/{agreementId}/amend${way.suffix}`,
    audience: 'member',
    policy: mayAmendAgreement,
    params: z.object({ orgId: OrgId, agreementId: Id }),
    async render(visit) {
      const path = `/agreements/${visit.params.agreementId}`;
      const entered = await enterHouse(house, visit, 'agreements', `${path}/amend${way.suffix}`);
      if (!entered.ok) return entered;
      const { ctx, frame, names, organisation } = entered.value;
      const read = await readAgreement({ ctx, input: { agreementId: visit.params.agreementId } });
      if (!read.ok) return read;
      const { agreement } = read.value;
      const asked = askedOf(agreement);
      const refused = refusedForm([], visit, frame.zone, frame, names);
      const drawn = way.draw(visit, asked, frame);
      const document = visit.refusal === null ? null : lookedAt(way, visit.refusal.form, asked);
      const seen = document && (await previewAmendment({ ctx, input: { agreement, document } }));
      const changes = seen?.ok ? changesOf(seen.value, frame.language) : null;
      const other = way === byForm ? fromFile : byForm;
      return shownAs(
        contractFormPage(frame, {
          action: `${path}/amend${way.suffix}`,
          back: path,
          key: visit.formKey,
          csrf: visit.csrf,
          revision: revisionOf(visit, agreement.decided),
          faults: drawn.faults.length > 0 ? drawn.faults : refused.summary,
          changed: refused.changed,
          crumbs: [{ href: path, label: agreement.reference }],
          title: { key: 'agreement.amend' },
          intro: [{ key: 'contract.amendIntro' }, { key: 'agreement.proposeIntro' }],
          other: { href: `${path}/amend${other.suffix}`, label: other.label },
          warnings: [ownNameWarning(document, organisation.name)].filter((one) => one !== null),
          parts: drawn.parts,
          changes,
          seen: document === null || changes === null ? null : documentHashOf(document),
          submit: { key: changes === null ? 'contract.look' : 'agreement.propose' },
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params: { agreementId, orgId } }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const read = await readAgreement({ ctx, input: { agreementId } });
        if (!read.ok) return read;
        const { agreement } = read.value;
        const asked = askedOf(agreement);
        if (way.isUnfinished(raw, asked)) return { ok: false, error: { code: 'form.filled' } };
        const document = AmendedAnnex1.safeParse(way.read(raw, asked));
        if (!document.success) {
          return { ok: false, error: { code: 'input.invalid', issues: toIssues(document.error.issues, way.under) } };
        }
        if (own(raw, 'seen') !== documentHashOf(document.data)) {
          const seen = await previewAmendment({ ctx, input: { agreement, document: document.data } });
          return seen.ok ? { ok: false, error: { code: 'form.filled' } } : seen;
        }
        const decided = revisionIn(raw);
        const input = { agreementId, key, document: document.data, ...(decided !== undefined && { decided }) };
        const proposed = await proposeAmendment({ ctx, input });
        return proposed.ok ? goTo(`/o/${orgId}/agreements/${agreementId}`) : proposed;
      },
    },
  });

/** The document as it was sent, where it is one; nobody looks at changes while rows are asked for. */
function lookedAt(way: Way, raw: Raw, asked: Asked): AmendedAnnex1 | null {
  if (way.isUnfinished(raw, asked)) return null;
  const document = AmendedAnnex1.safeParse(way.read(raw, asked));
  return document.success ? document.data : null;
}

/** The document in force with the next number; signatures are given anew. */
function askedOf(agreement: Agreement): Asked {
  const current = newestSigned(agreement);
  if (current?.document == null) return { parts: amendedParts, base: { version: 1 }, start: null, present: null };
  const { signatures: _signed, ...document } = current.document;
  const version = current.version + 1;
  return { parts: amendedParts, base: { version }, start: { ...document, version } as Start, present: document };
}
