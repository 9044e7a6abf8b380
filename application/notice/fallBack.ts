import type { Deliverable } from '../../domain/delivery/events';
import { resultOf } from '../../domain/delivery/failedAt';
import { isGone, type Outgoing, tellsItself } from '../../domain/delivery/outbox';
import { dueOf } from '../../domain/notice/case';
import { callAbout, wasCalledInVain } from '../../domain/notice/callAbout';
import type { EventOf } from '../../domain/notice/events';
import type { Notice, VersionState } from '../../domain/notice/fold';
import type { Role } from '../../domain/shared/roles';
import type { Context } from '../ports/ports';
import { freezeContactCall } from './freezeContactCall';
import type { FullCase } from './readCase';
import { recipientsOf } from './recipientsOf';
import { tellPeople } from './tellPeople';

const TOLD: Role[] = ['O', 'IM'];

/**
 * A mail, webhook or text message was refused or put off: another way is opened at once. The same contact is to be called, or the next one in
 * the contract's order who has a telephone; on-call and incident manager are told (domain rules section 7.3).
 */
export async function fallBack(
  ctx: Context,
  fullCase: FullCase,
  failedId: string,
): Promise<EventOf<'notice.fellBack'>['values']> {
  const failed = fullCase.notice.outbox.find(({ id }) => id === failedId);
  const due = dueOf(fullCase);
  const { deliverables: toPeople, ...how } = await tellPeople(ctx, fullCase, {
    id: `fallback-${failedId}`,
    roles: TOLD,
    task: 'checkDelivery',
    percent: null,
    startedAt: failed?.frozenAt ?? null,
    dueAt: due?.dueAt ?? null,
    detail: failed === undefined ? null : resultOf(failed),
  });
  return { failedId, roles: TOLD, ...how, deliverables: [...toPeople, ...(await callInstead(ctx, fullCase, failed))] };
}

/** Nobody is called twice about one version: who is already to be called, or was reached, needs no second task. */
async function callInstead(ctx: Context, fullCase: FullCase, failed: Outgoing | undefined): Promise<Deliverable[]> {
  const { notice } = fullCase;
  const version = notice.versions.find(({ deliverableIds }) => deliverableIds.some((id) => id === failed?.id));
  if (failed === undefined || version === undefined || isToldByMail(notice, version, failed)) return [];
  const contacts = recipientsOf(fullCase);
  const from = contacts.findIndex(({ id }) => id === failed.to.id);
  const contact = [...contacts.slice(Math.max(from, 0)), ...contacts].find(
    ({ id, phone }) => phone !== null && !wasCalledInVain(notice, version, id),
  );
  if (contact === undefined || callAbout(notice, version, contact.id) !== undefined) return [];
  const id = `${failed.id}-instead-${contact.id}-phone`;
  return [await freezeContactCall(ctx, fullCase, contact, { id, reason: 'deliveryFailed', version })];
}

/** What failed only led to the notice, and the notice itself went to the same contact. */
const isToldByMail = ({ outbox }: Notice, { deliverableIds }: VersionState, failed: Outgoing): boolean =>
  !tellsItself(failed) &&
  outbox.some(
    (one) =>
      deliverableIds.includes(one.id) &&
      (one.to.id === failed.to.id || failed.channel === 'exchange') && // an installation is no contact to call
      tellsItself(one) &&
      isGone(one),
  );
