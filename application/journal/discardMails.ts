import type { Entry, Subject } from '../../domain/journal/entry';
import { erasureOf } from '../../domain/journal/events';
import { isOpen } from '../../domain/journal/folds';
import { discardFiles } from '../file/discardFiles';
import { hasToSend } from '../../domain/notice/ongoing';
import type { Context } from '../ports/ports';

/** Entry types whose erasable text no letter quotes: mails stay as proof when only such a text goes. */
const IN_NO_MAIL = new Set([
  'note.added',
  'investigation.justified',
  'event.reopened',
  'incident.reopened',
  'review.done',
  'notice.called',
  'notice.explained',
  'notice.closed',
  'notice.reopened',
  'file.kept',
  'telling.contacted',
  'telling.acknowledged',
]);
const PAGE = 200;

type MailedSubject = Subject & { kind: 'incident' | 'notice' | 'controllerCase' | 'vulnerability' | 'transfer' };

/**
 * Takes the stored mails and PDFs that may hold an erased text: those of the incident and of its notices, or of the
 * notice, of the controller's case, of the vulnerability or transfer, once each is closed. What is open keeps its own until then, as it still has to send and to prove; a question
 * that waits on a closed notice keeps none, since what is stored later can be read. A file goes with its name, at once.
 */
export async function discardMails(ctx: Context, { kind, id }: Subject): Promise<void> {
  const { orgId, ports } = ctx;
  if (kind === 'controllerCase' || kind === 'notice') await discardFiles(ctx, { kind, id });
  if (kind === 'notice') {
    const notice = await ports.projections.read(orgId, kind, id);
    if (notice === null || hasToSend(notice)) return;
    const incident = { kind: 'incident', id: notice.opened.incidentId } as const;
    if ((await lostText(ctx, { kind, id })) || (await lostText(ctx, incident)))
      await ports.documents.discard(orgId, id);
  }
  if (kind === 'vulnerability' || kind === 'transfer') {
    const one = await ports.projections.read(orgId, kind, id);
    if (one === null || isOpen(kind, one) || !(await lostText(ctx, { kind, id }))) return;
    await ports.documents.discard(orgId, id);
  }
  if (kind === 'controllerCase') {
    const one = await ports.projections.read(orgId, kind, id);
    if (one === null || one.stage !== 'CLOSED') return;
    if (!(await lostText(ctx, { kind, id }))) return;
    await ports.documents.discard(orgId, id); // never its files: each goes with its own name (ADR 0041)
  }
  if (kind !== 'incident' || !(await lostText(ctx, { kind, id }))) return;
  const incident = await ports.projections.read(orgId, kind, id);
  if (incident !== null && !isOpen(kind, incident)) await ports.documents.discard(orgId, id);
  for await (const noticeId of endedNotices(ctx, id)) await ports.documents.discard(orgId, noticeId);
}

async function* endedNotices({ orgId, ports }: Context, incidentId: string): AsyncGenerator<string> {
  for (let after: string | undefined; ;) {
    const query = { parentId: incidentId, limit: PAGE, ...(after !== undefined && { after }) };
    const page = await ports.projections.list(orgId, 'notice', query);
    for (const notice of page) if (!hasToSend(notice)) yield notice.id;
    after = page.at(-1)?.id;
    if (page.length < PAGE) return;
  }
}

/** Whether an entry of the subject lost a text that a mail may quote. */
async function lostText({ orgId, ports }: Context, subject: MailedSubject): Promise<boolean> {
  const entries = await ports.journal.readSubject(orgId, subject, 0);
  const typeOf = new Map(entries.map(({ seq, type }: Entry) => [seq, type]));
  return entries.some((entry) => {
    const target = erasureOf(entry)?.target;
    return target !== undefined && !IN_NO_MAIL.has(typeOf.get(target) ?? '');
  });
}
