import { contractColumns, registerColumns } from '../../domain/register/columns';
import { type RegisterFilter, type RowFact, rowsOf } from '../../domain/register/filter';
import { done, refused, type Result } from '../../domain/shared/errors';
import { pageAfter } from '../../domain/shared/pageAfter';
import { trace } from '../journal/trace';
import { mayReadJournal } from '../policies/journal';
import type { Call, Context } from '../ports/ports';
import { type RegisterRow, registerRows } from './registerRows';

/**
 * A register, or the part of it that was asked for. `columns`: keys in order, as the cells of each row stand. `contract`:
 * reference of the contract whose journal it is; null: our own register.
 */
export type Register = {
  columns: readonly string[];
  contract: string | null;
  total: number;
  rows: AsyncIterable<RegisterRow>;
};

/**
 * The whole register that a filter leaves, row by row as it is read: newest first, in bounded memory (GDPR Art. 33(5);
 * contract Annex 2 §12). With an agreement it is the journal of that contract, which holds nothing of another.
 */
export async function takeRegister({ ctx, input }: Call<{ filter: RegisterFilter }>): Promise<Result<Register>> {
  const found = await findRows(ctx, input.filter);
  if (!found.ok) return found;
  return done(registerOf(ctx, { ...found.value, asked: found.value.rows, filter: input.filter }));
}

export type ReadRegister = { filter: RegisterFilter; after?: string; limit: number };
export type RegisterPage = Omit<Register, 'rows'> & { rows: RegisterRow[]; next: string | null };

/** One page of it; `after` is the id of the last row of the page before, `next` gives it for the page that follows. */
export async function readRegister({ ctx, input }: Call<ReadRegister>): Promise<Result<RegisterPage>> {
  const { filter, after, limit } = input;
  const found = await findRows(ctx, filter);
  if (!found.ok) return found;
  const { rows } = found.value;
  const { items: asked, next } = pageAfter(rows, { after, limit }, ({ id }) => id);
  const { rows: given, ...rest } = registerOf(ctx, { ...found.value, asked, filter });
  const page: RegisterRow[] = [];
  for await (const row of given) page.push(row);
  return done({ ...rest, rows: page, next });
}

type Found = {
  facts: Awaited<ReturnType<Context['ports']['projections']['facts']>>;
  rows: RowFact[];
  contract: string | null;
};

async function findRows(ctx: Context, filter: RegisterFilter): Promise<Result<Found>> {
  if (!mayReadJournal(ctx)) return refused({ code: 'actor.forbidden' });
  const { orgId, ports } = ctx;
  const { agreementId } = filter;
  const agreement = agreementId === null ? null : await ports.projections.read(orgId, 'agreement', agreementId);
  if (agreementId !== null && agreement === null) return refused({ code: 'subject.unknown' });
  await trace(ctx, 'register', agreementId === null ? 'all' : `agreement=${agreementId}`);
  const facts = await ports.projections.facts(orgId);
  return done({ facts, rows: rowsOf(facts, filter), contract: agreement?.reference ?? null });
}

function registerOf(
  ctx: Context,
  { facts, rows, contract, asked, filter: { agreementId } }: Found & { asked: RowFact[]; filter: RegisterFilter },
): Register {
  const columns = agreementId === null ? registerColumns : contractColumns;
  return {
    columns: columns.map(({ key }) => key),
    contract,
    total: rows.length,
    rows: registerRows(ctx, { facts, rows: asked, agreementId }),
  };
}
