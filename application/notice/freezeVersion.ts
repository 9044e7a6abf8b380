import type { NoticeContact } from '../../domain/agreement/contacts';
import type { Deliverable } from '../../domain/delivery/events';
import { dueOf } from '../../domain/notice/case';
import type { VersionText } from '../../domain/notice/decideVersion';
import type { Version } from '../../domain/notice/events';
import { freezeMail } from '../delivery/freezeMail';
import type { Context } from '../ports/ports';
import { freezeContactCall } from './freezeContactCall';
import { guestLink, toldOf } from './letterParts';
import type { FullCase } from './readCase';
import { recipientsOf, wayOf } from './recipientsOf';
import { type Copy, versionLetter } from './versionLetter';

/** A version with the exact bytes that each contact will get: one mail each, a call where there is no address. */
export async function freezeVersion(ctx: Context, fullCase: FullCase, version: VersionText): Promise<Version> {
  const { agreement, incident } = fullCase;
  const due = dueOf(fullCase);
  const shared = await sharedBy(ctx, version);
  const deliverables: Deliverable[] = [];
  const pdfs: Version['pdfs'] = [];
  for (const recipient of recipientsOf(fullCase)) {
    const copy = { ...shared, recipient, link: await guestLink(ctx, fullCase.notice.id, recipient.id) };
    const frozen = await freezeCopy(ctx, fullCase, version, copy);
    if (frozen === null) continue;
    deliverables.push(frozen.deliverable);
    if (frozen.pdfId !== null) pdfs.push({ contactId: recipient.id, pdfId: frozen.pdfId });
  }
  return {
    ...version,
    text: null,
    told: toldOf(fullCase),
    agreementVersion: agreement.version,
    t0: due?.t0 ?? incident.clock.awareAt,
    dueAt: due?.dueAt ?? null,
    pdfs,
    checkpointHash: shared.checkpoint,
    deliverables,
  };
}

/** What every copy of a version says alike. */
export const sharedBy = async (ctx: Context, version: VersionText): Promise<Omit<Copy, 'recipient' | 'link'>> => ({
  author: await authorOf(ctx, version),
  checkpoint: await ctx.ports.checkpoints.newestHash(ctx.orgId),
  now: ctx.ports.now(),
});

type Frozen = { deliverable: Deliverable; pdfId: string | null };

async function freezeCopy(ctx: Context, fullCase: FullCase, version: VersionText, copy: Copy): Promise<Frozen | null> {
  const { recipient, now } = copy;
  const { notice, agreement } = fullCase;
  const way = wayOf(recipient);
  if (way === null) return null;
  if (way.channel === 'phone') {
    const id = `v${version.number}-${recipient.id}-phone`;
    return { deliverable: await freezeContactCall(ctx, fullCase, recipient, { id, reason: 'channel' }), pdfId: null };
  }
  const { name, data } = versionLetter(fullCase, version, copy);
  const rendered = await ctx.ports.texts.render(name, agreement.language, data);
  const { pdf } = rendered;
  const deliverable = await freezeMail(ctx, notice.id, {
    id: `v${version.number}-${recipient.id}-email`,
    to: { kind: 'contact', id: recipient.id },
    address: way.address,
    rendered,
    language: agreement.language,
    date: now,
    attachment:
      pdf === null ? undefined : { filename: `${notice.opened.reference}-v${version.number}.pdf`, bytes: pdf },
  });
  return { deliverable, pdfId: pdf === null ? null : await storePdf(ctx, notice.id, recipient, pdf) };
}

function storePdf(
  { orgId, ports }: Context,
  noticeId: string,
  recipient: NoticeContact,
  bytes: Buffer,
): Promise<string> {
  return ports.documents.put(orgId, noticeId, { address: recipient.id, mediaType: 'application/pdf', bytes });
}

/** A machine's version is signed by nobody, and says so. */
async function authorOf({ orgId, actor, ports }: Context, { automatic }: VersionText): Promise<string | null> {
  if (automatic || actor.kind !== 'person') return null;
  return (await ports.people.find(orgId, actor.id))?.name ?? null;
}
