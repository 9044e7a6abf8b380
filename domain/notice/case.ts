import type { CalendarId } from '../deadline/calendar';
import type { Terms } from '../agreement/terms';
import { type BreachClock, type Due, processorDue } from '../deadline/breachClock';
import type { Pace } from '../deadline/pace';
import { firstAcceptedAt, isGone, tellsItself } from '../delivery/outbox';
import { HOUR_MS, MINUTE_MS, plusMs } from '../shared/instant';
import { isCertainBelow, type SubNotice } from '../incident/subNotice';
import { newestVersion, type Notice, type VersionState } from './fold';

/** What a notice needs of its incident: nothing of its free text. */
export type CaseIncident = { seq: number; clock: BreachClock };

/** The agreement version in force at t0: a breach is judged by it (duty S3-20). */
export type CaseAgreement = {
  seq: number;
  version: number;
  /** At the pace of an exercise, where it is one. */
  terms: Terms;
  calendar: CalendarId;
  timeZone: string;
  /** How many times faster its clocks run, in an exercise. */
  pace?: Pace;
};

/** Something that a sub-processor told of this controller's data; `place` is its place among all of the incident, from 1. */
export type CaseSubNotice = {
  place: number;
  recordedAt: string;
  receivedAt: string;
  certain: boolean;
  seal: SubNotice['seal'];
  authorised: boolean;
};

/** A notice with what its clock follows from; folded together at each reading, so that none can lag behind. */
export type NoticeCase = {
  notice: Notice;
  incident: CaseIncident;
  agreement: CaseAgreement;
  subNotices: readonly CaseSubNotice[];
};

/** What a notice's limit follows from. */
type Judged = Pick<NoticeCase, 'notice'> & {
  incident: Pick<CaseIncident, 'clock'>;
  agreement: Pick<CaseAgreement, 'terms'>;
};

/** A sub-processor is certain of it, while our own clock waits for a person (rule E5): the words say the one, the limit the other. */
export const isToldCertain = ({ incident, subNotices }: Pick<NoticeCase, 'incident' | 'subNotices'>): boolean =>
  incident.clock.status === 'provisional' && isCertainBelow(subNotices);

/** Of a version: nobody was certain, neither we nor who told us. */
export const isSuspected = ({ provisional, toldCertain }: Pick<VersionState, 'provisional' | 'toldCertain'>): boolean =>
  provisional && !toldCertain;

const SUPPLEMENT_HOURS = 4;

/** Highest entry that this reading has seen. */
export const readSeqOf = ({ notice, incident, agreement }: NoticeCase): number =>
  Math.max(notice.seq, incident.seq, agreement.seq);

/** The contract's limit for telling this controller; null for a report, and when nothing runs. */
export function dueOf({ notice, incident, agreement }: Judged): Due | null {
  return notice.opened.purpose === 'breach' ? processorDue(incident.clock, agreement.terms) : null;
}

/** When the protective notice leaves by itself; null where the terms do not allow it. */
export function protectAt(noticeCase: NoticeCase): string | null {
  const due = dueOf(noticeCase);
  const { enabled } = noticeCase.agreement.terms.protectiveNotice;
  return due !== null && enabled ? plusMs(due.dueAt, -marginMs(noticeCase.agreement.terms)) : null;
}

export const marginMs = ({ protectiveNotice }: Terms): number => protectiveNotice.marginMinutes * MINUTE_MS;

/** First instant at which the newest version was accepted, or caught while no relay is set: from here ladders count. */
export function newestGoneAt({ versions, outbox }: Notice): string | null {
  const ids = newestVersion({ versions })?.deliverableIds ?? [];
  const gone = outbox
    .filter((outgoing) => ids.includes(outgoing.id) && tellsItself(outgoing) && isGone(outgoing))
    .flatMap(({ attempts }) => attempts)
    .flatMap(({ outcome }) => (outcome?.result === 'accepted' || outcome?.result === 'caught' ? [outcome.at] : []));
  return gone.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}

/** First instant at which a relay took any mail of a version; what was only caught was sent to nobody (invariant 13). */
export function sentAt({ outbox }: Pick<Notice, 'outbox'>, version: VersionState | null): string | null {
  return firstAcceptedAt(
    outbox.filter((one) => tellsItself(one) && (version?.deliverableIds.includes(one.id) ?? false)),
  );
}

/** What met the contract's clock was caught here, and told nobody. */
export function isOnlyCaught({ dischargedAt, versions, outbox }: Notice): boolean {
  const ids = versions.flatMap(({ deliverableIds }) => deliverableIds);
  return (
    dischargedAt !== null && firstAcceptedAt(outbox.filter((one) => tellsItself(one) && ids.includes(one.id))) === null
  );
}

/**
 * Confirmation, correction or new nature after a version has been frozen: a supplement is due four hours later.
 * Shorter contracts shorten it alike.
 */
export function supplementDue({ notice, incident, agreement }: NoticeCase): { fromMs: number; dueAt: string } | null {
  const version = newestVersion(notice);
  const { status, changedAt } = incident.clock;
  if (version === null || status !== 'confirmed' || changedAt === null) return null;
  if (notice.opened.purpose !== 'breach' || Date.parse(version.frozenAt) >= Date.parse(changedAt)) return null;
  const hours = Math.min(SUPPLEMENT_HOURS / (agreement.pace ?? 1), agreement.terms.breachNotice.hours / 6);
  return { fromMs: Date.parse(changedAt), dueAt: plusMs(changedAt, hours * HOUR_MS) };
}
