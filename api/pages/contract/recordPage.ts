import { z } from 'zod';
import { recordAgreement } from '../../../application/agreement/recordAgreement';
import { isFirstName } from '../../../application/organisation/firstNames';
import { readOrganisation } from '../../../application/organisation/readOrganisation';
import { mayRecordAgreement } from '../../../application/policies/agreement';
import { Annex1, documentHashOf } from '../../../domain/agreement/annex1';
import type { Organisation } from '../../../domain/organisation/fold';
import { contractFormPage } from '../../../templates/pages/contractForm';
import { definePage } from '../../http/definePage';
import { OrgId } from '../../http/fields';
import { toIssues } from '../../http/issues';
import { refusedForm } from '../forms/refusal';
import type { Raw } from '../forms/question';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { own } from './codec';
import { ownNameWarning } from './ownName';
import { recordedParts } from './parts';
import { type Asked, byForm, fromFile, type Way } from './ways';

const PATH = '/agreements/new';

export const recordAgreementPages = (house: PageHouse) => [byForm, fromFile].map((way) => recordPage(house, way));

/** A contract that both sides have signed on paper: every fault of it is listed, a name that is not ours is pointed out once. */
const recordPage = (house: PageHouse, way: Way) =>
  definePage({
    path: `/o/{orgId}${PATH}${way.suffix}`,
    audience: 'member',
    policy: mayRecordAgreement,
    params: z.object({ orgId: OrgId }),
    async render(visit) {
      const entered = await enterHouse(house, visit, 'agreements', `${PATH}${way.suffix}`);
      if (!entered.ok) return entered;
      const { frame, names, organisation } = entered.value;
      const asked = askedOf(way, organisation);
      const refused = refusedForm([], visit, frame.zone, frame, names);
      const drawn = way.draw(visit, asked, frame);
      const seen = visit.refusal === null ? null : documentOf(way, visit.refusal.form, asked);
      const document = seen?.success ? seen.data : null;
      const warning = ownNameWarning(document, organisation.name);
      const other = way === byForm ? fromFile : byForm;
      return shownAs(
        contractFormPage(frame, {
          action: `${PATH}${way.suffix}`,
          back: '/agreements',
          key: visit.formKey,
          csrf: visit.csrf,
          revision: null,
          faults: drawn.faults.length > 0 ? drawn.faults : refused.summary,
          changed: refused.changed,
          crumbs: [{ href: '/agreements', label: { key: 'nav.agreements' } }],
          title: { key: 'agreement.record' },
          intro: [{ key: 'agreement.recordIntro' }],
          other: { href: `${PATH}${other.suffix}`, label: other.label },
          warnings: warning === null ? [] : [warning, { key: 'contract.sendAnyway' }],
          parts: drawn.parts,
          changes: null,
          seen: document === null ? null : documentHashOf(document),
          submit: { key: 'agreement.recordGo' },
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params: { orgId } }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const organisation = await readOrganisation({ ctx });
        if (!organisation.ok) return organisation;
        const asked = askedOf(way, organisation.value);
        if (way.isUnfinished(raw, asked)) return { ok: false, error: { code: 'form.filled' } };
        const document = documentOf(way, raw, asked);
        if (!document.success) {
          return { ok: false, error: { code: 'input.invalid', issues: toIssues(document.error.issues, way.under) } };
        }
        const warning = ownNameWarning(document.data, organisation.value.name);
        if (warning !== null && own(raw, 'seen') !== documentHashOf(document.data)) {
          return { ok: false, error: { code: 'form.filled' } };
        }
        const recorded = await recordAgreement({ ctx, input: { key, document: document.data } });
        return recorded.ok ? goTo(`/o/${orgId}/agreements/${recorded.value.id}`) : recorded;
      },
    },
  });

const documentOf = (way: Way, raw: Raw, asked: Asked) => Annex1.safeParse(way.read(raw, asked));

/** What a new contract begins with: what the organisation is, and what most contracts say of technical things. */
function askedOf(way: Way, { name, language, timeZone }: Organisation): Asked {
  const base = { version: 1, signatures: [{ party: 'controller' }, { party: 'processor' }] };
  const start = {
    language,
    timeZone,
    calendar: 'FR-metropole',
    controller: { country: 'FR' },
    processor: { country: 'FR', ...(!isFirstName(name) && { name }) },
    exchange: { archiveFormat: '7z', cipher: 'AES-256' },
    terms: { protectiveNotice: { marginMinutes: 60 }, silenceClosesAfterDays: 30 },
  };
  return { parts: recordedParts, base, start: way === byForm ? start : null, present: null };
}
