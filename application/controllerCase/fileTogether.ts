import type { ControllerCase } from '../../domain/controllerCase/case';
import { decideCase } from '../../domain/controllerCase/decide';
import { CaseEvent, type CaseEventOf } from '../../domain/controllerCase/events';
import { bundlesOf, holds } from '../../domain/controllerCase/together';
import { done, refused, type Result } from '../../domain/shared/errors';
import { readEvent } from '../../domain/shared/readEvent';
import { isSystem } from '../policies/asker';
import { mayCommandCase } from '../policies/controllerCase';
import type { Call, Context } from '../ports/ports';
import { aroundCommand } from './aroundCommand';
import { changeCase } from './changeCase';
import { othersOf } from './togetherWith';

/** A case whose own file does not hold what was filed for it with others; `seq`: the entry of the case that was filed first. */
export type Unwritten = { seq: number; caseId: string; reference: string };

/** What was filed first with this case for several, and is not in the file of each of them (rule E8). */
export async function unwrittenOf(ctx: Context, one: ControllerCase): Promise<Unwritten[]> {
  const bundles = bundlesOf(one);
  const ids = bundles.flatMap(({ bundle }) => bundle.map(({ caseId }) => caseId));
  if (ids.length === 0) return [];
  const others = await othersOf(ctx, one, ids);
  return bundles.flatMap((filing) =>
    others
      .filter(({ id }) => filing.bundle.some(({ caseId }) => caseId === id))
      .filter((other) => !holds(other, filing))
      .map(({ id, reference }) => ({ seq: filing.seq, caseId: id, reference })),
  );
}

/**
 * Writes what was filed first with this case into the other cases that the same notification names, from the journal
 * alone. Safe to call at any time: keys are made from the first entry. A case that can take it no more keeps its own truth.
 *
 * @param input `graceMs`: what was filed first so short a time ago is left to whoever filed it; 0 unless said
 * @returns what is still unwritten
 */
export async function fileOthers({
  ctx,
  input,
}: Call<{ caseId: string; graceMs?: number }>): Promise<Result<Unwritten[]>> {
  if (!isSystem(ctx) && !mayCommandCase(ctx, 'authority.file')) return refused({ code: 'actor.forbidden' });
  const { orgId, ports } = ctx;
  const one = await ports.projections.read(orgId, 'controllerCase', input.caseId);
  if (one === null) return refused({ code: 'subject.unknown' });
  const unwritten = await unwrittenOf(ctx, one);
  if (unwritten.length === 0) return done([]);
  const untilMs = ports.now().getTime() - (input.graceMs ?? 0);
  const story = await ports.journal.readSubject(orgId, { kind: 'controllerCase', id: one.id }, 0);
  for (const missing of unwritten) {
    const entry = story.find(({ seq }) => seq === missing.seq);
    if (entry === undefined || Date.parse(entry.recordedAt) > untilMs) continue;
    const first = readEvent(CaseEvent, entry);
    if (first.type === 'authority.filed') await fileOther(ctx, one.id, missing, first);
  }
  return done(await unwrittenOf(ctx, one));
}

function fileOther(
  ctx: Context,
  firstId: string,
  { seq, caseId }: Unwritten,
  { values }: CaseEventOf<'authority.filed'>,
): Promise<unknown> {
  const { bundle, ...filing } = values;
  const command = { kind: 'authority.file' as const, ...filing, bundledWith: [] };
  return changeCase(ctx, {
    caseId,
    key: `bundle/${seq}/${caseId}`,
    request: { caseId, filedWith: firstId, seq },
    standing: 'decision',
    async decide(one, around) {
      const event = decideCase(one, command, { ...around, ...(await aroundCommand(ctx, one, command)) });
      if (!event.ok || event.value.type !== 'authority.filed') return event;
      return done({ ...event.value, values: { ...event.value.values, bundle } });
    },
  });
}
