import { done, refused, type Result } from '../../domain/shared/errors';
import type { Notice } from '../../domain/notice/fold';
import { filteredPage } from '../entries/filteredPage';
import { mayReadNotice } from '../policies/notice';
import type { Call } from '../ports/ports';
import { completeCase, type FullCase } from './readCase';

export type ListCases = { incidentId?: string; open?: boolean; after?: string; limit: number };

/** Notices newest first, each with what its clock follows from; `after` is the id of the last one of the page before. */
export async function listCases({ ctx, input }: Call<ListCases>): Promise<Result<FullCase[]>> {
  if (!mayReadNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const { incidentId, ...query } = input;
  const ofOne = incidentId === undefined ? query : { ...query, parentId: incidentId };
  // of an exercise only whoever asks for its incident sees anything
  const isKept = ({ opened }: Notice): boolean => incidentId !== undefined || !opened.exercise;
  const notices = await filteredPage(ctx, 'notice', ofOne, isKept);
  const cases: FullCase[] = [];
  for (const notice of notices) {
    const completed = await completeCase(ctx, notice);
    if (!completed.ok) return completed;
    cases.push(completed.value);
  }
  return done(cases);
}
