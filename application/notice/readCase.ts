import { unauthorisedIn } from '../../domain/agreement/authorisation';
import { allAgreements } from '../agreement/allAgreements';
import { contactsOf, type NoticeContact } from '../../domain/agreement/contacts';
import type { Agreement, AgreementVersion } from '../../domain/agreement/fold';
import type { Offers } from '../../domain/delivery/offers';
import { firmsIn } from '../../domain/incident/chains';
import type { Incident } from '../../domain/incident/incident';
import { type SubNotice, subNoticesFor } from '../../domain/incident/subNotice';
import { unsaidItems } from '../../domain/incident/unsaidItems';
import type { CaseSubNotice, NoticeCase } from '../../domain/notice/case';
import type { Notice } from '../../domain/notice/fold';
import { breachDay } from '../../domain/notice/breachDay';
import { judgingOf } from '../../domain/notice/judging';
import { underRelay } from '../../domain/notice/underRelay';
import { done, refused, type Result } from '../../domain/shared/errors';
import { readOnce } from '../entries/readOnce';
import { offersOf } from '../delivery/offersOf';
import { mayReadNotice } from '../policies/notice';
import type { Call, Context } from '../ports/ports';
import { areMailsCaught } from '../organisation/mailsCaught';

/**
 * A notice, its incident whole, its clock as it is for this notice, and the agreement version in force at t0. `others`: contacts whom another version names, and
 * whom a notice may have reached before its t0 was corrected.
 */
export type FullCase = Omit<NoticeCase, 'subNotices'> & {
  incident: Incident;
  /**
   * What sub-processors told of this controller's data, but for what was told before a breach was ruled out that this
   * notice is not about: all of theirs that it may say, and be reminded of.
   */
  subNotices: readonly (CaseSubNotice & SubNotice & { isTotal: boolean })[];
  /** On which firms processed when it was breached: whether they were authorised before is judged by it. `YYYY-MM-DD`. */
  breachDay: string;
  agreement: AgreementVersion & {
    id: string;
    seq: number;
    others: readonly NoticeContact[];
    /** Organisation of this installation that the controller is. */
    inside: string | null;
    /** Organisation of another installation that the controller is. */
    outside: Agreement['outside'];
  };
  /** What leaves from here to its contacts beside mails. */
  offers: Offers;
};

/** One notice as its entries, its incident's and its agreement's say now; none of the three can lag. */
export async function readCase({ ctx, input }: Call<{ noticeId: string }>): Promise<Result<FullCase>> {
  if (!mayReadNotice(ctx)) return refused({ code: 'actor.forbidden' });
  return loadCase(ctx, input.noticeId);
}

/** For use cases that have already let their actor in, and for guests whose link has been looked up. */
export async function loadCase(ctx: Context, noticeId: string): Promise<Result<FullCase>> {
  const notice = await ctx.ports.projections.read(ctx.orgId, 'notice', noticeId);
  return notice === null ? refused({ code: 'subject.unknown' }) : completeCase(ctx, notice);
}

/** What a notice's clock follows from. */
export type Surroundings = Promise<[Incident | null, Agreement | null]>;

/** Which two belong to a notice never changes: they may be read from what is remembered of it. */
export function readSurroundings({ orgId, ports }: Context, { opened }: Notice): Surroundings {
  const read = Promise.all([
    ports.projections.read(orgId, 'incident', opened.incidentId),
    ports.projections.read(orgId, 'agreement', opened.agreementId),
  ]);
  read.catch(() => undefined); // whoever waits for it hears of it; a notice that is refused before asks no more
  return read;
}

/** Up to so many contracts are read one by one, more of them as one list. */
const FEW = 20;
const MOST_UNREADABLE = 1000;

/** For whoever reads many: each incident and each agreement of `notices` is read once, however many of them stand on it. */
export function surroundingsOnce(ctx: Context, notices: readonly Notice[] = []): (notice: Notice) => Surroundings {
  const { orgId, ports } = ctx;
  const incidentOf = readOnce((id) => ports.projections.read(orgId, 'incident', id));
  const contracts = new Set(notices.map(({ opened }) => opened.agreementId));
  const listed = contracts.size > FEW ? readableAgreements(ctx) : null;
  listed?.catch(() => undefined); // whoever waits for it hears of it
  const agreementOf = readOnce(async (id) => (await listed)?.get(id) ?? ports.projections.read(orgId, 'agreement', id));
  return ({ opened }) => Promise.all([incidentOf(opened.incidentId), agreementOf(opened.agreementId)]);
}

