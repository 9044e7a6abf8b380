import { type Boxes, createBoxes } from '../../domain/controllerCase/boxes';
import { exerciseIssues } from '../../domain/controllerCase/exerciseIssues';
import {
  type Columns,
  columnsOf,
  type LeftOut,
  type ListFacts,
  MOST_LEFT_OUT,
  MOST_NAMED,
  MOST_RECIPIENTS,
  readRecipient,
  type Recipient,
  type RowReason,
  TOGETHER,
} from '../../domain/controllerCase/recipients';
import { done, refused, type Result } from '../../domain/shared/errors';
import { DAY_MS } from '../../domain/shared/instant';
import { mayCommandCase } from '../policies/controllerCase';
import { CSV_END, CSV_ROW, type CsvEnd, type CsvRecord } from '../ports/csv';
import type { Call, Context } from '../ports/ports';
import { boxesTold, isToldByGone } from './toldBefore';

export type UploadRecipients = { caseId: string; key: string; bytes: AsyncIterable<Buffer> };

/** What nobody accepts goes after this long. */
const KEPT_MS = 7 * DAY_MS;
/** Rows sealed and written at once: what is in memory of a list, whatever its length, beside its addresses. */
const STORED_AT_ONCE = 32 * TOGETHER;
const LEFT_OUT_AT_ONCE = 1_000;

/**
 * Takes a list of the persons to be told, row by row as it comes. Bad rows, who stands twice and whom an accepted
 * list of the case tells are left out and reported by line; nothing is sent: a person accepts the list first
 * (`persons.send`).
 *
 * @returns `input.invalid` in an exercise, for a file without a column of addresses, without anybody to be told (which rows
 *   were left out is kept for a week all the same), that is no UTF-8, or that has told persons whose addresses are gone;
 *   `body.tooLarge` for one that is longer than is read
 */
export async function uploadRecipients({
  ctx,
  input,
}: Call<UploadRecipients>): Promise<Result<ListFacts & { created: boolean }>> {
  if (!mayCommandCase(ctx, 'persons.send')) return refused({ code: 'actor.forbidden' });
  const { orgId, ports } = ctx;
  const { caseId, key, bytes } = input;
  const one = await ports.projections.read(orgId, 'controllerCase', caseId);
  if (one === null) return refused({ code: 'subject.unknown' });
  if (one.stage !== 'BREACH')
    return refused({ code: 'state.refused', state: one.stage, command: 'persons.send', allowed: [] });
  const issues = exerciseIssues(one);
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  await ports.recipients.forgetExpired(orgId, ports.now());
  const listId = ports.newId();
  await ports.recipients.begin(orgId, listId, new Date(ports.now().getTime() + KEPT_MS));
  let isKept = false;
  try {
    const place = { listId, caseId, earlier: one.persons.sendings.length };
    const taken = await takeRows(ctx, place, await boxesTold(ctx, one), bytes);
    if (!taken.ok) return taken;
    if (await isToldByGone(ctx, one, taken.value)) return refused({ code: 'input.invalid', issues: [TOLD] });
    if (isBlank(taken.value)) return nobodyIn(taken.value);
    isKept = await ports.recipients.complete(orgId, key, taken.value);
    if (isKept) return answered(taken.value, true);
    const earlier = await ports.recipients.byKey(orgId, key);
    const isSame = earlier?.caseId === caseId && earlier.fileHash === taken.value.fileHash;
    return isSame ? answered(earlier, false) : refused({ code: 'key.reused' });
  } finally {
    if (!isKept) await ports.recipients.forget(orgId, listId);
  }
}

const NONE_NEW = 'holds nobody but who is told by an earlier list';
const TOLD = { pointer: '', message: 'this very file told persons before, and their addresses are gone' };

type Place = Pick<ListFacts, 'listId' | 'caseId' | 'earlier'>;

