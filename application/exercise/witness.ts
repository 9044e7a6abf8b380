import { contactsOf } from '../../domain/agreement/contacts';
import { type Exercise, incidentOf, receivedCaseOf } from '../../domain/exercise/fold';
import { type Witnessed, witnessed } from '../../domain/exercise/witnessed';
import type { Entry, Subject } from '../../domain/journal/entry';
import { done, type Result } from '../../domain/shared/errors';
import { allSubjects } from '../entries/allSubjects';
import { completeCase, surroundingsOnce } from '../notice/readCase';
import type { Context } from '../ports/ports';

/** All that belongs to an exercise, as entries say now: its incident, what that opened, and who wrote what. */
export async function witness(ctx: Context, exercise: Exercise): Promise<Result<Witnessed>> {
  const { orgId, ports } = ctx;
  const incidentId = incidentOf(exercise);
  const caseId = receivedCaseOf(exercise);
  const [incident, received] = await Promise.all([
    incidentId === null ? null : ports.projections.read(orgId, 'incident', incidentId),
    caseId === null ? null : ports.projections.read(orgId, 'controllerCase', caseId),
  ]);
  const [found, own] =
    incident === null
      ? [[], []]
      : await Promise.all([
          allSubjects(ports.projections, orgId, 'notice', { parentId: incident.id }),
          allSubjects(ports.projections, orgId, 'controllerCase', { parentId: incident.id }),
        ]);
  const cases = received === null ? own : [...own, received];
  const notices: Witnessed['notices'][number][] = [];
  const around = surroundingsOnce(ctx);
  for (const notice of found.toReversed()) {
    const read = await completeCase(ctx, notice, around(notice));
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
    const all = await ports.journal.readSubject(orgId, subject, 0);
    entries.push(...all.flatMap((entry) => witnessed(entry) ?? []));
  }
  return done({ exercise, incident, notices, cases, entries: entries.toSorted((a, b) => a.seq - b.seq) });
}
