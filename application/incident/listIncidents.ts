import type { Incident } from '../../domain/incident/incident';
import { type Word, wordOf } from '../../domain/incident/word';
import { done, refused, type Result } from '../../domain/shared/errors';
import { filteredPage } from '../entries/filteredPage';
import { mayReadIncidents } from '../policies/incident';
import type { Call } from '../ports/ports';

export type ListIncidents = { word?: Word; open?: boolean; after?: string; limit: number };

/** Newest first, without exercises, which have a register of their own; `after` is the id of the last one of the page before. */
export async function listIncidents({ ctx, input }: Call<ListIncidents>): Promise<Result<Incident[]>> {
  if (!mayReadIncidents(ctx)) return refused({ code: 'actor.forbidden' });
  const { word, ...query } = input;
  const isKept = (one: Incident): boolean => !one.report.exercise && (word === undefined || wordOf(one) === word);
  return done(await filteredPage(ctx, 'incident', query, isKept));
}
