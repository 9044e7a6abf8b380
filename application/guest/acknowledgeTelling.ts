import type { NoticeContact } from '../../domain/agreement/contacts';
import type { AgreementVersion } from '../../domain/agreement/fold';
import { type ContactedState, acknowledgementIn } from '../../domain/atOnce/telling';
import type { Language } from '../../domain/letters/head';
import { done, refused, type Result } from '../../domain/shared/errors';
import { DAY_MS } from '../../domain/shared/instant';
import { type Matter, readMatter } from '../atOnce/matter';
import { openTellingLink } from '../atOnce/tellingLinks';
import { openLetter } from '../atOnce/writeLetters';
import { changeSubject } from '../entries/changeSubject';
import { clientsOf } from '../agreement/clientsOf';
import { mayAcknowledgeTelling } from '../policies/atOnce';
import type { Context, Ports } from '../ports/ports';
import type { Shown } from '../ports/texts';

/** As for a notice: so long after it was over the link opens nothing any more (domain rules section 7.3). */
const AFTER_END_MS = 30 * DAY_MS;

/** What one contact was told at once, as it stands now: texts that were erased since are not in it. */
export type SeenTelling = {
  ctx: Context;
  matter: Matter;
  agreementId: string;
  contact: NoticeContact;
  version: AgreementVersion;
  letter: Shown;
  /** By this contact, by its link or to somebody of ours; null while it has not. */
  acknowledged: ContactedState | null;
};

/**
 * What the link of a letter that was sent at once opens. Reading changes nothing: scanners open links.
 *
 * @param language in which it is read; left out: that of the contract
 * @returns `link.unknown` also for whom the agreement does not name any more, `link.expired` 30 days after it was over
 */
export async function readTelling(ports: Ports, token: string, language?: Language): Promise<Result<SeenTelling>> {
  const opened = await openTellingLink(ports, token);
  if (!opened.ok) return opened;
  const { orgId, kind, id, agreementId, contactId } = opened.value;
  const ctx: Context = { orgId, actor: { kind: 'guest', id: contactId }, roles: [], ports };
  const matter = await readMatter(ctx, kind, id);
  const told = matter?.told.find((one) => one.agreementId === agreementId);
  if (!matter || told === undefined) return refused({ code: 'link.unknown' });
  const clients = [...(await clientsOf(ctx)).values()];
  const letter = await openLetter(ctx, matter, { agreementId, clients });
  const contact = letter?.contacts.find((one) => one.id === contactId);
  if (letter === null || contact === undefined) return refused({ code: 'link.unknown' });
  if (matter.overAt !== null) {
    const lastMs = Math.max(Date.parse(told.at), Date.parse(matter.overAt));
    if (ports.now().getTime() > lastMs + AFTER_END_MS) return refused({ code: 'link.expired' });
  }
  const parts = letter.partsFor(contact, new Date(told.at), null);
  const shown = matter.show({ ...parts, language: language ?? parts.language }, letter.isOurs);
  const own = told.contacted.filter((one) => one.contactId === contactId);
  const acknowledged = acknowledgementIn({ contacted: own }) ?? null;
  return done({ ctx, matter, agreementId, contact, version: letter.current, letter: shown, acknowledged });
}

/** "I was told": name and function as the contact gives them, once for each contact (duties S3-10, S3-17). */
export async function acknowledgeTelling(
  ports: Ports,
  { token, ...self }: { token: string; name: string; function: string },
): Promise<Result<{ seq: number }>> {
  const read = await readTelling(ports, token);
  if (!read.ok) return read;
  const { ctx, matter, agreementId, contact } = read.value;
  if (!mayAcknowledgeTelling(ctx)) return refused({ code: 'actor.forbidden' });
  const { kind, id } = matter;
  const key = `${kind}/${id}/acknowledged/${agreementId}/${contact.id}`;
  const before = await ports.journal.byKey(ctx.orgId, key);
  if (before !== null) return done({ seq: before.seq });
  const noted = await changeSubject(ctx, {
    kind,
    id,
    key,
    request: { agreementId, contactId: contact.id, ...self, command: 'telling.acknowledged' },
    standing: 'addition',
    decide: () => done({ type: 'telling.acknowledged', values: { agreementId, contactId: contact.id, ...self } }),
  });
  return noted.ok ? done({ seq: noted.value.entry.seq }) : noted;
}
