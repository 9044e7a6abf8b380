import { z } from 'zod';
import { issueWebhookSecret } from '../../application/agreement/issueWebhookSecret';
import { readAgreement } from '../../application/agreement/readAgreement';
import { mayIssueWebhookSecret } from '../../application/policies/agreement';
import { contactsOf } from '../../domain/agreement/contacts';
import type { Agreement } from '../../domain/agreement/fold';
import { newestSigned } from '../../domain/agreement/versions';
import { formPage } from '../../templates/pages/formPage';
import type { Frame } from '../../templates/pages/frame/frame';
import { momentWords } from '../../templates/pages/frame/moment';
import type { Option } from '../../templates/pages/parts/form';
import { definePage } from '../http/definePage';
import { Id, OrgId } from '../http/fields';
import { fieldOf, type Question } from './forms/question';
import { refusedForm } from './forms/refusal';
import { type AnyVisit, enterHouse, shownAs } from './frame';
import type { PageHouse } from './house';

const params = z.object({ orgId: OrgId, agreementId: Id });
type Visit = AnyVisit & { params: z.infer<typeof params> };

/** What the form has just made: a secret, or none where it had made one before. */
type Made = { secret: string | null } | null;

/** Secrets of webhooks: made here, shown on the answer to the form and never again. */
export const webhooksPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/agreements/{agreementId}/webhooks',
    audience: 'member',
    policy: mayIssueWebhookSecret,
    params,
    render: (visit) => show(house, visit, null),
    act: {
      form: z.record(z.string(), z.string()),
      async run(visit, { key, form }) {
        const { ctx } = visit;
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const { agreementId } = visit.params;
        const contactId = Object.hasOwn(form, 'contactId') ? (form['contactId'] ?? '') : '';
        const issued = await issueWebhookSecret({ ctx, input: { key, agreementId, contactId } });
        return issued.ok ? show(house, visit, { secret: issued.value.secret }) : issued;
      },
    },
  });

async function show(house: PageHouse, visit: Visit, made: Made) {
  const path = `/agreements/${visit.params.agreementId}`;
  const entered = await enterHouse(house, visit, 'agreements', `${path}/webhooks`);
  if (!entered.ok) return entered;
  const { ctx, frame, names } = entered.value;
  const read = await readAgreement({ ctx, input: { agreementId: visit.params.agreementId } });
  if (!read.ok) return read;
  const { agreement } = read.value;
  const options = contactsWithAddress(agreement, frame);
  const question: Question = { name: 'contactId', kind: 'select', label: { key: 'webhooks.contact' }, options };
  const refused = refusedForm([question], visit, frame.zone, frame, names);
  return shownAs(
    formPage(frame, {
      action: `${path}/webhooks`,
      back: path,
      key: visit.formKey,
      csrf: visit.csrf,
      revision: null,
      faults: refused.summary,
      changed: made !== null && made.secret === null ? { key: 'webhooks.lost' } : refused.changed,
      crumbs: [{ href: path, label: agreement.reference }],
      title: { key: 'webhooks.title' },
      intro:
        options.length === 0 ? [{ key: 'webhooks.none' }] : [{ key: 'webhooks.intro' }, { key: 'webhooks.earlier' }],
      warning: null,
      secret: made?.secret ?? null,
      fields: options.length === 0 ? [] : [fieldOf(question, refused.raw, frame.zone, refused.errorAt(question.name))],
      submit: options.length === 0 ? null : { key: 'webhooks.make' },
      grave: false,
    }),
  );
}

/** Contacts of the version that both sides signed last, each with when its secret was made. */
function contactsWithAddress(agreement: Agreement, frame: Frame): Option[] {
  const current = newestSigned(agreement);
  const contacts = current === null ? [] : contactsOf(current).filter(({ webhookUrl }) => webhookUrl !== null);
  return contacts.map(({ id, name: who }) => {
    const issuedAt = agreement.secrets.find(({ contactId }) => contactId === id)?.issuedAt;
    return {
      value: id,
      label:
        issuedAt === undefined
          ? { key: 'webhooks.never', values: { who } }
          : { key: 'webhooks.since', values: { who, at: momentWords(issuedAt, frame, 'full') } },
    };
  });
}
