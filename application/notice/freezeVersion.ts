import type { Deliverable } from '../../domain/delivery/events';
import { dueOf } from '../../domain/notice/case';
import type { VersionText } from '../../domain/notice/decideVersion';
import type { Version } from '../../domain/notice/events';
import { insideFor } from '../../domain/notice/handing';
import { unservedOf } from '../../domain/notice/unserved';
import { keepMail } from '../delivery/freezeMail';
import { measuresBefore } from '../exchange/exchangeMeasures';
import { exchangeVersion } from '../exchange/exchangeVersion';
import { PDF } from '../ports/documents';
import type { Context } from '../ports/ports';
import { factsTold } from './factsTold';
import { freezeContactCall } from './freezeContactCall';
import { keepFacts } from './keptFacts';
import { documentsOf, freezeFurther } from './freezeFurther';
import { toldOf } from './letterParts';
import type { Press } from './press';
import type { FullCase } from './readCase';
import { type Recipient, recipientsOf, type To, waysOf } from './recipientsOf';

/** A version with the exact bytes that each contact will get by each way: what leaves beside a mail names that mail. */
export async function freezeVersion(
  ctx: Context,
  fullCase: FullCase,
  version: VersionText,
  press: Press,
): Promise<Version> {
  const { agreement, incident } = fullCase;
  const due = dueOf(fullCase);
  const { checkpoint, now } = await press.shared();
  const at = now.toISOString();
  const ways = waysOf(fullCase);
  const mailed = ways.filter(({ way }) => way.channel === 'email');
  const mails = new Map(mailed.map((to) => [to.recipient.id, freezeMail(ctx, fullCase, version, to, press)]));
  const freeze = async (to: To): Promise<Deliverable[]> => {
    const mail = mails.get(to.recipient.id);
    if (to.way.channel === 'phone') return [await freezeCall(ctx, fullCase, version, to.recipient)];
    if (to.way.channel === 'email') return mail === undefined ? [] : [(await mail).deliverable];
    return [await freezeFurther(ctx, fullCase, to, { version, at, checkpoint, mail: await mail })];
  };
  const deliverables = await Promise.all(ways.map(freeze));
  const frozen = await Promise.all(mails.values());
  const told = toldOf(fullCase);
  const [first] = frozen;
  const mail = first && { bytes: first.bytes, documents: documentsOf(first) };
  const facts = factsTold(fullCase, version);
  const exchanged = await exchangeVersion(ctx, fullCase, { version, at, told, checkpoint, facts, mail });
  return {
    ...version,
    text: null,
    held: [],
    told,
    agreementVersion: agreement.version,
    t0: due?.t0 ?? incident.clock.awareAt,
    dueAt: due?.dueAt ?? null,
    pdfs: frozen.flatMap(({ contactId, pdfId }) => (pdfId === null ? [] : [{ contactId, pdfId }])),
    checkpointHash: checkpoint,
    factsId: facts && (await keepFacts(ctx, fullCase.notice.id, facts)),
    envelopesAt: at,
    inside: insideFor(fullCase.notice, agreement.inside),
    deliverables: [...deliverables.flat(), ...exchanged],
    ofMeasures: exchanged.length === 0 ? [] : await measuresBefore(ctx, fullCase, at),
    unserved: recipientsOf(fullCase).flatMap((contact) => unservedOf(contact, fullCase.offers)),
  };
}

type Frozen = { contactId: string; deliverable: Deliverable; pdfId: string | null; bytes: Buffer };

function freezeCall(
  ctx: Context,
  fullCase: FullCase,
  version: VersionText,
  recipient: Recipient,
): Promise<Deliverable> {
  const id = `v${version.number}-${recipient.id}-phone`;
  return freezeContactCall(ctx, fullCase, recipient, { id, reason: 'channel', version });
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
  return { contactId: recipient.id, deliverable, pdfId: besideIds[0] ?? null, bytes: mail.document.bytes };
}
