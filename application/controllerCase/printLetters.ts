import type { ControllerCase } from '../../domain/controllerCase/case';
import { withHouse } from '../../domain/controllerCase/house';
import type { Sending } from '../../domain/controllerCase/persons';
import { LETTERS_IN_FILE, printable } from '../../domain/controllerCase/personsLetters';
import { localDate } from '../../domain/deadline/calendarDate';
import { done, type DomainError, refused, type Result } from '../../domain/shared/errors';
import { sha256 } from '../../domain/shared/sha256';
import type { Written } from '../entries/written';
import { trace } from '../journal/trace';
import { mayCommandCase } from '../policies/controllerCase';
import type { Call, Context } from '../ports/ports';
import type { Letterhead, PostedLetter } from '../ports/texts';
import { houseOf } from './houseOf';
import { changeCase } from './changeCase';
import { messagesOf, spokenTo } from './messagesOf';

type OfList = { caseId: string; listId: string };

/**
 * Prints the letters of an accepted list to whom no mail reaches, and says so: how many, in which files (GDPR Art. 34). The
 * files are not kept, since they name persons; they are made again, the same, for whoever takes them.
 */
export async function printLetters({ ctx, input }: Call<OfList & { key: string }>): Promise<Result<Written>> {
  if (!mayCommandCase(ctx, 'persons.send')) return refused({ code: 'actor.forbidden' });
  const { caseId, listId, key } = input;
  return changeCase(ctx, {
    caseId,
    key,
    request: { caseId, print: listId },
    standing: 'addition',
    decide: async (one) => {
      const sending = printable(one, listId);
      if (sending === null || sending.draft === null) return refused(notPrintable(one, listId));
      const head = await letterheadOf(ctx, one, sending);
      const files: string[] = [];
      let letters = 0;
      for await (const batch of batchesOf(ctx, one, sending)) {
        files.push(sha256(await ctx.ports.texts.letters(batch, head)));
        letters += batch.length;
      }
      if (letters === 0) return refused({ code: 'subject.unknown' }); // its addresses are gone
      return done({ type: 'persons.printed', values: { listId, letters, draft: sending.draft.seq, files } });
    },
  });
}

/**
 * One file of the letters that were printed last; `file` counts from 1.
 *
 * @returns `input.invalid` where the file would be another than was printed: they are printed anew first
 */
export async function takeLetters({ ctx, input }: Call<OfList & { file: number }>): Promise<Result<Buffer>> {
  if (!mayCommandCase(ctx, 'persons.send')) return refused({ code: 'actor.forbidden' });
  const { caseId, listId, file } = input;
  const one = await ctx.ports.projections.read(ctx.orgId, 'controllerCase', caseId);
  const sending = one && printable(one, listId);
  const printed = sending?.printed?.files[file - 1];
  if (one === null || sending === null || printed === undefined) return refused({ code: 'subject.unknown' });
  await trace(ctx, 'letters', `${caseId}/${listId}/${file}`);
  let number = 0;
  for await (const batch of batchesOf(ctx, one, sending)) {
    number += 1;
    if (number !== file) continue;
    const bytes = await ctx.ports.texts.letters(batch, await letterheadOf(ctx, one, sending));
    return sha256(bytes) === printed ? done(bytes) : refused({ code: 'input.invalid', issues: [CHANGED] });
  }
  return refused({ code: 'subject.unknown' });
}

const CHANGED = { pointer: '', message: 'the letters changed since they were printed: print them anew' };

function notPrintable({ persons }: ControllerCase, listId: string): DomainError {
  return persons.sendings.some((sending) => sending.listId === listId)
    ? { code: 'state.refused', state: persons.state, command: 'persons.print', allowed: [] }
    : { code: 'subject.unknown' };
}

/**
 * Sender's address as the case or the organisation has it, and the day on which the list was accepted with its text: the same
 * whenever the file is made again.
 */
async function letterheadOf(ctx: Context, one: ControllerCase, { at }: Sending): Promise<Letterhead> {
  const { street, postcode, city } = withHouse(one, await houseOf(ctx)).record;
  const from = [street ?? '', `${postcode ?? ''} ${city ?? ''}`.trim()].filter((line) => line !== '');
  return { from, on: localDate(at, one.opened.zone) };
}

/** The letters file by file, each in the language of whom it is for, with the message that was accepted with the list. */
async function* batchesOf(ctx: Context, one: ControllerCase, sending: Sending): AsyncGenerator<PostedLetter[]> {
  const frozenFor = spokenTo(await messagesOf(ctx, one, sending));
  let batch: PostedLetter[] = [];
  for await (const { postal, language } of ctx.ports.recipients.letters(ctx.orgId, sending.listId)) {
    batch.push({ frozen: frozenFor(language), to: postal });
    if (batch.length < LETTERS_IN_FILE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
