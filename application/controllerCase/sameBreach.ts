import type { ControllerCase } from '../../domain/controllerCase/case';
import type { CaseEvent } from '../../domain/controllerCase/events';
import { sameIssues } from '../../domain/controllerCase/sameBreach';
import { done, refused, type Result } from '../../domain/shared/errors';
import { plain } from '../../domain/shared/plain';
import { allSubjects } from '../entries/allSubjects';
import { appendEvent } from '../entries/appendEvent';
import type { Context } from '../ports/ports';

/** Open cases of whose breach this one may be. */
export async function sameCandidates({ orgId, ports }: Context, one: ControllerCase): Promise<ControllerCase[]> {
  const open = await allSubjects(ports.projections, orgId, 'controllerCase', { open: true });
  return open.filter((other) => sameIssues(one, other).length === 0);
}

/** Those that were open, on the same contract, when a signed notice opened this one: nobody guesses, a person is asked. */
export async function alikeOf(ctx: Context, one: ControllerCase): Promise<ControllerCase[]> {
  const { agreementId } = one.opened;
  if (one.stage !== 'RECEIVED' || one.source === null || agreementId === null) return [];
  return (await sameCandidates(ctx, one)).filter(({ opened }) => opened.agreementId === agreementId);
}

/**
 * Tells the case that goes on what this one was told, before this one ends: whoever dies between leaves both open, and the
 * same command once more writes nothing twice. Later versions of the notice go there by themselves (`openedBy`).
 */
export async function tellSame(
  ctx: Context,
  one: ControllerCase,
  { caseId, reason }: { caseId: string; reason: string },
): Promise<Result<null>> {
  const told = one.told.map(({ kind, receivedAt, reference, version, envelopeHash, from, text, source, seq }) => ({
    name: `told/${seq}`,
    at: receivedAt,
    event: {
      type: 'case.told' as const,
      typeVersion: 2 as const,
      values: { kind, receivedAt, reference, version, envelopeHash, from, text, source },
    },
  }));
  const informed = one.informed.map(({ version, record }) => ({
    name: `informed/${version}`,
    at: undefined,
    event: { type: 'case.informed' as const, values: { version, ...record } },
  }));
  const values = { noteId: `same-${one.id}`, class: 'general' as const, text: `${one.reference}: ${reason}` };
  const note = { name: 'note', at: undefined, event: { type: 'note.added' as const, values } };
  for (const { name, at, event } of [...told, ...informed, note]) {
    const before = await ctx.ports.projections.read(ctx.orgId, 'controllerCase', caseId);
    const written = await appendEvent(ctx, {
      subject: { kind: 'controllerCase', id: caseId },
      key: `same/${one.id}/${name}`,
      request: { sameAs: one.id, name },
      event: { ...(event satisfies CaseEvent), values: plain(event.values) },
      standing: { kind: 'addition', revision: (before?.revision ?? 0) + 1 },
      ...(at !== undefined && { at }),
    });
    if (!written.ok) return written;
  }
  const lasting = await ctx.ports.projections.read(ctx.orgId, 'controllerCase', caseId);
  const issues = sameIssues(one, lasting); // it may have ended meanwhile
  return issues.length > 0 ? refused({ code: 'input.invalid', issues }) : done(null);
}
