import type { ControllerCase } from '../../domain/controllerCase/case';
import type { ReceiveNotice } from '../../domain/controllerCase/receiveCommand';
import { decideInformed, decideReceived, type Sealed } from '../../domain/controllerCase/decideReceived';
import { contractOfCase } from '../../domain/controllerCase/contractOfCase';
import { foldCase } from '../../domain/controllerCase/fold';
import { whyNotJoined } from '../../domain/controllerCase/joinable';
import { notAhead } from '../../domain/incident/chronology';
import { done, refused, type Result } from '../../domain/shared/errors';
import { plain } from '../../domain/shared/plain';
import { appendEvent, type Follower } from '../entries/appendEvent';
import { type Written, writtenOf } from '../entries/written';
import { placeOf } from '../organisation/zoneOf';
import { isSystem } from '../policies/asker';
import { broughtBefore, noteBrought, repeatOf } from './broughtUnderKey';
import { contractsWith } from './contractWith';
import { mayReceiveNotice } from '../policies/controllerCase';
import type { Call, Context } from '../ports/ports';
import { openedBy, receivedKey, toldAs } from '../received/openedBy';
import { type Believed, fault, sealedIn } from '../received/sealedIn';

/** `key`: of who brings it, under which only the same is a repeat; left out where nobody does. */
export type BringNotice = ReceiveNotice & { key?: string };

/**
 * A notice of another organisation, with its signed envelope: the first version opens the case, or joins one that was opened
 * by hand of the same notice; a later one is added to it. The same version is one, however often and by whichever of its envelopes it comes; what is not sealed by a key that we believe is
 * refused, and nothing is written.
 */
export async function receiveNotice({ ctx, input }: Call<BringNotice>): Promise<Result<Written>> {
  if (!mayReceiveNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const { key, ...said } = input;
  const before = key === undefined ? done(null) : await broughtBefore(ctx, key, said);
  if (!before.ok) return before;
  if (before.value !== null) return done(before.value);
  const believed = await sealedIn(ctx, said.envelope);
  if (!believed.ok) return believed;
  const received = await receiveBelieved(ctx, believed.value, said);
  if (!received.ok || key === undefined) return received;
  return noteBrought(ctx, { key, said, written: received.value }, believed.value.sealed);
}

/** The same of an envelope that was read: who calls it has let its actor in. */
export async function receiveBelieved(
  ctx: Context,
  { sealed, opens }: Believed,
  input: ReceiveNotice,
): Promise<Result<Written>> {
  if (opens === 'incident') return fault(`is of ${sealed.from}, a sub-processor of yours: take it in as such`);
  const written = await tellCase(ctx, sealed, input);
  // another version of the same notice was first: this one is told to its case
  return !written.ok && written.error.code === 'key.reused' ? tellCase(ctx, sealed, input) : written;
}

async function tellCase(ctx: Context, sealed: Sealed, input: ReceiveNotice): Promise<Result<Written>> {
  const { version, hash } = sealed;
  const first = receivedKey(sealed);
  const opened = await openedBy(ctx, sealed);
  if (opened?.kind === 'incident') return fault('has opened an incident here: it is told there');
  const joined = await caseOf(ctx, opened?.id ?? null, input.caseId);
  if (!joined.ok) return joined;
  const before = joined.value;
  const known = before && toldAs(before.told, { hash, version });
  if (before && known) return tellAgain(ctx, { before, sealed, known });
  const joins = opened === null && before !== null;
  const now = ctx.ports.now();
  const receivedAt = notAhead(input.receivedAt, now);
  const agreement = before
    ? done(null)
    : contractOfCase(await contractsWith(ctx, sealed.from, receivedAt), input.agreementId, !isSystem(ctx));
  if (!agreement.ok) return agreement;
  const around = { now, agreementId: agreement.value, ...(await placeOf(ctx)) };
  // handed within the installation, a version brings what would open a case, where it opens none
  const said = before && isSystem(ctx) ? { ...input, nature: [], knownAt: null } : input;
  const event = decideReceived(before, { sealed, said }, around);
  if (!event.ok) return event;
  const { values } = event.value;
  const appended = await appendEvent(ctx, {
    subject: { kind: 'controllerCase', id: before?.id ?? ctx.ports.newId() },
    key: opened ? `${first}/${version}/${hash}` : first,
    request: plain({ envelopeHash: hash, receivedAt: input.receivedAt, ...(joins && { caseId: before?.id ?? null }) }),
    event: { ...event.value, values: plain(values) },
    standing: before ? { kind: 'addition', revision: before.revision + 1 } : { kind: 'decision', revision: 1 },
    at: values.receivedAt,
    follower: informing(ctx, sealed, decideInformed(before, sealed, values.receivedAt)),
  });
  if (!appended.ok) return appended;
  const { entry, created } = appended.value;
  const after = before ? await ctx.ports.projections.read(ctx.orgId, 'controllerCase', before.id) : foldCase([entry]);
  return after === null
    ? refused({ code: 'subject.unknown' })
    : done(writtenOf(entry, after, after.reference, created));
}

/** The case that the notice has opened, else the one that a person says is of the same notice; null for a new one. */
async function caseOf(ctx: Context, openedId: string | null, said?: string): Promise<Result<ControllerCase | null>> {
  const refuse = (message: string) => refused({ code: 'input.invalid', issues: [{ pointer: '/caseId', message }] });
  if (openedId !== null && said !== undefined && said !== openedId)
    return refuse('its notice has a case of its own here');
  const id = openedId ?? said;
  if (id === undefined) return done(null);
  const one = await ctx.ports.projections.read(ctx.orgId, 'controllerCase', id);
  if (one === null) return said === undefined ? done(null) : refuse('is no case here');
  const why = openedId === null ? whyNotJoined(one) : null;
  return why === null ? done(one) : refuse(why);
}

/** A version that came before without what it says as values, by a webhook or by hand, brings them now. */
async function tellAgain(
  ctx: Context,
  { before, sealed, known }: { before: ControllerCase; sealed: Sealed; known: { seq: number; receivedAt: string } },
): Promise<Result<Written>> {
  const news = informing(ctx, sealed, decideInformed(before, sealed, known.receivedAt));
  if (news !== undefined) {
    const { key, event } = news;
    const subject = { kind: 'controllerCase' as const, id: before.id };
    const standing = { kind: 'addition' as const, revision: before.revision + 1 };
    const appended = await appendEvent(ctx, { subject, key, event, standing });
    if (!appended.ok) return appended;
  }
  return done({ ...repeatOf(before), seq: known.seq });
}

const informing = (ctx: Context, sealed: Sealed, event: ReturnType<typeof decideInformed>): Follower | undefined =>
  event === null
    ? undefined
    : {
        actor: ctx.actor,
        key: `${receivedKey(sealed)}/${sealed.version}/facts`,
        event: { type: event.type, values: plain(event.values) },
      };
