import { contactsOf } from '../../domain/agreement/contacts';
import { type Exercise, incidentOf, receivedCaseOf } from '../../domain/exercise/fold';
import { type Witnessed, witnessed } from '../../domain/exercise/witnessed';
import type { Entry, Subject } from '../../domain/journal/entry';
import { foldSubject } from '../../domain/journal/folds';
import type { State } from '../../domain/journal/states';
import { done, type Result } from '../../domain/shared/errors';
import { allSubjects } from '../entries/allSubjects';
import { readOnce } from '../entries/readOnce';
import { completeCase } from '../notice/readCase';
import type { Context } from '../ports/ports';

/** All that belongs to an exercise, as entries say now: its incident, what that opened, and who wrote what. */
export const witness = (ctx: Context, exercise: Exercise): Promise<Result<Witnessed>> => gather(ctx, exercise, null);

/**
 * What its report is reckoned from: all as it stood when the exercise was stopped, whatever was written since, be it by the
 * machine that ends its clocks. While it runs, as entries say now.
 */
export const witnessAtStop = (ctx: Context, exercise: Exercise): Promise<Result<Witnessed>> =>
  gather(ctx, exercise, exercise.stopped?.seq ?? null);

/** `before`: only entries below this seq; null: all. */
async function gather(ctx: Context, exercise: Exercise, before: number | null): Promise<Result<Witnessed>> {
  const { orgId, ports } = ctx;
  const incidentId = incidentOf(exercise);
  const caseId = receivedCaseOf(exercise);
  const stateOf = async <K extends WitnessedKind>(kind: K, id: string | null): Promise<State<K> | null> => {
    if (id === null) return null;
    if (before === null) return ports.projections.read(orgId, kind, id);
    return foldSubject(kind, await entriesBefore(ctx, { kind, id }, before));
  };
  const childrenOf = async <K extends 'notice' | 'controllerCase'>(kind: K, parentId: string): Promise<State<K>[]> => {
    const all = await allSubjects(ports.projections, orgId, kind, { parentId });
    if (before === null) return all;
    const then = await Promise.all(all.map(({ id }) => stateOf(kind, id)));
    return then.filter((one) => one !== null);
  };
  const [incident, received] = await Promise.all([stateOf('incident', incidentId), stateOf('controllerCase', caseId)]);
  const [found, own] =
    incident === null
      ? [[], []]
      : await Promise.all([childrenOf('notice', incident.id), childrenOf('controllerCase', incident.id)]);
  const cases = received === null ? own : [...own, received];
  const notices: Witnessed['notices'][number][] = [];
  const contractOf = readOnce((id) => stateOf('agreement', id));
  for (const notice of found.toReversed()) {
    const read = await completeCase(ctx, notice, Promise.all([incident, contractOf(notice.opened.agreementId)]));
    if (!read.ok) return read;
    notices.push({ ...read.value, contacts: contactsOf(read.value.agreement) });
  }
  const subjects: Subject[] = [
    ...(incident === null ? [] : [{ kind: 'incident' as const, id: incident.id }]),
    ...found.map(({ id }): Subject => ({ kind: 'notice', id })),
    ...cases.map(({ id }): Subject => ({ kind: 'controllerCase', id })),
  ];
  const entries: Entry[] = [];
  for (const subject of subjects) {
    const all = await entriesBefore(ctx, subject, before);
    entries.push(...all.flatMap((entry) => witnessed(entry) ?? []));
  }
  return done({ exercise, incident, notices, cases, entries: entries.toSorted((a, b) => a.seq - b.seq) });
}

type WitnessedKind = 'incident' | 'notice' | 'controllerCase' | 'agreement';

async function entriesBefore({ orgId, ports }: Context, subject: Subject, before: number | null): Promise<Entry[]> {
  const all = await ports.journal.readSubject(orgId, subject, 0);
  return before === null ? all : all.filter(({ seq }) => seq < before);
}
