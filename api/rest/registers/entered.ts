import { z } from 'zod';
import { readOrganisation } from '../../../application/organisation/readOrganisation';
import type { Context } from '../../../application/ports/ports';
import { Language } from '../../../domain/letters/head';
import { filterOf, type RegisterQuery } from '../../registers/registerQuery';

export const tag = 'registers';
export const language = Language.default('fr').meta({ description: 'language of names and terms' });

/** The filter that was asked, with the zone in which its days were counted, and the hour of the answer. */
export async function entered(ctx: Context, asked: RegisterQuery) {
  const organisation = await readOrganisation({ ctx });
  if (!organisation.ok) return organisation;
  const zone = organisation.value.timeZone;
  const filter = filterOf(asked, zone);
  if (!filter.ok) return { ok: false as const, error: { code: 'input.invalid' as const, issues: filter.issues } };
  return { ok: true as const, value: { filter: filter.value, zone, now: ctx.ports.now().toISOString() } };
}

export const RegisterCell = z.strictObject({
  column: z.string().meta({ description: 'key of the column' }),
  label: z.string().meta({ description: 'what the column is called' }),
  text: z.string().meta({ description: 'in words; never blank' }),
});

/** Cells of a row, each with its column. */
export const labelledCells = (columns: readonly string[], cells: readonly string[], labels: readonly string[]) =>
  cells.map((text, index) => ({ column: columns[index] ?? '', label: labels[index] ?? '', text }));
