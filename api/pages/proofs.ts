import type { FullCase } from '../../application/notice/readCase';
import { contactsConcerned, everyContact } from '../../application/notice/recipientsOf';
import type { NoticeContact } from '../../domain/agreement/contacts';
import type { OutcomeResult } from '../../domain/delivery/events';
import {
  bounceOf,
  canReplay,
  deliveredAt,
  delayOf,
  isAccepted,
  isOver,
  lastResult,
  type Outgoing,
  tellsItself,
} from '../../domain/delivery/outbox';
import { exchangedOf } from '../../domain/exchange/exchanged';
import type { ExchangeWhy } from '../../domain/exchange/why';
import type { Notice, VersionState } from '../../domain/notice/fold';
import { openCalls } from '../../domain/notice/openCalls';
import type { ExchangeLine, NoticeLine, ToldLine } from '../../templates/pages/incident';
import type { Said, Word } from '../../templates/pages/words/word';
import { unservedWords } from './unservedWays';

type Proof = NoticeLine['proofs'][number];
/** What a line says by itself, before its attempts. */
type Verdict = Pick<Proof, 'tone' | 'label' | 'at'>;

/** What became of each copy of a version: one line a contact and channel, those that nothing serves too. */
export function proofsOf(
  notice: Notice,
  version: VersionState,
  agreement: FullCase['agreement'],
  replayPath: string | null = null,
): Proof[] {
  const contacts = everyContact(agreement);
  const left = notice.outbox
    .filter(({ id }) => version.deliverableIds.includes(id))
    .map((outgoing) => ({
      ...proofOf(notice, outgoing),
      why: whyOf(outgoing.attempts.at(-1)?.outcome),
      who: outgoing.to.kind === 'organisation' ? controllerOf(agreement) : nameOf(contacts, outgoing.to.id),
      tries: triesOf(outgoing),
      replay: replayPath !== null && canReplay(outgoing) ? `${replayPath}?deliverable=${outgoing.id}` : null,
    }));
  const unserved = version.unserved.map(({ contactId, channel, why }): Proof => ({
    tone: 'near',
    label: unservedWords(channel, why),
    why: null,
    who: nameOf(contacts, contactId),
    at: null,
    tries: [],
    replay: null,
  }));
  return [...left, ...unserved];
}

const nameOf = (contacts: readonly NoticeContact[], id: string): string =>
  contacts.find((contact) => contact.id === id)?.name ?? id;

const controllerOf = ({ document }: FullCase['agreement']): string => document?.controller.name ?? '–';

/** Why the other installation did not take it, as it says or as we found. */
export const whyOf = (outcome: { exchange?: { why: ExchangeWhy | null } } | null | undefined): Said | null =>
  outcome?.exchange?.why ? { key: `exchangeWhy.${outcome.exchange.why}` } : null;

/** Of one thing for another installation; null where nothing went that way. */
export function exchangeLine(outbox: readonly Outgoing[], deliverableId: string | null): ExchangeLine | null {
  const found = exchangedOf(outbox, deliverableId);
  if (found === null) return null;
  const why: Said | null = found.why && { key: `exchangeWhy.${found.why}` };
  return { label: { key: `handing.${found.state}` }, at: found.takenAt, stated: found.receivedAt, why };
}

/** A single one that went well is said by the line itself. */
function triesOf(outgoing: Outgoing): Proof['tries'] {
  const { attempts } = outgoing;
  if (attempts.length === 1 && isOver(outgoing)) return [];
  return attempts.map(({ n, outcome }) => ({
    n,
    label: wordsFor(outgoing, outcome?.result ?? 'waiting'),
    why: whyOf(outcome),
    code: outcome?.replyCode ?? null,
    at: outcome?.at ?? null,
  }));
}

/** Reached by any call since; to be called; or no longer, as somebody there has acknowledged or a newer call took its place. */
function proofOfCall(notice: Notice, { id, to, frozenAt }: Outgoing): Verdict {
  const made = notice.calls.filter(
    ({ contactId, at }) => contactId === to.id && Date.parse(at) >= Date.parse(frozenAt),
  );
  const call = made.find(({ reached }) => reached) ?? made.at(-1);
  if (call?.reached === true) return { tone: 'done', label: { key: 'proof.called' }, at: call.at };
  if (call !== undefined) return { tone: 'late', label: { key: 'proof.notReached' }, at: call.at };
  if (openCalls(notice).some((open) => open.id === id))
    return { tone: 'near', label: { key: 'proof.phone' }, at: null };
  return { tone: '', label: { key: 'proof.notCalled' }, at: null };
}

