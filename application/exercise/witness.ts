import { contactsOf } from '../../domain/agreement/contacts';
import { type Exercise, incidentOf } from '../../domain/exercise/fold';
import type { Witnessed } from '../../domain/exercise/witnessed';
import type { Entry, Subject } from '../../domain/journal/entry';
import { done, type Result } from '../../domain/shared/errors';
import { allSubjects } from '../entries/allSubjects';
import { completeCase, surroundingsOnce } from '../notice/readCase';
import type { Context } from '../ports/ports';

/** All that belongs to an exercise, as entries say now: its incident, what that opened, and who wrote what. */
export async function witness(ctx: Context, exercise: Exercise): Promise<Result<Witnessed>> {
  const { orgId, ports } = ctx;
  const incidentId = incidentOf(exercise);
  const none = { exercise, incident: null, notices: [], cases: [], entries: [] };
  const incident = incidentId === null ? null : await ports.projections.read(orgId, 'incident', incidentId);
  if (incident === null) return done(none);
  const [found, cases] = await Promise.all([
    allSubjects(ports.projections, orgId, 'notice', { parentId: incident.id }),
    allSubjects(ports.projections, orgId, 'controllerCase', { parentId: incident.id }),
  ]);
  const notices: Witnessed['notices'][number][] = [];
  const around = surroundingsOnce(ctx);
  for (const notice of found.toReversed()) {
    const read = await completeCase(ctx, notice, around(notice));
    if (!read.ok) return read;
    notices.push({ ...read.value, contacts: contactsOf(read.value.agreement) });
  }
  const subjects: Subject[] = [
    { kind: 'incident', id: incident.id },
    ...found.map(({ id }): Subject => ({ kind: 'notice', id })),
    ...cases.map(({ id }): Subject => ({ kind: 'controllerCase', id })),
  ];
  const entries: Entry[] = [];
  for (const subject of subjects) entries.push(...(await ports.journal.readSubject(orgId, subject, 0)));
  return done({ exercise, incident, notices, cases, entries: entries.toSorted((a, b) => a.seq - b.seq) });
}
