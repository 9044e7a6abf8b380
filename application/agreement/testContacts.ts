import { z } from 'zod';
import { contactsOf, type NoticeContact } from '../../domain/agreement/contacts';
import type { Agreement, AgreementVersion } from '../../domain/agreement/fold';
import { newestSigned } from '../../domain/agreement/versions';
import { Deliverable } from '../../domain/delivery/events';
import { type Way, waysTo } from '../../domain/notice/waysTo';
import { toDial } from '../../domain/party/phone';
import { done, refused, type Result } from '../../domain/shared/errors';
import { DAY_MS, plusMs } from '../../domain/shared/instant';
import { plain } from '../../domain/shared/plain';
import { freezeMail } from '../delivery/freezeMail';
import { freezeMessage } from '../delivery/freezeMessage';
import { offersOf } from '../delivery/offersOf';
import { controllerPeer } from '../exchange/peers';
import { freezeExchange } from '../exchange/freezeExchange';
import { changeSubject } from '../entries/changeSubject';
import { plainHead } from '../organisation/plainHead';
import { mayTestContacts } from '../policies/agreement';
import type { Call, Context } from '../ports/ports';
import { contactAddressee, senderOf } from './contactAddressee';
import { issueTestLink, TEST_LINK_DAYS } from './contactTestLinks';

/**
 * `contactId`, `channel`: one contact or one channel alone; null: all of them. By exchange it is our record of the
 * controller (`partyId` of the agreement) that is tested.
 */
export type TestContacts = { key: string; agreementId: string; contactId: string | null; channel: SentChannel | null };

/** What a test can leave by. On the telephone somebody has to call. */
export const SentChannel = z.enum(['email', 'webhook', 'sms', 'exchange']);
export type SentChannel = z.infer<typeof SentChannel>;

export type TestedContacts = { seq: number; tests: { contactId: string; channel: SentChannel }[] };

type Test = { contact: NoticeContact; way: Way & { channel: Exclude<SentChannel, 'exchange'> } };

/**
 * A test message to each contact by each way that a notice would take (feature F36), and to the controller's own
 * installation where the agreement is tied to one: it says that it is a test and that nothing happened. Frozen here in one entry; it leaves as all mails of an agreement do.
 */
export async function testContacts({ ctx, input }: Call<TestContacts>): Promise<Result<TestedContacts>> {
  if (!mayTestContacts(ctx)) return refused({ code: 'actor.forbidden' });
  const { key, agreementId, contactId, channel } = input;
  const tested = await changeSubject(ctx, {
    kind: 'agreement',
    id: agreementId,
    key,
    request: { agreementId, contactId, channel, command: 'contacts.test' },
    standing: 'addition',
    async decide(agreement) {
      const current = newestSigned(agreement);
      const tests = current === null ? [] : testsOf(ctx, agreement, current, input);
      const exchanged = current === null ? [] : await exchangeTest(ctx, agreement, input);
      if (current === null || tests.length + exchanged.length === 0) {
        const message = 'nothing leaves from here to any contact that was chosen';
        return refused({ code: 'input.invalid', issues: [{ pointer: '/contactId', message }] });
      }
      const frozen = await Promise.all(tests.map((test) => freezeTest(ctx, agreement, current, test)));
      const values = plain({ version: current.version, deliverables: [...frozen, ...exchanged] });
      return done({ type: 'agreement.contactsTested', values });
    },
  });
  if (!tested.ok) return tested;
  const { seq, fields } = tested.value.entry;
  const sent = z.array(Deliverable).parse(fields['deliverables']?.value);
  const tests = sent.flatMap(({ to, channel: by }) => {
    const read = SentChannel.safeParse(by);
    return read.success ? [{ contactId: to.id, channel: read.data }] : [];
  });
  return done({ seq, tests });
}

function testsOf(
  { ports }: Context,
  agreement: Agreement,
  current: AgreementVersion,
  { contactId, channel }: Pick<TestContacts, 'contactId' | 'channel'>,
): Test[] {
  const offers = offersOf(ports, agreement);
  return contactsOf(current)
    .filter(({ id }) => contactId === null || id === contactId)
    .flatMap((contact) =>
      waysTo(contact, offers).flatMap((way) => {
        const by = SentChannel.exclude(['exchange']).safeParse(way.channel);
        const isMeant = by.success && (channel === null || channel === by.data);
        return isMeant ? [{ contact, way: { ...way, channel: by.data } }] : [];
      }),
    );
}

/** To the installation of the controller: taken there, its receipt comes back and nothing is written (ADR 0037). */
async function exchangeTest(
  ctx: Context,
  agreement: Agreement,
  { contactId, channel }: Pick<TestContacts, 'contactId' | 'channel'>,
): Promise<Deliverable[]> {
  const { id: agreementId, partyId } = agreement;
  const peer = controllerPeer(agreement);
  const isMeant = (contactId ?? partyId) === partyId && (channel ?? 'exchange') === 'exchange';
  if (peer === null || !isMeant) return [];
  const at = ctx.ports.now().toISOString();
  const id = `test-${ctx.ports.newId()}`;
  return freezeExchange(ctx, agreementId, { id, partyId, peer, at, said: { kind: 'test' } });
}

async function freezeTest(ctx: Context, agreement: Agreement, current: AgreementVersion, { contact, way }: Test) {
  const { orgId, ports } = ctx;
  const { channel, address } = way;
  const date = ports.now();
  const at = date.toISOString();
  const place = { id: `test-${ports.newId()}`, to: { kind: 'contact' as const, id: contact.id }, address };
  const sender = senderOf(current);
  const { reference } = agreement;
  if (channel === 'webhook') {
    const data = { reference, test: true, breach: false };
    return freezeMessage(ctx, agreement.id, { ...place, channel, at, type: 'contact.test', data });
  }
  const expiresAt = plusMs(at, TEST_LINK_DAYS * DAY_MS);
  const named = { orgId, agreementId: agreement.id, contactId: contact.id, deliverableId: place.id };
  const secret = await issueTestLink(ports, named);
  const link = `${ports.settings.publicUrl}/t/${secret}`;
  const { language, timeZone, version } = current;
  if (channel === 'sms') {
    const said = { language, about: 'test' as const, exercise: false, reference, version, sender, link };
    const data = { to: toDial(address), text: ports.texts.short(said) };
    return freezeMessage(ctx, agreement.id, { ...place, channel, at, type: 'sms.send', data });
  }
  const rendered = await ports.texts.render('contactTest', language, {
    head: { ...plainHead({ reference, zone: timeZone, sender, now: date }), version },
    addressee: contactAddressee(reference, current, contact),
    expiresAt,
    link,
  });
  return freezeMail(ctx, agreement.id, { ...place, rendered, language, date });
}
