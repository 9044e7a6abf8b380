import type { ContactTest } from '../../domain/agreement/contactTests';
import type { AgreementVersion } from '../../domain/agreement/fold';
import { newestSigned } from '../../domain/agreement/versions';
import { lastResult } from '../../domain/delivery/outbox';
import { done, refused, type Result } from '../../domain/shared/errors';
import { DAY_MS, plusMs } from '../../domain/shared/instant';
import { openTestLink, TEST_LINK_DAYS } from '../agreement/contactTestLinks';
import { changeSubject } from '../entries/changeSubject';
import { mayConfirmContact } from '../policies/agreement';
import type { Context, Ports } from '../ports/ports';

/** A test as its receiver sees it. `caught`: it never left, so that whoever reads it is no contact. */
export type SeenTest = {
  ctx: Context;
  agreementId: string;
  deliverableId: string;
  version: AgreementVersion;
  confirmedAt: string | null;
  caught: boolean;
};

/** What the link of a test opens. Reading changes nothing: scanners open links. */
export async function readContactTest(ports: Ports, token: string): Promise<Result<SeenTest>> {
  const opened = await openTestLink(ports, token);
  if (!opened.ok) return opened;
  const { orgId, agreementId, contactId, deliverableId } = opened.value;
  const agreement = await ports.projections.read(orgId, 'agreement', agreementId);
  const version = agreement && newestSigned(agreement);
  const test = agreement?.contactTests.find(({ last }) => last.deliverableId === deliverableId);
  const mail = agreement?.outbox.find(({ id }) => id === deliverableId);
  if (!version || test === undefined || mail === undefined) return refused({ code: 'link.unknown' });
  const expiresAt = plusMs(test.last.at, TEST_LINK_DAYS * DAY_MS);
  if (Date.parse(expiresAt) <= ports.now().getTime()) return refused({ code: 'link.expired' });
  const ctx: Context = { orgId, actor: { kind: 'guest', id: contactId }, roles: [], ports };
  const caught = lastResult(mail) === 'caught';
  return done({ ctx, agreementId, deliverableId: mail.id, version, confirmedAt: confirmedAt(test), caught });
}

const confirmedAt = ({ last, success }: ContactTest): string | null =>
  last.reached === true ? (success?.at ?? null) : null;

/** The contact says that the test reached it: once, however often the button is used. */
export async function confirmContact(ports: Ports, token: string): Promise<Result<{ seq: number }>> {
  const read = await readContactTest(ports, token);
  if (!read.ok) return read;
  const { ctx, agreementId, deliverableId, caught } = read.value;
  if (!mayConfirmContact(ctx)) return refused({ code: 'actor.forbidden' });
  if (caught) {
    const issues = [{ pointer: '', message: 'the test was caught and never left: nobody outside was reached' }];
    return refused({ code: 'input.invalid', issues });
  }
  const confirmed = await changeSubject(ctx, {
    kind: 'agreement',
    id: agreementId,
    key: `contactTest/${deliverableId}/confirmed`,
    request: { deliverableId, command: 'contact.confirm' },
    standing: 'addition',
    decide: () => done({ type: 'agreement.contactConfirmed', values: { deliverableId } }),
  });
  return confirmed.ok ? done({ seq: confirmed.value.entry.seq }) : confirmed;
}
