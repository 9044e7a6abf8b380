import { decide, type OrganisationCommand } from '../../domain/organisation/decide';
import type { Organisation } from '../../domain/organisation/fold';
import type { Entry } from '../../domain/journal/entry';
import { changedBy } from '../../domain/journal/entry';
import { done, refused, type Result } from '../../domain/shared/errors';
import { canonical, type Json } from '../../domain/shared/jcs';
import type { Context, Ports } from '../ports/ports';
import { readOrganisation } from './readOrganisation';

type Change = {
  key: string;
  command: OrganisationCommand;
  /** What was asked, without ids made here: by default the command. */
  request?: Json;
  /** The newest decision that the asker had read. Given, the change is a decision; else it stands whatever came between. */
  decided?: number;
};

/** One command as one entry. A repeat under its key finds the entry that it made. */
export async function changeOrganisation(ctx: Context, change: Change): Promise<Result<Entry>> {
  const { key, command, request = command, decided } = change;
  const asked = canonical(request);
  const repeat = await ctx.ports.journal.recall(ctx.orgId, key, asked);
  if (!repeat.ok) return repeat;
  if (repeat.value !== null) return done(repeat.value);

  const read = await readOrganisation({ ctx });
  if (!read.ok) return read;
  if (decided !== undefined && decided !== read.value.decided) return stale(ctx, read.value, decided);

  const event = decide(read.value, command, ctx.ports.now());
  if (!event.ok) return event;
  const { type, values } = event.value;
  const appended = await ctx.ports.journal.append(
    {
      orgId: ctx.orgId,
      at: ctx.ports.now().toISOString(),
      actor: ctx.actor,
      type,
      subject: organisationSubject(ctx.orgId),
      key,
      values,
      request: asked,
    },
    { kind: decided === undefined ? 'addition' : 'decision', revision: read.value.revision + 1 },
  );
  return appended.ok ? done(appended.value.entry) : appended;
}

export const organisationSubject = (orgId: string) => ({ kind: 'organisation' as const, id: orgId });

async function stale(ctx: { orgId: string; ports: Pick<Ports, 'journal'> }, now: Organisation, decided: number) {
  const newer = await ctx.ports.journal.readSubject(ctx.orgId, organisationSubject(ctx.orgId), decided);
  return refused({ code: 'revision.stale', current: now.decided, changed: newer.map(changedBy) });
}
