import type { ControllerCase } from '../../domain/controllerCase/case';
import { nameOfMail } from '../../domain/controllerCase/mailToPerson';
import { openSending, type Sending } from '../../domain/controllerCase/persons';
import { isOver, type Progress, type Recipient } from '../../domain/controllerCase/recipients';
import { envelopeIdOf } from '../../domain/delivery/envelopeId';
import type { OutcomeResult } from '../../domain/delivery/events';
import { retryWaitMs } from '../../domain/delivery/outbox';
import type { Language } from '../../domain/letters/head';
import { done, refused, type Result } from '../../domain/shared/errors';
import { isSystem } from '../policies/asker';
import type { Call, Context } from '../ports/ports';
import type { Batch, Outcome } from '../ports/recipients';
import { changeCase } from './changeCase';

/** How a sending is carried: `rest` waits so many milliseconds, `beat` says that it is alive. */
export type Carrying = { rest(ms: number): Promise<void>; beat(): void };

export type SendToPersons = Carrying & {
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
const REST_MS = 1_000;
/** Of one batch: after it whoever claimed may be presumed dead. */
const LEASE_MS = 60_000;
/** The mail gives up in this part of the lease, so that what came of it is written while it still counts. */
const MAIL_PART = 0.7;

/**
 * Tells the persons of an accepted list, one mail each, for a while: some are claimed, sent, settled together. Called
 * again by whoever comes next it goes on where it was; what a sender that died had claimed becomes `unknown`, and is not sent again.
 * A hold, or the end of the case, stops it between two rounds. The last one told is said in one entry.
 */
export async function sendToPersons({ ctx, input }: Call<SendToPersons>): Promise<Result<null>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const { caseId, sliceMs = SLICE_MS, atOnce = AT_ONCE, rest, beat } = input;
  const { orgId, ports } = ctx;
  const endMs = ports.now().getTime() + sliceMs;
  for (;;) {
    beat();
    const one = await ports.projections.read(orgId, 'controllerCase', caseId);
    if (one === null) return refused({ code: 'subject.unknown' });
    const sending = openSending(one.persons);
    if (sending === null || one.stage !== 'BREACH') return done(null);
    const { listId } = sending;
    await ports.recipients.accept(orgId, listId); // its acceptance may have broken off behind the entry
    await ports.recipients.lapse(orgId, listId, ports.now());
    const due = await ports.recipients.due(orgId, listId, ports.now(), ROUND);
    if (due.length === 0) {
      const progress = await ports.recipients.progress(orgId, listId);
      if (isOver(progress)) return sayTold(ctx, one, sending, progress);
      if (ports.now().getTime() >= endMs) return done(null);
      await rest(REST_MS);
      continue;
    }
    const tell = await tellerOf(ctx, one, sending, input.leaseMs ?? LEASE_MS);
    await eachOf(due, atOnce, async (batch) => {
      if (ports.now().getTime() >= endMs) return; // the next call goes on
      await tell(batch);
      beat();
    });
    if (ports.now().getTime() >= endMs) return done(null);
  }
}

/** Tells a batch, a conversation each, or leaves it to whoever has claimed it. */
async function tellerOf(ctx: Context, one: ControllerCase, sending: Sending, leaseMs: number) {
  const { orgId, ports } = ctx;
  const { listId, at } = sending;
  const texts = await frozenMessages(ctx, one);
  return async (batch: Batch): Promise<void> => {
    const claiming = ports.recipients.claim(orgId, listId, batch, new Date(ports.now().getTime() + leaseMs));
    const leaving = batch.recipients.map(async ({ n, recipient }) => {
      const { raw, name } = await mailTo(ctx, { texts, recipient, name: nameOfMail(one.id, sending.ordinal, n), at });
      const parcel = { to: recipient.email, raw, envelopeId: envelopeIdOf(orgId, name) };
      return ports.mailer.send({ ...parcel, timeoutMs: leaseMs * MAIL_PART, mayLeave: claiming });
    });
    const results = await Promise.all(leaving);
    if (!(await claiming)) return;
    const now = ports.now();
    const waitMs = retryWaitMs(batch.tries + 1, now.getTime() - Date.parse(at));
    const outcomes = results.map(({ result }) => outcomeOf(result, waitMs !== null));
    await ports.recipients.settle(orgId, listId, batch, outcomes, new Date(now.getTime() + (waitMs ?? 0)));
  };
}

type Mail = { texts: ReadonlyMap<Language, Buffer>; recipient: Recipient; name: string; at: string };

/** The same bytes whenever they are made. */
async function mailTo({ ports }: Context, { texts, recipient, name, at }: Mail) {
  const language = recipient.language !== null && texts.has(recipient.language) ? recipient.language : firstOf(texts);
  const { sender, subject, text, html } = ports.texts.print(texts.get(language) ?? Buffer.of(), recipient.name);
  const messageId = `<${name}@${ports.settings.mailDomain}>`;
  const letter = { sender, subject, text, html, language, messageId, to: recipient.email, date: new Date(at) };
  return { raw: await ports.mailer.compose(letter), name };
}

const firstOf = (texts: ReadonlyMap<Language, Buffer>): Language => (texts.has('fr') ? 'fr' : 'en');

/** The message in each language in which it was written. @throws Error where it is gone: nothing leaves blank */
async function frozenMessages({ orgId, ports }: Context, one: ControllerCase): Promise<Map<Language, Buffer>> {
  const texts = new Map<Language, Buffer>();
  for (const { text, language, documentId } of one.persons.draft?.texts ?? []) {
    const document = text === 'message' ? await ports.documents.get(orgId, one.id, documentId) : null;
    if (document !== null) texts.set(language, document.bytes);
  }
  if (texts.size === 0) throw new Error('the frozen message is gone');
  return texts;
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

/** Who was told, of how many; what a person decided meanwhile (a hold) stands. */
async function sayTold(ctx: Context, one: ControllerCase, sending: Sending, counted: Progress): Promise<Result<null>> {
  const { listId, concerned } = sending;
  const { sent: told, bounced, refused: turnedDown, unknown } = counted;
  const toldAt = ctx.ports.now().toISOString();
  const said = await changeCase(ctx, {
    caseId: one.id,
    key: `controllerCase/${one.id}/persons/${listId}/told`,
    request: { listId }, // the counts of a repeat may differ by a late bounce
    standing: 'decision',
    decide: ({ persons }) => {
      if (openSending(persons)?.listId !== listId)
        return refused({ code: 'state.refused', state: persons.state, command: 'persons.tell', allowed: [] });
      const sent = { listId, refused: turnedDown, unknown };
      const counts = { told, concerned, bounced: Math.min(bounced, told), sent };
      return done({ type: 'persons.told', values: { toldAt, means: 'email', ...counts } });
    },
  });
  return said.ok || said.error.code === 'state.refused' ? done(null) : said;
}
