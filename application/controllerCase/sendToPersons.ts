import { type ControllerCase, openSending } from '../../domain/controllerCase/case';
import type { CaseEvent } from '../../domain/controllerCase/events';
import { nameOfMail } from '../../domain/controllerCase/mailToPerson';
import { type Persons, type Sending, triedFromMs } from '../../domain/controllerCase/persons';
import type { Progress } from '../../domain/controllerCase/recipients';
import { envelopeIdOf } from '../../domain/delivery/envelopeId';
import type { OutcomeResult } from '../../domain/delivery/events';
import { patientWaitMs } from '../../domain/delivery/outbox';
import type { Language } from '../../domain/letters/head';
import { done, refused, type Result } from '../../domain/shared/errors';
import { isSystem } from '../policies/asker';
import type { SerialMail } from '../ports/mailer';
import type { Call, Context } from '../ports/ports';
import type { Batch, Outcome } from '../ports/recipients';
import { changeCase } from './changeCase';
import { messagesOf, spokenTo } from './messagesOf';
import { listDueAt } from './recipientLists';
import { areMailsCaught } from '../organisation/mailsCaught';

export type SendToPersons = {
  caseId: string;
  /** How long this call goes on, milliseconds: reminders of the case wait for no longer. */
  sliceMs?: number;
  atOnce?: number;
  leaseMs?: number;
};

const SLICE_MS = 40_000;
/** Batches that leave side by side: while one is written, the other is in conversation with the relay. */
const AT_ONCE = 2;
/** Batches read in one go, some two hundred recipients; a hold is looked for between two. */
const ROUND = 12;
/** Of one batch: after it whoever claimed may be presumed dead. */
const LEASE_MS = 60_000;
/** The mail gives up in this part of the lease, so that what came of it is written while it still counts. */
const MAIL_PART = 0.7;

/**
 * Tells the persons of an accepted list, one mail each, for a while: some are claimed, sent, settled together. Called
 * again by whoever comes next it goes on where it was; what a sender that died had claimed becomes `unknown`, and is not sent again.
 * A hold, or the end of the case, stops it between two rounds; where all that is left was put off, it comes back to them when
 * they are due (`listDueAt`). The end is said in one entry.
 */
export async function sendToPersons({ ctx, input }: Call<SendToPersons>): Promise<Result<null>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const { caseId, sliceMs = SLICE_MS, atOnce = AT_ONCE } = input;
  const { orgId, ports } = ctx;
  const endMs = ports.now().getTime() + sliceMs;
  let messages: Messages | null = null;
  let numbers: number[] = [];
  for (;;) {
    const one = await ports.projections.read(orgId, 'controllerCase', caseId);
    if (one === null) return refused({ code: 'subject.unknown' });
    const sending = openSending(one);
    if (sending === null) return done(null);
    const { listId } = sending;
    if (messages?.listId !== listId) {
      await ports.recipients.accept(orgId, listId); // its acceptance may have broken off behind the entry
      await ports.recipients.lapse(orgId, listId, ports.now());
      messages = await frozenMessages(ctx, one, sending);
      numbers = [];
    }
    // the whole list is looked through once a call, and again for whom the relay put off meanwhile
    if (numbers.length === 0) numbers = await ports.recipients.dueNumbers(orgId, listId, ports.now());
    if (numbers.length === 0) return (await listDueAt(ctx, one)) === null ? sayEnd(ctx, one, sending) : done(null);
    if (await areMailsCaught(ctx)) return done(null); // nothing is tried, so that nobody's three days run, and nothing is caught
    const due = await ports.recipients.due(orgId, listId, ports.now(), numbers.splice(0, ROUND));
    const leaseMs = input.leaseMs ?? LEASE_MS;
    const tell = tellerOf(ctx, { persons: one.persons, messages, leaseMs });
    await eachOf(due, atOnce, async (batch) => {
      if (ports.now().getTime() >= endMs) return; // the next call goes on
      await tell(batch);
    });
    if (ports.now().getTime() >= endMs) return done(null);
  }
}

type Telling = { persons: Persons; messages: Messages; leaseMs: number };

