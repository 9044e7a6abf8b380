import { remindOfContacts } from '../../application/agreement/remindOfContacts';
import { settleLinks } from '../../application/agreement/settleLinks';
import { createBundleSweep, settleCase } from '../../application/controllerCase/settleBundles';
import { sweepFiles } from '../../application/file/discardFiles';
import { tendLists } from '../../application/controllerCase/recipientLists';
import { createNext, nextOf as nextOfIncident } from '../../application/incident/limitOf';
import { tellAtOnce } from '../../application/atOnce/tellAtOnce';
import { settleAlarms } from '../../application/organisation/settleAlarms';
import { workplaceOf } from '../../application/organisation/zoneOf';
import { openImplied } from '../../application/notice/openImplied';
import { completeCase, type FullCase, loadCase, surroundingsOnce } from '../../application/notice/readCase';
import type { Duty } from '../../application/ports/gateway';
import type { Context, Ports } from '../../application/ports/ports';
import { nextMilestone as nextOfCase } from '../../domain/controllerCase/nextMilestone';
import { openLimit } from '../../domain/controllerCase/term';
import { nextMilestone as nextOfExercise } from '../../domain/exercise/nextMilestone';
import { dueOf, readSeqOf } from '../../domain/notice/case';
import { nextMilestone as nextOfNotice } from '../../domain/notice/nextMilestone';
import { allSubjects } from '../../application/entries/allSubjects';
import { orNull, unwrap } from '../unwrap';
import { createContactLooks } from './contactLooks';
import { createRetries } from './createRetries';
import type { Duties, OpenDuty } from './duties';