async function takeRows(
  ctx: Context,
  place: Place,
  told: Boxes,
  bytes: AsyncIterable<Buffer>,
): Promise<Result<ListFacts>> {
  const { orgId, ports } = ctx;
  const file = ports.readCsv(bytes);
  const tally = createTally(told);
  let columns: Columns | null = null;
  let read: Recipient[] = [];
  let stored = 0;
  let letters = 0;
  let orders = 0;
  const writeLeftOut = async (atLeast: number) => {
    if (tally.leftOut.length < atLeast) return;
    await ports.recipients.leaveOut(ctx.orgId, place.listId, orders, tally.leftOut.splice(0));
    orders += 1;
  };
  const flush = async () => {
    await ports.recipients.add(orgId, place.listId, stored + 1, read);
    stored += read.length;
    read = [];
  };
  for await (const record of file.records) {
    if (isEnd(record))
      return record.fault === 'fileTooLong'
        ? refused({ code: 'body.tooLarge' })
        : fault(record.line, CSV_END[record.fault]);
    if (columns === null) {
      columns = 'fields' in record ? columnsOf(record.fields) : null;
      if (columns === null)
        return fault(record.line, 'the first line names a column `email`, or `name`, `address` and `city`, each once');
      continue;
    }
    const recipient = tally.take(record, columns);
    if (recipient === null) {
      if (tally.isOverfull()) return fault(record.line, LEFT_OUT);
      await writeLeftOut(LEFT_OUT_AT_ONCE);
      continue;
    }
    if (stored + read.length === MOST_RECIPIENTS) return fault(record.line, TOO_MANY);
    read.push(recipient);
    if (recipient.email === null) letters += 1;
    if (read.length === STORED_AT_ONCE) await flush();
  }
  if (read.length > 0) await flush();
  await writeLeftOut(1);
  const facts = {
    ...place,
    at: ports.now().toISOString(),
    fileHash: file.hash(),
    count: stored,
    letters,
    ...tally.faults(),
  };
  return done(facts);
}

/** Not one row was left out, or told: there is nothing to keep. */
const isBlank = ({ count, bad, duplicates, toldBefore }: ListFacts): boolean =>
  count + bad + duplicates + toldBefore === 0;

const answered = (facts: ListFacts, created: boolean): Result<ListFacts & { created: boolean }> =>
  facts.count > 0 ? done({ ...facts, created }) : nobodyIn(facts);

function nobodyIn({ faults, bad, toldBefore }: ListFacts): Result<never> {
  const named = faults.map(({ line, reason }) => ({ pointer: `/line/${line}`, message: ROW_WORDS[reason] }));
  return refused({
    code: 'input.invalid',
    issues: [
      { pointer: '', message: toldBefore > 0 ? NONE_NEW : 'holds nobody who can be told' },
      ...named,
      ...(bad > named.length ? [{ pointer: '', message: FIRST }] : []),
    ],
  });
}

type End = Extract<CsvRecord, { fault: CsvEnd }>;
const isEnd = (record: CsvRecord): record is End => 'fault' in record && record.fault !== 'quotes';

const FIRST = `only the first ${MOST_NAMED} rows are named: all are in its \`left-out.csv\`, kept for a week`;
const LEFT_OUT = `leaves out more than ${MOST_LEFT_OUT} rows that cannot be told or stand twice: check its columns`;
const TOO_MANY = `holds more than ${MOST_RECIPIENTS} recipients: send several lists`;

const fault = (line: number, message: string): Result<never> =>
  refused({ code: 'input.invalid', issues: [{ pointer: `/line/${line}`, message }] });

export const ROW_WORDS: Record<RowReason, string> = {
  emailMissing: 'has no address',
  postalIncomplete: 'has a postal address without name, street or city',
  postalInvalid: 'has a postal address with a line that is too long or holds invisible characters',
  emailInvalid: 'has something that is no mail address',
  nameInvalid: 'has a name that is too long or holds invisible characters',
  languageUnknown: 'names a language other than fr and en',
  ...CSV_ROW,
};

/** Counts what is left out, and names the first of each; `leftOut` are those to be written. `told`: boxes of whom another list tells. */
function createTally(told: Boxes) {
  const known = createBoxes();
  const faults: ListFacts['faults'][number][] = [];
  const duplicateLines: number[] = [];
  const leftOut: LeftOut[] = [];
  const counted = { bad: 0, duplicates: 0, toldBefore: 0, shared: 0 };
  const leaveOut = (line: number, reason: RowReason): null => {
    counted.bad += 1;
    leftOut.push({ line, reason });
    if (faults.length < MOST_NAMED) faults.push({ line, reason });
    return null;
  };
  return {
    leftOut,
    isOverfull: () => counted.bad + counted.duplicates > MOST_LEFT_OUT,
    take(record: Exclude<CsvRecord, End>, columns: Columns): Recipient | null {
      const { line } = record;
      if ('fault' in record) return leaveOut(line, record.fault);
      const read = readRecipient(columns, record.fields);
      if (typeof read === 'string') return leaveOut(line, read);
      if (!known.has(read)) {
        const isShared = known.isShared(read) || told.isShared(read);
        known.add(read);
        if (!told.has(read)) {
          if (isShared) counted.shared += 1;
          return read;
        }
        counted.toldBefore += 1;
        leftOut.push({ line, reason: 'toldBefore' });
        return null;
      }
      counted.duplicates += 1;
      leftOut.push({ line, reason: 'duplicate' });
      if (duplicateLines.length < MOST_NAMED) duplicateLines.push(line);
      return null;
    },
    faults: () => ({ ...counted, faults, duplicateLines }),
  };
}
