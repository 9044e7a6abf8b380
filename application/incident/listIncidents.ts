import type { Incident } from '../../domain/incident/incident';
import { type Word, wordOf } from '../../domain/incident/word';
import { done, refused, type Result } from '../../domain/shared/errors';
import { mayReadIncidents } from '../policies/incident';
import type { Call } from '../ports/ports';

export type ListIncidents = { word?: Word; open?: boolean; after?: string; limit: number };

/** Newest first; `after` is the id of the last one of the page before. */
export async function listIncidents({ ctx, input }: Call<ListIncidents>): Promise<Result<Incident[]>> {
  if (!mayReadIncidents(ctx)) return refused({ code: 'actor.forbidden' });
  const { word, limit, ...query } = input;
  const found: Incident[] = [];
  for (let { after } = query; found.length < limit;) {
    const page = await ctx.ports.projections.list(ctx.orgId, 'incident', {
      ...query,
      ...(after !== undefined && { after }),
      limit,
    });
    found.push(...page.filter((incident) => word === undefined || wordOf(incident) === word));
    after = page.at(-1)?.id;
    if (page.length < limit) break;
  }
  return done(found.slice(0, limit));
}