/** Less those that a list shows as they were before an entry that this code cannot read: whoever asks for one hears of it. */
async function readableAgreements(ctx: Context): Promise<ReadonlyMap<string, Agreement>> {
  const unreadable = await ctx.ports.projections.unreadable(ctx.orgId, MOST_UNREADABLE);
  if (unreadable.length === MOST_UNREADABLE) return new Map(); // there may be more: each is read alone
  const left = new Set(unreadable.map(({ id }) => id));
  return new Map((await allAgreements(ctx)).flatMap((one) => (left.has(one.id) ? [] : [[one.id, one]])));
}

/** Joins a notice, read alone or from a list, with what its clock follows from. */
export async function completeCase(
  ctx: Context,
  notice: Notice,
  surroundings: Surroundings = readSurroundings(ctx, notice),
): Promise<Result<FullCase>> {
  const [incident, agreement] = await surroundings;
  if (incident === null || agreement === null) return refused({ code: 'subject.unknown' });
  return done(caseOf(ctx, await underThisRelay(ctx, notice), incident, agreement));
}

/** The case as this process remembers it, to prepare by; null where it does not. */
export async function rememberedCase(ctx: Context, noticeId: string): Promise<FullCase | null> {
  const { projections } = ctx.ports;
  const notice = projections.remembered(ctx.orgId, 'notice', noticeId);
  if (notice === null) return null;
  const incident = projections.remembered(ctx.orgId, 'incident', notice.opened.incidentId);
  const agreement = projections.remembered(ctx.orgId, 'agreement', notice.opened.agreementId);
  if (incident === null || agreement === null) return null;
  return caseOf(ctx, await underThisRelay(ctx, notice), incident, agreement);
}

function caseOf(ctx: Context, notice: Notice, incident: Incident, agreement: Agreement): FullCase {
  const { clock, version, pace, terms } = judgingOf(notice, incident, agreement);
  const told = subNoticesFor(incident, notice.opened.agreementId).filter(
    ({ seq }) => seq > endedBefore(notice, incident),
  );
  const day = breachDay({ incident, clock, agreementId: agreement.id, version: { ...version, terms } });
  return {
    notice,
    incident: { ...incident, clock },
    subNotices: told.map((said) => toldIn({ ...said, items: unsaidItems(told, said) }, version, day)),
    breachDay: day,
    agreement: {
      ...version,
      terms,
      pace,
      id: agreement.id,
      seq: agreement.seq,
      others: othersThan(version, agreement),
      inside: agreement.inside?.orgId ?? null,
      outside: agreement.outside,
    },
    offers: offersOf(ctx.ports, agreement),
  };
}

/** Entry that ruled the breach out before this notice was opened; what was told until then is no business of it. */
const endedBefore = ({ openedSeq }: Notice, { clockHistory }: Incident): number =>
  clockHistory.findLast(({ seq, after }) => seq < openedSeq && after.status === 'cancelled')?.seq ?? 0;

/** `authorised`: every firm of every chain, by the annex in force at t0, before the breach; a text that was erased names nobody any more. */
function toldIn(
  said: ReturnType<typeof subNoticesFor>[number],
  { document }: AgreementVersion,
  day: string,
): FullCase['subNotices'][number] {
  const authorised = document === null || unauthorisedIn(document, firmsIn(said), day).length === 0;
  return { ...said, recordedAt: said.at, authorised };
}

/** Each once, as the newest version names it. */
function othersThan(version: AgreementVersion, { versions }: Agreement): NoticeContact[] {
  const signed = versions.filter(({ state }) => state === 'SIGNED').toReversed();
  const named = signed.flatMap(contactsOf).filter(({ id }) => !version.contactIds.includes(id));
  return named.filter(({ id }, index) => named.findIndex((one) => one.id === id) === index);
}

/** The case with its notice as it stands after an entry; incident and agreement as they were read. */
export const withNotice = async (ctx: Context, fullCase: FullCase, notice: Notice | null): Promise<FullCase | null> =>
  notice === null ? null : { ...fullCase, notice: await underThisRelay(ctx, notice) };

const underThisRelay = async (ctx: Context, notice: Notice): Promise<Notice> =>
  (await areMailsCaught(ctx)) ? notice : underRelay(notice);
