import type { Deliverable } from '../../domain/delivery/events';
import { dueOf } from '../../domain/notice/case';
import type { VersionText } from '../../domain/notice/decideVersion';
import type { Version } from '../../domain/notice/events';
import { unservedOf } from '../../domain/notice/unserved';
import { keepMail } from '../delivery/freezeMail';
import { PDF } from '../ports/documents';
import type { Context } from '../ports/ports';
import { freezeContactCall } from './freezeContactCall';
import { toldOf } from './letterParts';
import type { Press } from './press';
import type { FullCase } from './readCase';
import { type Recipient, recipientsOf, type To, waysOf } from './recipientsOf';

/** A version with the exact bytes that each contact will get: one mail each, and a call where the contract names it. */
export async function freezeVersion(
  ctx: Context,
  fullCase: FullCase,
  version: VersionText,
  press: Press,
): Promise<Version> {
  const { agreement, incident } = fullCase;
  const due = dueOf(fullCase);
  const frozen = await Promise.all(
    waysOf(fullCase).map((to) =>
      to.way.channel === 'phone'
        ? freezeCall(ctx, fullCase, version, to.recipient)
        : freezeMail(ctx, fullCase, version, to, press),
    ),
  );
  const { checkpoint } = await press.shared();
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

type Frozen = { contactId: string; deliverable: Deliverable; pdfId: string | null };

async function freezeCall(
  ctx: Context,
  fullCase: FullCase,
  version: VersionText,
  recipient: Recipient,
): Promise<Frozen> {
  const id = `v${version.number}-${recipient.id}-phone`;
  const call = await freezeContactCall(ctx, fullCase, recipient, { id, reason: 'channel', version });
  return { contactId: recipient.id, deliverable: call, pdfId: null };
}

async function freezeMail(
  ctx: Context,
  fullCase: FullCase,
  version: VersionText,
  { recipient, way }: To,
  press: Press,
): Promise<Frozen> {
  const mail = await press.draw(fullCase, version, { recipient, way });
  const beside = mail.pdf === null ? [] : [{ address: recipient.id, mediaType: PDF, bytes: mail.pdf }];
  const { deliverable, besideIds } = await keepMail(ctx, fullCase.notice.id, mail, beside);
  return { contactId: recipient.id, deliverable, pdfId: besideIds[0] ?? null };
}
