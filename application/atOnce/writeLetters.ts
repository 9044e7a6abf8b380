import { contactsOf, type NoticeContact } from '../../domain/agreement/contacts';
import { type Client, namesOthers } from '../../domain/agreement/otherClients';
import { newestSigned } from '../../domain/agreement/versions';
import type { Failed } from '../../domain/atOnce/telling';
import { resultOf } from '../../domain/delivery/failedAt';
import type { Deliverable } from '../../domain/delivery/events';
import { contactAddressee, senderOf } from '../agreement/contactAddressee';
import { freezeCall, freezeMail } from '../delivery/freezeMail';
import { clientsOf } from '../agreement/clientsOf';
import { plainHead } from '../organisation/plainHead';
import type { Context } from '../ports/ports';
import type { LetterParts } from './letters';
import type { Matter } from './matter';
import { issueTellingLink } from './tellingLinks';
import { tellOwn } from './tellOwn';

/** What is needed to write to one controller; null while no version of its agreement is signed: nobody is known yet. */
export async function openLetter(
  ctx: Context,
  matter: Matter,
  { agreementId, clients }: { agreementId: string; clients: readonly Client[] },
) {
  const { orgId, ports } = ctx;
  const agreement = await ports.projections.read(orgId, 'agreement', agreementId);
  const current = agreement && newestSigned(agreement);
  if (agreement === null || current === null) return null;
  // part of a name was confirmed by who recorded it, or may be chance: only a registered one is kept back
  const isOurs = namesOthers(matter.words, [{ agreementId }], clients) !== 'whole';
  const { language, timeZone, document } = current;
  const dpo = document?.processor.dpo;
  /** What a contact reads. `link`: where it acknowledges; null where it is read to it, or on that very page. */
  const partsFor = (contact: NoticeContact, date: Date, link: string | null): LetterParts => ({
    language,
    head: plainHead({ reference: matter.reference, zone: timeZone, sender: senderOf(current), now: date }),
    addressee: contactAddressee(agreement.reference, current, contact),
    contacts: dpo ? [{ name: dpo.name, role: 'DPO', email: dpo.email, phone: dpo.phone ?? null, always: false }] : [],
    link,
  });
  const date = ports.now();

  const mail = async (contact: NoticeContact, address: string): Promise<Deliverable> => {
    const named = { orgId, kind: matter.kind, id: matter.id, agreementId, contactId: contact.id };
    const link = `${ports.settings.publicUrl}/m/${await issueTellingLink(ports, named)}`;
    const rendered = await matter.write(partsFor(contact, date, link), isOurs);
    const to = { kind: 'contact', id: contact.id } as const;
    return freezeMail(ctx, matter.id, { id: `${agreementId}-${contact.id}`, to, address, rendered, language, date });
  };
  /** The same words, to be read on the telephone. */
  const call = async (contact: NoticeContact, address: string, id: string): Promise<Deliverable> => {
    const rendered = await matter.write(partsFor(contact, date, null), isOurs);
    return freezeCall(ctx, matter.id, { id, to: { kind: 'contact', id: contact.id }, address, rendered });
  };
  return { current, contacts: contactsOf(current), isOurs, partsFor, mail, call };
}

/**
 * The frozen letters to one controller: a mail to each contact with an address of the contract in force, in its language;
 * a call to each that has none, of which those who call are told.
 *
 * @returns null while the agreement has no version that both have signed: nobody is known yet whom to tell
 */
export async function writeLetters(
  ctx: Context,
  matter: Matter,
  { agreementId, clients }: { agreementId: string; clients: readonly Client[] },
): Promise<Deliverable[] | null> {
  const letter = await openLetter(ctx, matter, { agreementId, clients });
  if (letter === null) return null;
  const { current, contacts, mail, call } = letter;
  const written = contacts.flatMap((contact): Promise<Deliverable>[] => {
    if (contact.email !== null) return [mail(contact, contact.email)];
    return contact.phone === null ? [] : [call(contact, contact.phone, `${agreementId}-${contact.id}-phone`)];
  });
  const deliverables = await Promise.all(written);
  if (deliverables.every(({ channel }) => channel !== 'phone')) return deliverables;
  const ask = { id: `call-${agreementId}`, task: 'callContact' as const, startedAt: matter.from, detail: null };
  return [...deliverables, ...(await tellOwn(ctx, matter, current, ask))];
}

/**
 * A letter was refused or put off: our own people are told, and the same contact is to be called, or the next one in the
 * contract's order who has a telephone. Nobody is to be called twice.
 */
export async function writeFallBack(ctx: Context, matter: Matter, { agreementId, failed }: Failed) {
  const clients = [...(await clientsOf(ctx)).values()];
  const letter = await openLetter(ctx, matter, { agreementId, clients });
  if (letter === null) return [];
  const { current, contacts, call } = letter;
  const ask = { id: `fallback-${failed.id}`, task: 'checkDelivery' as const, startedAt: failed.frozenAt };
  const toPeople = await tellOwn(ctx, matter, current, { ...ask, detail: resultOf(failed) });
  const callIds = matter.told.find((one) => one.agreementId === agreementId)?.callIds ?? [];
  const called = matter.outbox.filter(({ id }) => callIds.includes(id)).map(({ to }) => to.id);
  const from = Math.max(
    contacts.findIndex(({ id }) => id === failed.to.id),
    0,
  );
  const next = [...contacts.slice(from), ...contacts].find(({ phone }) => phone !== null);
  if (!next || next.phone === null || called.includes(next.id)) return toPeople;
  return [...toPeople, await call(next, next.phone, `${failed.id}-instead-${next.id}`)];
}
