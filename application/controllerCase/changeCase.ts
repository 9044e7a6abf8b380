import { authoritiesOn } from '../../domain/authority/authorities';
import type { ControllerCase } from '../../domain/controllerCase/case';
import type { AroundCase } from '../../domain/controllerCase/decide';
import type { CaseEvent } from '../../domain/controllerCase/events';
import { foldCase } from '../../domain/controllerCase/fold';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Json } from '../../domain/shared/jcs';
import { localDate } from '../../domain/deadline/calendarDate';
import { plain } from '../../domain/shared/plain';
import { changeSubject, type Stands } from '../entries/changeSubject';
import { type Written, writtenOf } from '../entries/written';
import { handedBetween } from '../organisation/handedBetween';
import type { Context } from '../ports/ports';
import type { AroundCommand } from './aroundCommand';
import { areMailsCaught } from '../organisation/mailsCaught';

/** What every decision looks at; what one command needs beside it, that command reads. */
type AroundAny = Omit<AroundCase, keyof AroundCommand>;

export type CaseChange = {
  caseId: string;
  key: string;
  request: Json;
  decided?: number | undefined;
  standing: Stands;
  decide(one: ControllerCase, around: AroundAny): Result<Decided> | Promise<Result<Decided>>;
};

/** `at`: when it happened, where no value says so. `next`: what is written right behind it, in the same write, under a key and a request of its own. */
type Decided = CaseEvent & { at?: string; next?: { key: string; request: Json; event: CaseEvent } };

/** One command as one entry: recall, read, decide, append. */
export async function changeCase(ctx: Context, change: CaseChange): Promise<Result<Written>> {
  const { caseId, decide, ...rest } = change;
  const [sameHand, isCaught] = await Promise.all([handedBetween(ctx), areMailsCaught(ctx)]);
  const isRelaySet = !isCaught;
  const changed = await changeSubject(ctx, {
    kind: 'controllerCase',
    id: caseId,
    ...rest,
    async decide(one) {
      const event = await decide(one, aroundNow(ctx, { sameHand, zone: one.opened.zone, isRelaySet }));
      if (!event.ok) return event;
      const { next, ...first } = event.value;
      const follower = next && { ...next, actor: ctx.actor, event: written(next.event), ...happenedAt(next.event) };
      return done({ ...written(first), ...happenedAt(first), follower });
    },
  });
  if (!changed.ok) return changed;
  const { entry, created, followed, before } = changed.value;
  const isNext = before !== null && entry.revision === before.revision + 1;
  const after = isNext
    ? foldCase(followed === null ? [entry] : [entry, followed], before)
    : await ctx.ports.projections.read(ctx.orgId, 'controllerCase', caseId);
  return after === null
    ? refused({ code: 'subject.unknown' })
    : done(writtenOf(entry, after, after.reference, created));
}

const written = (event: CaseEvent) => ({ ...event, values: plain(event.values) });

type Known = Pick<AroundCase, 'sameHand' | 'isRelaySet'> & { zone: string };

function aroundNow({ actor, roles, ports }: Context, { sameHand, zone, isRelaySet }: Known): AroundAny {
  const now = ports.now();
  return {
    actorId: actor.id,
    isPerson: actor.kind === 'person',
    sameHand,
    roles,
    now,
    newId: ports.newId(),
    authorityIds: new Set(authoritiesOn(localDate(now.toISOString(), zone)).map(({ id }) => id)),
    isRelaySet,
  };
}

/** When it happened, where that is not when it was written. */
function happenedAt({ type, values }: CaseEvent): { at: string } | Record<string, never> {
  switch (type) {
    case 'case.told':
      return { at: values.receivedAt };
    case 'authority.filed':
    case 'authority.withdrawn':
    case 'regime.sent':
      return { at: values.sentAt };
    case 'authority.asked':
    case 'processor.asked':
      return { at: values.askedAt };
    case 'authority.answered':
    case 'processor.answered':
    case 'processor.measureAnswered':
      return { at: values.answeredAt };
    case 'processor.acknowledged':
      return { at: values.acknowledgedAt };
    case 'processor.measureProposed':
      return { at: values.proposedAt };
    case 'processor.measureTaken':
      return { at: values.takenAt };
    case 'persons.ordered':
      return { at: values.orderedAt };
    case 'persons.lifted':
      return { at: values.liftedAt };
    case 'persons.told':
      return { at: values.toldAt };
    default:
      return {};
  }
}
