import type { ControllerCase } from '../../domain/controllerCase/case';
import { withHouse } from '../../domain/controllerCase/house';
import type { Entry } from '../../domain/journal/entry';
import { done, refused, type Result } from '../../domain/shared/errors';
import { filteredPage } from '../entries/filteredPage';
import { withholdCounsel } from '../journal/withholdCounsel';
import { mayReadCases } from '../policies/controllerCase';
import type { Call, Context } from '../ports/ports';
import { houseOf } from './houseOf';

/** A case as its journal says it. */
export async function readControllerCase({ ctx, input }: Call<{ caseId: string }>): Promise<Result<ControllerCase>> {
  if (!mayReadCases(ctx)) return refused({ code: 'actor.forbidden' });
  const found = await ctx.ports.projections.read(ctx.orgId, 'controllerCase', input.caseId);
  return found === null ? refused({ code: 'subject.unknown' }) : done(found);
}

/** With what the organisation says of itself, where its record is silent: for whoever fills in a form from it. */
export async function readCaseToFill({ ctx, input }: Call<{ caseId: string }>): Promise<Result<ControllerCase>> {
  const read = await readControllerCase({ ctx, input });
  return read.ok ? done(withHouse(read.value, await houseOf(ctx))) : read;
}

/** Entries of a case, newest fact first. */
export async function storyOfCase({ ctx, input }: Call<{ caseId: string }>): Promise<Result<Entry[]>> {
  if (!mayReadCases(ctx)) return refused({ code: 'actor.forbidden' });
  const subject = { kind: 'controllerCase' as const, id: input.caseId };
  const entries = await withholdCounsel(ctx, await ctx.ports.journal.readSubject(ctx.orgId, subject, 0));
  return done(newestFirst(entries));
}

export const newestFirst = (entries: readonly Entry[]): Entry[] =>
  entries.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at) || b.seq - a.seq);

export type ListCases = { open?: boolean; after?: string; limit: number };

/** Newest first: every real case of the organisation, from whichever processor; `after` is the id of the last one of the page before. */
export async function listControllerCases({ ctx, input }: Call<ListCases>): Promise<Result<ControllerCase[]>> {
  if (!mayReadCases(ctx)) return refused({ code: 'actor.forbidden' });
  return done(await filteredPage(ctx, 'controllerCase', input, isReal));
}

/** So many are looked at together: most often the first is real. */
const FEW = 20;

const isReal = ({ opened }: ControllerCase): boolean => !opened.exercise;

/** Whether any was opened, whatever became of it; an exercise is nobody's case. */
export const hasCase = async (ctx: Context): Promise<boolean> =>
  (await filteredPage(ctx, 'controllerCase', { limit: FEW }, isReal)).length > 0;
