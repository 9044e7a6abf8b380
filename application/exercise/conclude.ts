import type { Exercise } from '../../domain/exercise/fold';
import { hashOfReport, reportOf } from '../../domain/exercise/report';
import type { Witnessed } from '../../domain/exercise/witnessed';
import type { Subject } from '../../domain/journal/entry';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Json } from '../../domain/shared/jcs';
import { plain } from '../../domain/shared/plain';
import { appendEvent } from '../entries/appendEvent';
import type { Context } from '../ports/ports';
import { witness, witnessAtStop } from './witness';

const OVER = { fr: 'L’exercice est terminé.', en: 'The exercise is over.' } as const;

/**
 * Ends whatever of a stopped exercise still runs, then writes its report down with its hash (duty S3-06). Each under a key
 * made of the exercise: whoever comes twice, or goes on where a process died, does no more.
 */
export async function conclude(ctx: Context, exerciseId: string): Promise<Result<null>> {
  const exercise = await ctx.ports.projections.read(ctx.orgId, 'exercise', exerciseId);
  if (exercise === null) return refused({ code: 'subject.unknown' });
  if (exercise.stage !== 'STOPPED') return done(null);
  const [seen, open] = await Promise.all([witnessAtStop(ctx, exercise), witness(ctx, exercise)]);
  if (!seen.ok) return seen;
  if (!open.ok) return open;
  const report = reportOf(seen.value); // as it stood when it was stopped: what a machine closes, nobody has closed
  const ended = await endAll(ctx, exercise, open.value);
  if (!ended.ok) return ended;
  const { score, most } = report;
  return write(ctx, exercise, {
    subject: { kind: 'exercise', id: exercise.id },
    revision: exercise.revision,
    event: { type: 'exercise.concluded', values: plain({ reportHash: hashOfReport(report), score, most, report }) },
  });
}

/** Looks again until nothing is open: what was opened while the incident was still so is ended too, each once. */
async function endAll(
  ctx: Context,
  exercise: Exercise,
  seen: Witnessed,
  before = new Set<string>(),
): Promise<Result<null>> {
  const open = endings(seen).filter(({ subject }) => !before.has(subject.id));
  if (open.length === 0) return done(null);
  for (const end of open) {
    const ended = await write(ctx, exercise, end);
    if (!ended.ok) return ended;
  }
  const again = await witness(ctx, exercise);
  if (!again.ok) return again;
  return endAll(ctx, exercise, again.value, new Set([...before, ...open.map(({ subject }) => subject.id)]));
}

type Ending = {
  subject: Subject;
  revision: number;
  event: { type: string; values: Record<string, Json> };
};

/** Notices first: an incident closes once nothing of it is open. */
function endings({ exercise, incident, notices, cases }: Witnessed): Ending[] {
  const text = OVER[exercise.planned.language];
  const outcome = incident?.aware ? 'breach' : 'notABreach';
  return [
    ...notices
      .filter(({ notice }) => notice.life === 'OPEN')
      .map(({ notice: { id, revision } }): Ending => ({
        subject: { kind: 'notice', id },
        revision,
        event: { type: 'notice.closed', values: { ground: 'exerciseOver', reason: text } },
      })),
    ...cases
      .filter(({ stage }) => stage !== 'CLOSED')
      .map(({ id, revision }): Ending => ({
        subject: { kind: 'controllerCase', id },
        revision,
        event: { type: 'case.closed', values: { lessons: text } },
      })),
    ...(incident === null || incident.stage === 'CLOSED' || incident.stage === 'EVENT_CLOSED' ? [] : [incident]).map(
      ({ id, revision }): Ending => ({
        subject: { kind: 'incident', id },
        revision,
        event: {
          type: 'incident.closed',
          values: { outcome, consequences: [], holdsDecided: true, lessons: text },
        },
      }),
    ),
  ];
}

/** What comes in meanwhile is no reason not to end: an ending stands on whatever was written last. */
async function write(ctx: Context, { id }: Exercise, { subject, revision, event }: Ending): Promise<Result<null>> {
  const key = `exercise/${id}/over/${subject.kind}/${subject.id}`;
  const appended = await appendEvent(ctx, {
    subject,
    key,
    request: key, // the report may read otherwise at the next try, what is meant does not
    event,
    standing: { kind: 'addition', revision: revision + 1 },
  });
  return appended.ok ? done(null) : appended;
}
