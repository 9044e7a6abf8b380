import { contactsOf, type NoticeContact } from '../../domain/agreement/contacts';
import { type Client, namesOthers } from '../../domain/agreement/otherClients';
import { newestSigned } from '../../domain/agreement/versions';
import type { Failed } from '../../domain/atOnce/telling';
import { resultOf } from '../../domain/delivery/failedAt';
import type { Offers } from '../../domain/delivery/offers';
import type { Deliverable } from '../../domain/delivery/events';
import { isGone, tellsItself } from '../../domain/delivery/outbox';
import { contactAddressee, senderOf } from '../agreement/contactAddressee';
import { type Way, waysTo } from '../../domain/notice/waysTo';
import { toDial } from '../../domain/party/phone';
import { freezeCall, freezeMail } from '../delivery/freezeMail';
import { freezeMessage } from '../delivery/freezeMessage';
import { offersOf } from '../delivery/offersOf';
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

  const linkOf = async (contact: NoticeContact): Promise<string> => {
    const named = { orgId, kind: matter.kind, id: matter.id, agreementId, contactId: contact.id };
    return `${ports.settings.publicUrl}/m/${await issueTellingLink(ports, named)}`;
  };
  const mail = async (contact: NoticeContact, address: string): Promise<Deliverable> => {
    const rendered = await matter.write(partsFor(contact, date, await linkOf(contact)), isOurs);
    const to = { kind: 'contact', id: contact.id } as const;
    return freezeMail(ctx, matter.id, { id: `${agreementId}-${contact.id}`, to, address, rendered, language, date });
  };
  /** The same words, to be read on the telephone. */
  const call = async (contact: NoticeContact, address: string, id: string): Promise<Deliverable> => {
    const rendered = await matter.write(partsFor(contact, date, null), isOurs);
    return freezeCall(ctx, matter.id, { id, to: { kind: 'contact', id: contact.id }, address, rendered });
  };
  /** A webhook or a text message leads to what is told, and repeats none of its words. */
  const further = async (contact: NoticeContact, channel: 'webhook' | 'sms', address: string): Promise<Deliverable> => {
    const { kind, reference } = matter;
    const link = await linkOf(contact);
    const short = { language, about: kind, exercise: false, reference, version: 1, sender: senderOf(current), link };
    return freezeMessage(ctx, matter.id, {
      id: `${agreementId}-${contact.id}-${channel}`,
      to: { kind: 'contact', id: contact.id },
      channel,
      address,
      at: date.toISOString(),
      ...(channel === 'sms'
        ? { type: 'sms.send', data: { to: toDial(address), text: ports.texts.short(short) } }
        : { type: 'atOnce.told', data: { reference, about: kind, link } }),
    });
  };
  const write = (contact: NoticeContact, { channel, address }: Way): Promise<Deliverable>[] => {
    switch (channel) {
      case 'email':
        return [mail(contact, address)];
      case 'phone':
        return [call(contact, address, `${agreementId}-${contact.id}-phone`)];
      case 'webhook':
      case 'sms':
        return [further(contact, channel, address)];
      case 'exchange':
        return [];
    }
  };
  return { current, contacts: contactsOf(current), offers: offersOf(ports, agreement), isOurs, partsFor, write, call };
}

/**
 * By which ways, as of a notice, but that whoever has an address gets a mail, since it alone holds the words, and that
 * nobody is called whom something else reaches.
 */
function waysOf(contact: NoticeContact, offers: Offers): Way[] {
  const written = contact.channels.filter((channel) => channel !== 'phone');
  return waysTo({ ...contact, channels: ['email', ...written] }, offers);
}

/**
 * What leaves to one controller, frozen: a mail to each contact with an address of the contract in force, in its language,
 * with webhook and text message beside it where they are served; a call to each whom nothing else reaches, of which those
 * who call are told.
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
  const { current, contacts, offers, write } = letter;
  const written = contacts.flatMap((contact) => waysOf(contact, offers).flatMap((way) => write(contact, way)));
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
  const { callIds = [], mailIds = [] } = matter.told.find((one) => one.agreementId === agreementId) ?? {};
  const hasMail = matter.outbox.some((one) => mailIds.includes(one.id) && one.to.id === failed.to.id && isGone(one));
  if (!tellsItself(failed) && hasMail) return toPeople; // what failed only led to what that mail says
  const called = matter.outbox.filter(({ id }) => callIds.includes(id)).map(({ to }) => to.id);
  const from = Math.max(
    contacts.findIndex(({ id }) => id === failed.to.id),
    0,
  );
  const next = [...contacts.slice(from), ...contacts].find(({ phone }) => phone !== null);
  if (!next || next.phone === null || called.includes(next.id)) return toPeople;
  return [...toPeople, await call(next, next.phone, `${failed.id}-instead-${next.id}`)];
}