function proofOf(notice: Notice, outgoing: Outgoing): Verdict {
  if (outgoing.channel === 'phone') return proofOfCall(notice, outgoing);
  const received = deliveredAt(outgoing);
  if (received !== null) return { tone: 'done', label: { key: 'proof.delivered' }, at: received };
  const bounce = bounceOf(outgoing);
  if (bounce !== null) return { tone: 'late', label: { key: 'proof.failed' }, at: bounce.at };
  const delay = delayOf(outgoing);
  if (delay !== null) return { tone: 'near', label: { key: 'proof.delayed' }, at: delay.at };
  const result = lastResult(outgoing);
  const came = (what: OutcomeResult) => outgoing.attempts.find(({ outcome }) => outcome?.result === what);
  const gone = came('accepted') ?? came('caught'); // what a relay took since is more than what was caught
  const at = (gone ?? outgoing.attempts.at(-1))?.outcome?.at ?? null;
  if (result === null) return { tone: '', label: wordsFor(outgoing, 'waiting'), at: null };
  const said = gone?.outcome?.result ?? result;
  return { tone: tones[said], label: wordsFor(outgoing, said), at };
}

/** Of a mail where nothing else is said; what was caught is said of mails alone. */
const wordsFor = ({ channel }: Outgoing, what: OutcomeResult | 'waiting'): Proof['label'] =>
  (channel === 'webhook' || channel === 'sms' || channel === 'exchange') && what !== 'caught'
    ? { key: `proof.${channel}.${what}` }
    : { key: `proof.${what}` };

const tones = { accepted: 'done', caught: 'near', deferred: 'near', refused: 'late', unknown: 'near' } as const;

/** Of each contact of a controller, and of whoever was told under another version of its agreement, whether it was told, and how we know. */
export function toldContacts(fullCase: FullCase, of: string): ToldLine[] {
  return contactsConcerned(fullCase).map((contact) => ({
    name: contact.name,
    of,
    ...toldOf(fullCase.notice, contact.id),
  }));
}

type Told = Pick<ToldLine, 'tone' | 'note' | 'at'>;

const said = (tone: ToldLine['tone'], key: Word, at: string | null): Told => ({ tone, note: { key }, at });

function toldOf(notice: Notice, contactId: string): Told {
  const acked = notice.acknowledgements.findLast((one) => one.contactId === contactId);
  if (acked !== undefined) return said('ok', 'told.acked', acked.at);
  const call = notice.calls.findLast((one) => one.contactId === contactId);
  if (call !== undefined)
    return said(call.reached ? 'ok' : 'no', call.reached ? 'told.called' : 'told.notReached', call.at);
  const ids = new Set(notice.versions.flatMap(({ deliverableIds }) => deliverableIds));
  return toldByMail(notice.outbox.filter(({ id, to }) => ids.has(id) && to.id === contactId));
}

/** What the mails to one person or contact came to: nobody is told on the strength of the catching server (invariant 13). */
export function toldByMail(outbox: readonly Outgoing[]): Told {
  const mails = outbox.filter(({ channel }) => channel === 'email');
  const received = mails.findLast((mail) => deliveredAt(mail) !== null);
  if (received !== undefined) return said('wait', 'told.delivered', deliveredAt(received));
  const last = mails.at(-1);
  const bounce = last === undefined ? null : bounceOf(last);
  if (bounce !== null) return said('no', 'told.bounced', bounce.at);
  const gone = mails.findLast(isOver);
  if (gone !== undefined) {
    const outcome = gone.attempts.findLast((attempt) => attempt.outcome !== null)?.outcome ?? null;
    return said('wait', isAccepted(gone) ? 'told.sent' : 'told.caught', outcome?.at ?? null);
  }
  const led = outbox.findLast((one) => !tellsItself(one) && isAccepted(one));
  if (last === undefined && led !== undefined)
    return said('wait', 'told.led', led.attempts.at(-1)?.outcome?.at ?? null);
  if (last === undefined) return said('none', 'told.notYet', null);
  return lastResult(last) === 'refused' ? said('no', 'told.refused', null) : said('wait', 'told.waiting', null);
}
