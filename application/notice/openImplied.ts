import { isOver } from '../../domain/exercise/over';
import type { Incident } from '../../domain/incident/incident';
import type { NoticeOpened } from '../../domain/notice/events';
import { referenceFrom } from '../../domain/notice/reference';
import { done, refused, type Result } from '../../domain/shared/errors';
import { canonical } from '../../domain/shared/jcs';
import { appendEvent } from '../entries/appendEvent';
import { openOwn } from '../controllerCase/openOwn';
import { isSystem } from '../policies/asker';
import type { Call, Context } from '../ports/ports';
import { copyTold } from './copyTold';
import { guestLink } from './letterParts';
import { loadCase } from './readCase';
import { recipientsOf } from './recipientsOf';

/**
 * Opens what an incident implies: a notice to each controller that a breach touches or may touch, with what sub-processors
 * told of it in its draft, a report to each that is told of an incident, and the case of our own processing, which follows
 * its incident from then on. Keys are made from the incident, so doing it again, anywhere, is a no-op.
 *
 * @returns ids of the notices that exist for it now
 */
export async function openImplied({ ctx, input }: Call<{ incidentId: string }>): Promise<Result<string[]>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const incident = await ctx.ports.projections.read(ctx.orgId, 'incident', input.incidentId);
  if (incident === null) return refused({ code: 'subject.unknown' });
  // what fails on one side holds up nothing on the other: a mixed role runs both tracks (domain rules 7.2)
  const notices = openNotices(ctx, incident);
  await Promise.allSettled([notices]);
  const own = await openOwn({ ctx, input: incident });
  const opened = await notices; // what it threw, it throws here
  return own.ok ? opened : own;
}

async function openNotices(ctx: Context, incident: Incident): Promise<Result<string[]>> {
  const ids: string[] = [];
  for (const implied of impliedBy(incident)) {
    const opened = await open(ctx, incident, implied);
    if (!opened.ok) return opened;
    if (opened.value === null) continue;
    ids.push(opened.value);
    if (implied.purpose === 'incidentReport') continue;
    const copied = await copyTold(ctx, incident, opened.value);
    if (!copied.ok) return copied;
  }
  return done(ids);
}

type Implied = { key: string; purpose: NoticeOpened['purpose']; agreementId: string; causeSeq: number | null };

/** After a breach was ruled out, a new suspicion opens new notices: the old ones were withdrawn. */
function impliedBy(incident: Incident): Implied[] {
  const { id, clock, clockHistory, touched, told } = incident;
  const round = clockHistory.filter(({ after }) => after.status === 'cancelled').length;
  const isRunning = clock.status === 'provisional' || clock.status === 'confirmed';
  const forOthers = touched.filter(({ role }) => role !== 'controller');
  const notices = isRunning ? forOthers.map(({ agreementId }) => notice(id, agreementId, round)) : [];
  return [...notices, ...told.flatMap((one) => one.touched.map(({ agreementId }) => report(id, agreementId, one.seq)))];
}

const notice = (incidentId: string, agreementId: string, round: number): Implied => ({
  key: `incident/${incidentId}/notice/${agreementId}/${round}`,
  purpose: 'breach',
  agreementId,
  causeSeq: null,
});

const report = (incidentId: string, agreementId: string, seq: number): Implied => ({
  key: `incident/${incidentId}/report/${agreementId}/${seq}`,
  purpose: 'incidentReport',
  agreementId,
  causeSeq: seq,
});

async function open(
  ctx: Context,
  incident: Incident,
  { key, purpose, agreementId, causeSeq }: Implied,
): Promise<Result<string | null>> {
  const request = { incidentId: incident.id, agreementId, purpose };
  const known = await ctx.ports.journal.recall(ctx.orgId, key, canonical(request));
  if (!known.ok) return known;
  if (known.value !== null) return done(known.value.subject.id);
  if (isOver(incident)) return done(null);
  const agreement = await ctx.ports.projections.read(ctx.orgId, 'agreement', agreementId);
  if (agreement === null) return refused({ code: 'subject.unknown' });
  const { exercise } = incident.report;
  const reference = referenceFrom(ctx.ports.newNonce());
  const values: NoticeOpened = { ...request, reference, partyId: agreement.partyId, exercise, causeSeq };
  const noticeId = ctx.ports.newId();
  const appended = await appendEvent(ctx, {
    subject: { kind: 'notice', id: noticeId },
    key,
    request,
    event: { type: 'notice.opened', values },
    standing: { kind: 'decision', revision: 1 },
  });
  if (!appended.ok) return appended;
  if (appended.value.created) await makeLinks(ctx, noticeId);
  return done(appended.value.entry.subject.id);
}

/** Ahead of the sending, where each moment counts; which makes those that are missing. */
async function makeLinks(ctx: Context, noticeId: string): Promise<void> {
  const read = await loadCase(ctx, noticeId);
  if (read.ok) await Promise.all(recipientsOf(read.value).map(({ id }) => guestLink(ctx, noticeId, id)));
}
