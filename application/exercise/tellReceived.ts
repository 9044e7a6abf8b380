import type { CaseCommandOf, OpenCase } from '../../domain/controllerCase/commands';
import { decideCase, decideOpening } from '../../domain/controllerCase/decide';
import type { Drill } from '../../domain/deadline/pace';
import { type Exercise, receivedCaseOf } from '../../domain/exercise/fold';
import { scenarioOf } from '../../domain/exercise/scenarios';
import { done, type Result } from '../../domain/shared/errors';
import { idFrom } from '../../domain/shared/idFrom';
import { plain } from '../../domain/shared/plain';
import { aroundCommand } from '../controllerCase/aroundCommand';
import { changeCase } from '../controllerCase/changeCase';
import { appendEvent } from '../entries/appendEvent';
import { placeOf } from '../organisation/zoneOf';
import type { Context } from '../ports/ports';

const FROM = { fr: 'Prestataire de paie fictif', en: 'Fictional payroll provider' } as const;
/** Of a processor that does not exist: no installation can have sealed a notice of this number. */
const REFERENCE = 'EXERCICE-1';

/**
 * A notice that a processor which does not exist tells us as its controller: the first opens a case of ours, a later one is
 * told to it. Under keys made of the exercise: told again after a crash, it is the same.
 *
 * @returns id of the case
 */
export async function tellReceived(
  ctx: Context,
  exercise: Exercise,
  { index, text }: { index: number; text: string },
): Promise<Result<string>> {
  const { id: exerciseId, planned } = exercise;
  const key = `exercise/${exerciseId}/notice/${index}`;
  const told = {
    receivedAt: ctx.ports.now().toISOString(),
    reference: REFERENCE,
    version: versionAt(exercise, index),
    from: FROM[planned.language],
    text,
  };
  const caseId = receivedCaseOf(exercise);
  return caseId === null ? open(ctx, exercise, { key, told }) : tell(ctx, { caseId, key, told });
}

type Told = Pick<OpenCase, 'receivedAt' | 'reference' | 'version' | 'from' | 'text'>;

const versionAt = ({ planned }: Exercise, index: number): number =>
  scenarioOf(planned.scenario)
    .injects.slice(0, index + 1)
    .filter(({ kind }) => kind === 'notice').length;

async function open(
  ctx: Context,
  { id: exerciseId, planned: { scenario, pace } }: Exercise,
  { key, told }: { key: string; told: Told },
): Promise<Result<string>> {
  const repeat = await ctx.ports.journal.byKey(ctx.orgId, key);
  if (repeat !== null) return done(repeat.subject.id);
  const { nature } = scenarioOf(scenario).facts;
  const none = { knownAt: null, agreementId: null, incidentId: null };
  const opening: OpenCase = {
    ...told,
    ...none,
    origin: 'processor',
    tellingKind: 'notice',
    certain: true,
    nature: [...nature],
    exercise: true,
  };
  const drill: Drill = { exerciseId, pace };
  const around = { now: ctx.ports.now(), hasAgreement: true, hasIncident: true, ...(await placeOf(ctx)) };
  const decided = decideOpening(opening, { ...around, drilled: { exercise: true, drill } });
  if (!decided.ok) return decided;
  const { type, values } = decided.value;
  const appended = await appendEvent(ctx, {
    subject: { kind: 'controllerCase', id: idFrom(key) },
    key,
    request: key, // the instant differs from one try to the next, what is meant does not
    event: { type, values: plain(values) },
    standing: { kind: 'decision', revision: 1 },
    at: values.receivedAt,
  });
  return appended.ok ? done(appended.value.entry.subject.id) : appended;
}

async function tell(
  ctx: Context,
  { caseId, key, told }: { caseId: string; key: string; told: Told },
): Promise<Result<string>> {
  const command: CaseCommandOf<'told.add'> = { kind: 'told.add', tellingKind: 'supplement', ...told };
  const changed = await changeCase(ctx, {
    caseId,
    key,
    request: key,
    standing: 'addition',
    decide: async (one, around) => decideCase(one, command, { ...around, ...(await aroundCommand(ctx, one, command)) }),
  });
  return changed.ok ? done(caseId) : changed;
}
