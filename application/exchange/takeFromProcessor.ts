import { readEnvelope } from '../../domain/controllerCase/envelope';
import type { MeasureSaid } from '../../domain/consultation/said';
import { knownBefore } from '../../domain/exchange/knownBefore';
import type { FromProcessor } from '../../domain/exchange/message';
import { done, refused, type Result } from '../../domain/shared/errors';
import { answeredKey, takeAnswer } from '../controllerCase/takeAnswer';
import { measureKey, takeMeasure } from '../controllerCase/takeMeasure';
import type { Context } from '../ports/ports';
import { type Opened, openedBy, toldAs, type ToldVersion } from '../received/openedBy';
import { takeVersion as takeSealed } from '../received/takeVersion';

type Taken = Result<string> | { why: 'superseded' };

/**
 * A version opens its case, or its incident, or is told to it: received at the instant at which this installation takes it,
 * and presumed known since its mails left (rule E5). An older one than it knows, that never came, would say again what is no
 * longer so.
 *
 * @returns when it was taken first
 */
export async function takeFromProcessor(ctx: Context, origin: string, said: FromProcessor): Promise<Taken> {
  switch (said.kind) {
    case 'version':
      return takeVersion(ctx, origin, said);
    case 'answer':
      return takeAnswerOf(ctx, origin, said);
    default:
      return takeMeasureOf(ctx, origin, said);
  }
}

async function takeVersion(ctx: Context, origin: string, said: FromProcessor & { kind: 'version' }): Promise<Taken> {
  const envelope = readEnvelope(said.envelope);
  if (typeof envelope === 'string') return invalid(envelope);
  const { header, hash } = envelope;
  if (header.origin !== origin) return invalid('is of another sender than the message');
  const source = { origin, noticeId: header.notice.id };
  const before = await openedBy(ctx, source);
  const told = before?.told ?? null;
  const sealed = { hash, version: header.notice.version };
  const known = told && toldAs(told, sealed);
  if (before && known) return done(await takenAt(ctx, before, known));
  if (told === null && header.notice.kind === 'withdrawal') return refused({ code: 'subject.unknown' });
  // only what was sealed counts: a number typed by hand may be a slip
  const isOlder = told?.some(
    (one) => one.envelopeHash !== null && one.version !== null && one.version > header.notice.version,
  );
  if (isOlder) return { why: 'superseded' };
  const { envelope: text, kind: _kind, ...input } = said;
  const receivedAt = ctx.ports.now().toISOString();
  const received = await takeSealed({
    ctx,
    input: {
      ...input,
      knownAt: knownBefore(said.knownAt, envelope, receivedAt),
      upward: said.upward ?? null,
      envelope: text,
      receivedAt,
    },
  });
  if (!received.ok) return received;
  const after = await openedBy(ctx, source);
  const written = after && toldAs(after.told, sealed);
  return done(after && written ? await takenAt(ctx, after, written) : receivedAt);
}

/** When a version was taken: an incident begins with when it is presumed received, a case keeps both. */
async function takenAt({ orgId, ports }: Context, { kind }: Opened, { seq, receivedAt }: ToldVersion): Promise<string> {
  if (kind === 'controllerCase') return receivedAt;
  const [entry] = await ports.journal.readWindow(orgId, seq - 1, 1);
  return entry?.recordedAt ?? receivedAt;
}

async function takeAnswerOf(ctx: Context, origin: string, said: FromProcessor & { kind: 'answer' }): Promise<Taken> {
  const { noticeId, questionId, answeredAt, text } = said;
  const taken = await takeAnswer({ ctx, input: { origin, noticeId, questionId, answeredAt, text } });
  if (!taken.ok) return taken;
  return recordedAt(ctx, answeredKey(taken.value.id, questionId));
}

async function takeMeasureOf(ctx: Context, origin: string, said: MeasureSaid): Promise<Taken> {
  const taken = await takeMeasure({ ctx, input: { origin, said, isSealed: true } });
  return taken.ok ? recordedAt(ctx, measureKey(taken.value.id, said)) : taken;
}

async function recordedAt({ orgId, ports }: Context, key: string): Promise<Result<string>> {
  const entry = await ports.journal.byKey(orgId, key);
  return done(entry?.recordedAt ?? ports.now().toISOString());
}

const invalid = (message: string): Result<never> =>
  refused({ code: 'input.invalid', issues: [{ pointer: '/said/envelope', message }] });