/** Tells a batch, a conversation each, or leaves it to whoever has claimed it. */
function tellerOf({ orgId, ports }: Context, { persons, messages, leaseMs }: Telling) {
  const { listId, nameOf, messageIn } = messages;
  const nowMs = () => ports.now().getTime();
  return async (batch: Batch): Promise<void> => {
    const begunAt = batch.begunAt ?? ports.now();
    const leaseUntil = new Date(nowMs() + leaseMs);
    const claiming = ports.recipients.claim(orgId, listId, { ...batch, begunAt }, leaseUntil);
    const leaving = batch.recipients.map(async ({ n, recipient }) => {
      const name = nameOf(n);
      const { email: to, name: reader, language } = recipient;
      const raw = messageIn(language)({ to, reader, messageId: `<${name}@${ports.settings.mailDomain}>` });
      const parcel = { to, raw, envelopeId: envelopeIdOf(orgId, name) };
      return ports.mailer.send({ ...parcel, timeoutMs: leaseMs * MAIL_PART, mayLeave: claiming });
    });
    const results = await Promise.all(leaving);
    if (!(await claiming)) return;
    const waitMs = patientWaitMs(batch.tries + 1, nowMs() - triedFromMs(persons, begunAt.getTime()));
    const outcomes = results.map(({ result }) => outcomeOf(result, waitMs !== null));
    await ports.recipients.settle(orgId, listId, batch, outcomes, new Date(nowMs() + (waitMs ?? 0)));
  };
}

/** Composes the message to one person; the same bytes whenever they are made. */
type Message = (mail: Pick<SerialMail, 'to' | 'messageId'> & { reader: string | null }) => Buffer;

/** What a list tells: the message in the language of who reads it, where it was written in it; what each mail is called. */
type Messages = {
  listId: string;
  messageIn: (language: Language | null) => Message;
  nameOf: (n: number) => string;
};

/** Dated as the list was accepted. @throws Error where the message is gone; `nameOf` where the list is */
async function frozenMessages(ctx: Context, one: ControllerCase, sending: Sending): Promise<Messages> {
  const { ports } = ctx;
  const { listId, at } = sending;
  const messages = new Map<Language, Message>();
  for (const [language, frozen] of await messagesOf(ctx, one, sending)) {
    const { lineFor, ...letter } = ports.texts.series(frozen);
    const compose = ports.mailer.series({ ...letter, language, date: new Date(at) });
    messages.set(language, ({ reader, ...mail }) => compose({ ...mail, line: lineFor(reader) }));
  }
  const secret = await ports.recipients.secretOf(ctx.orgId, listId);
  const nameOf = (n: number): string => {
    if (secret === null) throw new Error('a list that is gone has nobody to be told');
    return nameOfMail(secret, { caseId: one.id, ordinal: sending.ordinal }, n);
  };
  return { listId, messageIn: spokenTo(messages), nameOf };
}

function outcomeOf(result: OutcomeResult, mayTryAgain: boolean): Outcome {
  switch (result) {
    case 'accepted':
      return 'sent';
    case 'refused':
    case 'unknown':
      return result;
    case 'caught': // the relay was taken away meanwhile: nobody outside was told
    case 'deferred':
      return mayTryAgain ? 'waiting' : 'refused';
  }
}

/** So many at once, each begun as soon as there is room. */
async function eachOf<T>(items: readonly T[], atOnce: number, act: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const lane = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** Nobody is left to be told: how many were, of how many; what a person decided meanwhile (a hold) stands. */
async function sayEnd(ctx: Context, one: ControllerCase, sending: Sending): Promise<Result<null>> {
  const { listId } = sending;
  const counted = await ctx.ports.recipients.progress(ctx.orgId, listId);
  const ending = endingOf(sending, counted, ctx.ports.now());
  const said = await changeCase(ctx, {
    caseId: one.id,
    key: `controllerCase/${one.id}/persons/${listId}/told`,
    request: { listId }, // the counts of a repeat may differ by a late bounce
    standing: 'decision',
    decide: (now) =>
      openSending(now)?.listId === listId
        ? done(ending)
        : refused({ code: 'state.refused', state: now.persons.state, command: 'persons.tell', allowed: [] }),
  });
  return said.ok || said.error.code === 'state.refused' ? done(null) : said;
}

/** Told is only of whom the relay took a mail (invariants 11 and 13). A list that was gone loses whom it still held. */
function endingOf({ listId, count, letters, concerned }: Sending, counted: Progress, now: Date): CaseEvent {
  const { sent: told, bounced, refused: turnedDown, unknown } = counted;
  const rest = { listId, refused: turnedDown, unknown, lost: count - letters - told - turnedDown - unknown };
  if (told === 0) return { type: 'persons.unreached', values: rest };
  const toldAt = now.toISOString();
  const counts = { told, concerned, bounced: Math.min(bounced, told), sent: rest };
  return { type: 'persons.told', values: { toldAt, means: 'email', ...counts } };
}
