import { passOnDue, passOnHours } from '../incident/subNotice';
import type { Role } from '../shared/roles';
import { type CaseSubNotice, dueOf, type NoticeCase } from './case';
import type { Rung } from './ladders';
import { percentRungs } from './percentRungs';

export type PassOn = CaseSubNotice & { dueAt: string; hours: number };

/**
 * What a sub-processor told with certainty and no version has carried since it was recorded, with the target for it
 * (domain rules 7.5: two hours from the receipt, a twelfth of a contract shorter than a day; the limit stays the contract's
 * own clock).
 */
export function waitingToPassOn(noticeCase: NoticeCase): PassOn[] {
  const { notice, agreement, subNotices } = noticeCase;
  if (dueOf(noticeCase) === null) return [];
  const toldMs = notice.versions
    .filter(({ items }) => items !== null)
    .reduce((latest, { frozenAt }) => Math.max(latest, Date.parse(frozenAt)), -Infinity);
  const { hours } = agreement.terms.breachNotice;
  return subNotices
    .filter(({ certain, recordedAt }) => certain && Date.parse(recordedAt) > toldMs)
    .map((said) => ({
      ...said,
      dueAt: passOnDue(said.receivedAt, hours, agreement.pace),
      hours: passOnHours(hours, agreement.pace),
    }));
}

/** The DPO hears at once of a sub-processor that this contract does not authorise (duty S3-16), once a notice of it. */
export const unauthorisedRungs = ({ subNotices }: NoticeCase): Rung[] =>
  subNotices
    .filter(({ authorised }) => !authorised)
    .map(({ place, recordedAt }) => {
      return { ladder: 'unauthorised', version: place, step: 1, roles: ['DPO'], atMs: Date.parse(recordedAt) };
    });

/** One ladder a sub-processor's notice; `version` is its place among all of the incident. */
export const passOnRungs = (noticeCase: NoticeCase, steps: readonly { percent: number; roles: Role[] }[]): Rung[] =>
  waitingToPassOn(noticeCase).flatMap(({ place, receivedAt, dueAt }) =>
    percentRungs('passOn', place, Date.parse(receivedAt), Date.parse(dueAt), steps),
  );
