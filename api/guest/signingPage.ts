import { z } from 'zod';
import { senderOf } from '../../application/agreement/contactAddressee';
import { signForController } from '../../application/agreement/signAmendment';
import { type Amendment, readAmendment } from '../../application/guest/readAmendment';
import { signingPage } from '../../templates/pages/outside';
import { definePage } from '../http/definePage';
import { readSheet } from '../pages/forms/sheet';
import { changesOf } from '../pages/contract/changes';
import { type AnyVisit, goTo, guestFrame, shownAs } from '../pages/frame';
import type { PageHouse } from '../pages/house';
import { acknowledgeQuestions, guestFields, guestForm } from './guestForms';
import { guestQuery, token } from './guestVisit';

/** An amendment for the controller's contact: what changes, its hash, and a signature by POST alone (duty S3-20). */
export const signingPageOf = (house: PageHouse) =>
  definePage({
    path: '/a/{token}',
    audience: 'guest',
    params: z.object({ token }),
    query: guestQuery,
    async render(visit) {
      const read = await readAmendment(visit.ports, visit.params.token);
      if (!read.ok) return read;
      const { version } = read.value;
      const language = visit.query.lang ?? version.language;
      const frame = { ...guestFrame(house, visit, version.timeZone), language };
      return shownAs(signingPage(frame, viewOf(read.value, frame, visit, `/a/${visit.params.token}`)));
    },
    act: {
      form: guestFields('name', 'function', 'documentHash'),
      async run({ ports, params }, { key, form: raw }) {
        const read = await readAmendment(ports, params.token);
        if (!read.ok) return read;
        const { ctx, link } = read.value;
        const sheet = readSheet(acknowledgeQuestions, raw, 'UTC');
        if (!sheet.ok) return { ok: false, error: { code: 'input.invalid', issues: [] } };
        const who = { name: sheet.sheet.text('name'), function: sheet.sheet.text('function') };
        const documentHash = raw['documentHash'] ?? '';
        const signed = await signForController({ ctx, input: { link, key, documentHash, ...who } });
        return signed.ok ? goTo(`/a/${params.token}`) : signed;
      },
    },
  });

function viewOf(
  { version, contact, agreement, changes }: Amendment,
  frame: Parameters<typeof signingPage>[0],
  visit: Pick<AnyVisit, 'refusal' | 'formKey'>,
  action: string,
): Parameters<typeof signingPage>[1] {
  const form = guestForm({ questions: acknowledgeQuestions, action, visit }, frame, contact);
  const signed = version.signatures.find(({ side }) => side === 'controller');
  return {
    action,
    key: form.key,
    fields: form.fields,
    faults: form.faults,
    sender: senderOf(version),
    controller: version.document?.controller.name ?? agreement.reference,
    reference: agreement.reference,
    version: version.version,
    inForceFrom: version.inForceFrom,
    hash: version.documentHash,
    changes: changesOf(changes, frame.language),
    signed: signed
      ? { at: signed.signedAt, name: signed.name ?? contact.name, function: signed.function ?? '–' }
      : null,
  };
}
