import {
  meantBy,
  type NumbersColumns,
  numbersColumns,
  type NumbersReason,
  readNumbers,
  type Numbers,
} from '../../domain/notice/numbers';
import type { Draft } from '../../domain/notice/items';
import { type DomainError, done, type Issue, refused, type Result } from '../../domain/shared/errors';
import { canonical, type Json } from '../../domain/shared/jcs';
import { casesOf } from '../overview/listNow';
import { mayDraftNotice } from '../policies/notice';
import { CSV_END, CSV_ROW, type CsvEnd } from '../ports/csv';
import type { Call, Context } from '../ports/ports';
import { noteNotice } from './noteNotice';
import type { FullCase } from './readCase';
import { writtenSoFar } from './writtenSoFar';

type ItemC = Draft['c'];

/** What a file would make of item c of one notice. `revision`: of the draft that it would replace. */
export type NumbersRow = {
  line: number;
  fullCase: FullCase;
  before: ItemC;
  after: ItemC;
  isNew: boolean;
  revision: number;
};
export type NumbersFault = { line: number; reason: NumbersReason };
export type NumbersPlan = { rows: readonly NumbersRow[]; faults: readonly NumbersFault[] };

/** A controller each; more than any incident has. */
const MOST_ROWS = 1_000;

type Asked = { incidentId: string; csv: string };

/**
 * What a file of numbers would change in the drafts of an incident (F39): one row a controller, by the reference of its
 * contract or its name. Nothing is written; bad rows are named by their line.
 *
 * @returns `input.invalid` for a file that cannot be read as rows, at `/csv`
 */
export async function planNumbers({ ctx, input }: Call<Asked>): Promise<Result<NumbersPlan>> {
  if (!mayDraftNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const incident = await ctx.ports.projections.read(ctx.orgId, 'incident', input.incidentId);
  if (incident === null) return refused({ code: 'subject.unknown' });
  const cases = await casesOf(ctx, input.incidentId);
  if (!cases.ok) return cases;
  const called = cases.value
    .filter(({ notice }) => notice.opened.purpose === 'breach')
    .map((fullCase) => {
      const { reference, document } = fullCase.agreement;
      return { fullCase, reference, name: document?.controller.name ?? reference };
    });
  const rows: NumbersRow[] = [];
  const faults: NumbersFault[] = [];
  const taken = new Set<string>();
  let columns: NumbersColumns | null = null;
  for await (const record of ctx.ports.readCsv(bytesOf(input.csv)).records) {
    if (columns === null) {
      columns = 'fields' in record ? numbersColumns(record.fields) : null;
      if (columns === null) return unreadable(HEADER);
      continue;
    }
    if ('fault' in record && record.fault !== 'quotes') return unreadable(END[record.fault]);
    const { line } = record;
    const read = 'fault' in record ? record.fault : readNumbers(columns, record.fields);
    const meant = typeof read === 'string' ? read : meantBy(called, read.controller);
    const fault = typeof meant === 'string' ? meant : faultOf(meant.fullCase, taken);
    if (fault !== null) faults.push({ line, reason: fault });
    else if (typeof meant !== 'string' && typeof read !== 'string') {
      taken.add(meant.fullCase.notice.id);
      rows.push(rowOf(line, meant.fullCase, read));
    }
    if (rows.length + faults.length > MOST_ROWS) return unreadable(TOO_MANY);
  }
  return columns === null ? unreadable(HEADER) : done({ rows, faults });
}

const HEADER = 'the first line names a column `controller`, each name once';
const TOO_MANY = `holds more than ${MOST_ROWS} rows`;
const END: Record<CsvEnd, string> = { ...CSV_END, fileTooLong: 'is longer than is read' };

const unreadable = (message: string): Result<never> =>
  refused({ code: 'input.invalid', issues: [{ pointer: '/csv', message }] });

async function* bytesOf(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text, 'utf8');
}

function faultOf({ notice }: FullCase, taken: ReadonlySet<string>): NumbersReason | null {
  if (taken.has(notice.id)) return 'duplicate';
  return notice.life === 'OPEN' ? null : 'ended';
}

function rowOf(line: number, fullCase: FullCase, given: Numbers): NumbersRow {
  const before = writtenSoFar(fullCase).c;
  const known = before?.answer === 'value' ? before : null;
  const after = {
    answer: 'value' as const,
    text: given.categories ?? known?.text ?? scopeOf(fullCase),
    persons: given.persons ?? known?.persons ?? null,
    records: given.records ?? known?.records ?? null,
  };
  const isNew = canonical(before as Json) !== canonical(after);
  return { line, fullCase, before, after, isNew, revision: fullCase.notice.drafting.revision };
}

/** Categories as Annex 1 names them, where nobody has written any (domain rules 7.2). */
function scopeOf({ agreement }: FullCase): string {
  const { document, reference } = agreement;
  if (document === null) return reference;
  const { dataSubjects, dataCategories } = document.processing;
  const data = dataCategories.filter(({ processed }) => processed).map(({ category }) => category);
  return [...dataSubjects, ...data].join(', ');
}

export type NumbersOutcome = { noticeId: string } & (
  | { result: 'written' | 'unchanged' }
  | { result: 'refused'; error: DomainError }
);

/** `seen`: of each notice, the revision of its draft that the preview has shown. */
export type AcceptNumbers = Asked & { key: string; seen: ReadonlyMap<string, number> };

/**
 * Writes the numbers of a file into the drafts, as the preview has shown them: nothing while a row is bad; a draft that has
 * moved since is refused by itself, with what changed; what stands there already is not written again. Repeated, it goes on.
 */
export async function acceptNumbers({ ctx, input }: Call<AcceptNumbers>): Promise<Result<NumbersOutcome[]>> {
  const plan = await planNumbers({ ctx, input });
  if (!plan.ok) return plan;
  const { rows, faults } = plan.value;
  if (faults.length > 0) return refused({ code: 'input.invalid', issues: faults.map(issueOf) });
  const outcomes: NumbersOutcome[] = [];
  for (const row of rows) outcomes.push(await acceptOne(ctx, input, row));
  return done(outcomes);
}

export const NUMBERS_WORDS: Record<NumbersReason, string> = {
  ...CSV_ROW,
  controllerMissing: 'names no controller',
  controllerUnknown: 'names no controller of this incident',
  controllerTwice: 'names several contracts: give the reference of one',
  duplicate: 'names a controller that stands further up',
  ended: 'names a controller whose notice has ended',
  personsInvalid: 'has a number of persons that is none, or out of bounds',
  recordsInvalid: 'has a number of records that is none, or out of bounds',
  categoriesInvalid: 'has categories that are too long',
  nothing: 'gives nothing for its controller',
};

const issueOf = ({ line, reason }: NumbersFault): Issue => ({
  pointer: `/csv/line/${line}`,
  message: NUMBERS_WORDS[reason],
});

async function acceptOne(
  ctx: Context,
  input: AcceptNumbers,
  { fullCase, after, isNew }: NumbersRow,
): Promise<NumbersOutcome> {
  const { notice } = fullCase;
  const noticeId = notice.id;
  const key = `${input.key}/${noticeId}`;
  if (!isNew) return { noticeId, result: 'unchanged' };
  const command = { kind: 'draft' as const, items: { ...notice.draft, c: after } };
  // what was never shown is written over by nobody
  const over = input.seen.get(noticeId) ?? 0;
  const written = await noteNotice({ ctx, input: { noticeId, key, command, over } });
  return written.ok ? { noticeId, result: 'written' } : { noticeId, result: 'refused', error: written.error };
}
