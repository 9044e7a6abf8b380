import type { Deliverable } from '../../domain/delivery/events';
import { dueOf } from '../../domain/notice/case';
import type { VersionText } from '../../domain/notice/decideVersion';
import type { Version } from '../../domain/notice/events';
import { unservedOf } from '../../domain/notice/unserved';
import { freezeMail, freezeMailBeside } from '../delivery/freezeMail';
import { PDF } from '../ports/documents';
import type { Context } from '../ports/ports';
import { freezeContactCall } from './freezeContactCall';
import { guestLink, toldOf } from './letterParts';
import type { FullCase } from './readCase';
import { recipientsOf, type Way, waysTo } from './recipientsOf';
import { type Copy, versionLetter } from './versionLetter';

/** A version with the exact bytes that each contact will get: one mail each, and a call where the contract names it. */
export async function freezeVersion(
  ctx: Context,
  fullCase: FullCase,
  version: VersionText,
  shared: Promise<Shared>,
): Promise<Version> {
  const { agreement, incident } = fullCase;
  const due = dueOf(fullCase);
  const copies = await Promise.all(
    recipientsOf(fullCase).map(async (recipient) => {
      const link = await guestLink(ctx, fullCase.notice.id, recipient.id);
      const copy = { ...(await shared), recipient, link };
      return Promise.all(waysTo(recipient).map((way) => freezeCopy(ctx, fullCase, version, copy, way)));
    }),
  );
  const { checkpoint } = await shared;
  const frozen = copies.flat();
  return {
    ...version,
    text: null,
    told: toldOf(fullCase),
    agreementVersion: agreement.version,
    t0: due?.t0 ?? incident.clock.awareAt,
    dueAt: due?.dueAt ?? null,
    pdfs: frozen.flatMap(({ contactId, pdfId }) => (pdfId === null ? [] : [{ contactId, pdfId }])),
    checkpointHash: checkpoint,
    deliverables: frozen.map(({ deliverable }) => deliverable),
    unserved: recipientsOf(fullCase).flatMap(unservedOf),
  };
}

/** What every copy of a version says alike. Known before the version is: whoever sends asks for it beforehand. */
export type Shared = Omit<Copy, 'recipient' | 'link'>;

export function readShared(ctx: Context): Promise<Shared> {
  const { orgId, ports } = ctx;
  const read = Promise.all([authorOf(ctx), ports.checkpoints.newestHash(orgId)]);
  const shared = read.then(([author, checkpoint]) => ({ author, checkpoint, now: ports.now() }));
  shared.catch(() => undefined); // whoever waits for it hears of it; what is refused before asks no more
  return shared;
}

type Frozen = { contactId: string; deliverable: Deliverable; pdfId: string | null };

async function freezeCopy(
  ctx: Context,
  fullCase: FullCase,
  version: VersionText,
  copy: Copy,
  way: Way,
): Promise<Frozen> {
  const { recipient, now } = copy;
  const { notice, agreement } = fullCase;
  if (way.channel === 'phone') {
    const id = `v${version.number}-${recipient.id}-phone`;
    const call = await freezeContactCall(ctx, fullCase, recipient, { id, reason: 'channel', version });
    return { contactId: recipient.id, deliverable: call, pdfId: null };
  }
  const { name, data } = versionLetter(fullCase, version, copy);
  const rendered = await ctx.ports.texts.render(name, agreement.language, data);
  const { pdf } = rendered;
  const mail = {
    id: `v${version.number}-${recipient.id}-email`,
    to: { kind: 'contact' as const, id: recipient.id },
    address: way.address,
    rendered,
    language: agreement.language,
    date: now,
  };
  if (pdf === null) {
    return { contactId: recipient.id, deliverable: await freezeMail(ctx, notice.id, mail), pdfId: null };
  }
  const attachment = { filename: `${notice.opened.reference}-v${version.number}.pdf`, bytes: pdf };
  const kept = { address: recipient.id, mediaType: PDF, bytes: pdf };
  const { deliverable, besideId } = await freezeMailBeside(ctx, notice.id, { ...mail, attachment }, kept);
  return { contactId: recipient.id, deliverable, pdfId: besideId };
}

async function authorOf({ orgId, actor, ports }: Context): Promise<string | null> {
  return actor.kind === 'person' ? ((await ports.people.names(orgId)).get(actor.id)?.name ?? null) : null;
}
