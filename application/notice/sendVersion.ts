import type { Attempt } from '../../domain/delivery/events';
import type { SendingCommand } from '../../domain/notice/commands';
import { decideVersion, type VersionText } from '../../domain/notice/decideVersion';
import type { Version } from '../../domain/notice/events';
import { newestVersion } from '../../domain/notice/fold';
import { done, refused, type Result } from '../../domain/shared/errors';
import { type FirstClaim, firstClaim } from '../delivery/claimAttempt';
import { maySendNotice } from '../policies/notice';
import type { Call, Context } from '../ports/ports';
import { changeNotice, type Written } from './changeNotice';
import { defaultsOf } from './defaults';
import { freezeVersion } from './freezeVersion';
import { leaseOf } from './leaseOf';
import { type Clients, clientsOf } from '../agreement/clientsOf';
import { namingNobodyElse } from './otherClients';
import { notOverwritten } from './notOverwritten';
import { createPress, type Press } from './press';
import { completeCase, type FullCase, rememberedCase } from './readCase';
import { type Seen, tellsTheSame } from './tellingOf';
import { unseenNames } from './unseenNames';

export type SendVersion = {
  noticeId: string;
  key: string;
  command: SendingCommand;
  /**
   * What the sender was shown: what was decided or kept as a draft since then, or would be told otherwise, is refused with
   * what it is. A machine, which reads now, gives none.
   */
  seen?: Seen;
  /** Our clients, by whoever has read them for several sendings. */
  clients?: Clients;
  /** Claims the first mail for whoever will deliver it at once, in the same write. */
  claimAs?: Context;
};

/** `claim`: of the first mail, where it was asked for and written. */
export type Sent = Written & { claim: Attempt | null };

/**
 * Freezes a version of the notice, rendered once to the bytes that will leave. Delivery follows by itself.
 * Persons, workflow and watchdog all come through here; under one key the second is a no-op.
 */
export async function sendVersion({ ctx, input }: Call<SendVersion>): Promise<Result<Sent>> {
  if (!maySendNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const { noticeId, key, command, seen, clients: known, claimAs } = input;
  const press = createPress(ctx);
  const reading = known === undefined ? clientsOf(ctx) : Promise.resolve(known);
  reading.catch(() => undefined); // met by whoever waits for it
  await drawAhead(ctx, input, press);
  const claims: (FirstClaim | null)[] = [];
  const written = await changeNotice(ctx, {
    noticeId,
    key,
    command,
    decided: seen?.revision,
    standing: 'decision',
    async decide(read) {
      const clients = await reading;
      const { fullCase, held } =
        command.kind === 'protect' ? namingNobodyElse(clients, read) : { fullCase: read, held: [] };
      const version = await judgeSending(ctx, fullCase, { clients, command, seen });
      if (!version.ok) return version;
      const values = { ...(await freezeVersion(ctx, fullCase, version.value, press)), held };
      const still = command.kind === 'protect' ? await stillOwed(ctx, fullCase, command) : version;
      if (!still.ok) return still;
      const claim = claimAs === undefined ? null : claimMail(claimAs, fullCase, values);
      claims.push(claim);
      return done({ type: 'notice.version', values, follower: claim?.follower });
    },
  });
  if (!written.ok) return written;
  return done({ ...written.value, claim: written.value.followed ? (claims.at(-1)?.attempt ?? null) : null });
}

type Judged = { clients: Clients; command: SendingCommand; seen?: Seen | undefined };

/** What would be frozen now, or why nothing may be; read anew: what came in meanwhile was seen by nobody who sends. */
export async function judgeSending(
  ctx: Context,
  fullCase: FullCase,
  { clients, command, seen }: Judged,
): Promise<Result<VersionText>> {
  const same = seen === undefined ? done(null) : await stillAsSeen(ctx, fullCase, seen);
  if (!same.ok) return same;
  const unseen = unseenNames(clients, fullCase, command);
  return unseen.ok ? decideVersion(fullCase, command, defaultsOf(fullCase), ctx.ports.now()) : unseen;
}

function claimMail(ctx: Context, fullCase: FullCase, { deliverables }: Version): FirstClaim | null {
  const mail = deliverables.find(({ channel }) => channel === 'email');
  if (mail === undefined) return null;
  return firstClaim(ctx, { kind: 'notice', id: fullCase.notice.id }, mail.id, leaseOf(fullCase, ctx.ports.now()));
}

/**
 * Begins to draw what would be sent if the journal said what this process remembers; it is read while the drawing goes on.
 * What fails here is met again by `decide`, or was not true.
 */
async function drawAhead(ctx: Context, { noticeId, command }: SendVersion, press: Press): Promise<void> {
  try {
    const remembered = await rememberedCase(ctx, noticeId);
    if (remembered === null) return;
    const version = decideVersion(remembered, command, defaultsOf(remembered), ctx.ports.now());
    if (version.ok) await press.begin(remembered, version.value);
  } catch {}
}

/**
 * Drawing takes its time: a breach that was ruled out meanwhile is told to nobody by a machine. Between this and the entry
 * itself it may be still; then the withdrawal follows.
 */
async function stillOwed(ctx: Context, { notice }: FullCase, command: SendingCommand): Promise<Result<unknown>> {
  const read = await completeCase(ctx, notice);
  return read.ok ? decideVersion(read.value, command, defaultsOf(read.value), ctx.ports.now()) : read;
}

async function stillAsSeen(ctx: Context, fullCase: FullCase, seen: Seen): Promise<Result<null>> {
  const draft = await notOverwritten(ctx, fullCase.notice, seen.revision);
  return draft.ok ? tellsTheSame(fullCase, seen) : draft;
}

/** Which version a machine would make next: the name under which engine, watchdog and restore do it once. */
export const nextNumber = (notice: Parameters<typeof newestVersion>[0]): number =>
  (newestVersion(notice)?.number ?? 0) + 1;