/** Duties as the journal's folded entries say. */
export function createDuties(ports: Ports): Duties {
  const relay = (orgId: string): Context => ({ orgId, actor: { kind: 'system', id: 'relay' }, roles: [], ports });

  /** Beside the way of the pokes, which a slow mail must not hold up; what fails is done again by the next sweep. */
  const alarms = (orgId: string): void => {
    void settleAlarms({ ctx: relay(orgId) }).catch(() => undefined);
    links(orgId);
    telling(orgId);
  };

  /** Links to sign have no run of their own: what a relay put off is tried again when it is due, not with the next sweep. */
  const links = createRetries(async (orgId) => unwrap(await settleLinks({ ctx: relay(orgId) })).nextAtMs, ports.now);

  /** Duties S3-10, S3-17: as links, they have no run of their own. */
  const telling = createRetries(async (orgId) => unwrap(await tellAtOnce({ ctx: relay(orgId) })).nextAtMs, ports.now);

  const contacts = createContactLooks(
    async (orgId) => unwrap(await remindOfContacts({ ctx: relay(orgId) })),
    ports.now,
  );

  const sweepBundles = createBundleSweep();

  async function noticesOf(orgId: string, query: { parentId?: string; agreementId?: string }, seq: number) {
    const { agreementId, parentId } = query;
    const found = await allSubjects(
      ports.projections,
      orgId,
      'notice',
      parentId === undefined ? { open: true } : { parentId },
    );
    return found
      .filter(({ opened }) => agreementId === undefined || opened.agreementId === agreementId)
      .map(({ id }): Duty => ({ orgId, obligation: 'processorNotice', subjectId: id, seq }));
  }

  /** What follows an incident was written by whoever came first, perhaps by a run's own kind, of which no poke is made. */
  const casesOf = async (orgId: string, parentId: string, seq: number): Promise<Duty[]> =>
    (await allSubjects(ports.projections, orgId, 'controllerCase', { parentId })).map(({ id }): Duty => ({
      orgId,
      obligation: 'controllerCase',
      subjectId: id,
      seq,
    }));

  /** A backup was put back: runs that went on meanwhile, or were lost with Temporal, read the journal anew. */
  async function isRestored(orgId: string, seq: number): Promise<boolean> {
    return (await ports.journal.readWindow(orgId, seq - 1, 1))[0]?.type === 'journal.restored';
  }

  const concerned: Duties['concerned'] = async ({ orgId, subject: { kind, id }, seq }) => {
    switch (kind) {
      case 'notice':
        return [{ orgId, obligation: 'processorNotice', subjectId: id, seq }];
      case 'incident':
        unwrap(await openImplied({ ctx: relay(orgId), input: { incidentId: id } }));
        return [
          { orgId, obligation: 'incidentFollowUp', subjectId: id, seq },
          ...(await noticesOf(orgId, { parentId: id }, seq)),
          ...(await casesOf(orgId, id, seq)),
        ];
      case 'agreement':
        links(orgId);
        contacts.changed(orgId);
        return noticesOf(orgId, { agreementId: id }, seq);
      case 'organisation':
        alarms(orgId);
        return (await isRestored(orgId, seq)) ? open(orgId) : [];
      case 'controllerCase':
        await settleCase({ ctx: relay(orgId), input: { caseId: id } }).catch(orNull); // another case holds up no duty of this one
        return [{ orgId, obligation: 'controllerCase', subjectId: id, seq }];
      case 'exercise':
        return [{ orgId, obligation: 'exerciseRun', subjectId: id, seq }];
      case 'vulnerability':
      case 'transfer':
        telling(orgId);
        return [];
      case 'party':
        return [];
    }
  };

  const isOpen: Duties['isOpen'] = async ({ orgId, obligation, subjectId }) => {
    switch (obligation) {
      case 'processorNotice':
        return nextOfNotice(unwrap(await loadCase(relay(orgId), subjectId)), ports.now()) !== null;
      case 'controllerCase': {
        const one = await ports.projections.read(orgId, 'controllerCase', subjectId);
        return one !== null && nextOfCase(one, ports.now()) !== null;
      }
      case 'exerciseRun': {
        const exercise = await ports.projections.read(orgId, 'exercise', subjectId);
        return exercise !== null && nextOfExercise(exercise, ports.now()) !== null;
      }
      case 'incidentFollowUp': {
        const incident = await ports.projections.read(orgId, 'incident', subjectId);
        return (
          incident !== null &&
          (await nextOfIncident(relay(orgId), incident, ports.now(), await workplaceOf({ orgId, ports }))) !== null
        );
      }
    }
  };

  const open: Duties['open'] = async (orgId) => {
    const duties: OpenDuty[] = [];
    alarms(orgId);
    contacts.sweep(orgId);
    for (const take of [tendLists, sweepFiles]) void take({ orgId, ports }).catch(() => undefined); // the next sweep does it
    const place = await workplaceOf({ orgId, ports });
    const nextOfEach = createNext(relay(orgId));
    for (const incident of await allSubjects(ports.projections, orgId, 'incident', { open: true })) {
      if ((await nextOfEach(incident, ports.now(), place)) === null) continue;
      duties.push({ orgId, obligation: 'incidentFollowUp', subjectId: incident.id, seq: incident.seq, dueAt: null });
    }
    const notices = await allSubjects(ports.projections, orgId, 'notice', { open: true });
    const around = surroundingsOnce(relay(orgId), notices);
    for (const notice of notices) {
      const noticeCase = await completeCase(relay(orgId), notice, around(notice)).then(unwrap).catch(orNull);
      if (noticeCase === null || nextOfNotice(noticeCase, ports.now()) === null) continue;
      duties.push(dutyOf(orgId, noticeCase));
    }
    await sweepBundles({ ctx: relay(orgId) });
    for (const one of await allSubjects(ports.projections, orgId, 'controllerCase', { open: true })) {
      if (nextOfCase(one, ports.now()) === null) continue;
      const dueAt = openLimit(one)?.strict ?? null;
      duties.push({ orgId, obligation: 'controllerCase', subjectId: one.id, seq: one.seq, dueAt });
    }
    for (const exercise of await allSubjects(ports.projections, orgId, 'exercise', { open: true })) {
      if (nextOfExercise(exercise, ports.now()) === null) continue;
      duties.push({ orgId, obligation: 'exerciseRun', subjectId: exercise.id, seq: exercise.seq, dueAt: null });
    }
    return duties;
  };

  return { concerned, isOpen, open };
}

function dutyOf(orgId: string, noticeCase: FullCase): OpenDuty {
  const dueAt = noticeCase.notice.dischargedAt === null ? (dueOf(noticeCase)?.dueAt ?? null) : null;
  const { id } = noticeCase.notice;
  return { orgId, obligation: 'processorNotice', subjectId: id, seq: readSeqOf(noticeCase), dueAt };
}
