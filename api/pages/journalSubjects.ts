import type { Context } from '../../application/ports/ports';
import type { Incident } from '../../domain/incident/incident';
import type { Subject } from '../../domain/journal/entry';
import { SubjectUnreadable } from '../../domain/shared/unreadable';
import type { EntryLine } from '../../templates/pages/journal';

/** An incident with more notices than this is read notice by notice. */
const MOST_NOTICES = 500;

/**
 * The subjects that a reference names; none where it names nothing. A reference names its entry, and so its subject
 * (`INC-2026-12` is entry 12). What an incident was is told by its notices too.
 */
export async function subjectsNamed(ctx: Context, name: string): Promise<Subject[]> {
  const named = await subjectNamed(ctx, name);
  if (named === null) return [];
  if (named.kind !== 'incident') return [named];
  const { orgId, ports } = ctx;
  const notices = await ports.projections.list(orgId, 'notice', { parentId: named.id, limit: MOST_NOTICES });
  return [named, ...notices.map(({ id }) => ({ kind: 'notice' as const, id }))];
}

async function subjectNamed({ orgId, ports }: Context, name: string): Promise<Subject | null> {
  const [, seq] = /^(?:SIG|INC|VUL|TRF|CTL)-\d{4}-(\d{1,9})$/i.exec(name) ?? [];
  if (seq !== undefined) {
    const [entry] = await ports.journal.readWindow(orgId, Number(seq) - 1, 1);
    return entry?.subject ?? null;
  }
  const [, kind, id] =
    /^(organisation|agreement|incident|vulnerability|transfer|notice|controllerCase|party)\/([\w-]{1,64})$/.exec(
      name,
    ) ?? [];
  return kind === undefined || id === undefined ? null : { kind: kind as Subject['kind'], id };
}

type Label = EntryLine['subject'];

/** What a subject is called, and the page where it is seen; of one that cannot be read, its id. */
export async function labelOf(ctx: Context, subject: Subject): Promise<Label> {
  try {
    return await nameOf(ctx, subject);
  } catch (error) {
    if (!(error instanceof SubjectUnreadable)) throw error;
    return { label: subject.id, href: null };
  }
}

/** The incident of an entry, for what the entry changed of it; null where it cannot be read. */
export async function incidentOf({ orgId, ports }: Context, id: string): Promise<Incident | null> {
  try {
    return await ports.projections.read(orgId, 'incident', id);
  } catch (error) {
    if (!(error instanceof SubjectUnreadable)) throw error;
    return null;
  }
}

async function nameOf({ orgId, ports }: Context, { kind, id }: Subject): Promise<Label> {
  switch (kind) {
    case 'incident': {
      const incident = await ports.projections.read(orgId, 'incident', id);
      const reference = incident?.reference.incident ?? incident?.reference.signal ?? id;
      return { label: reference, href: `/incidents/${id}` };
    }
    case 'notice': {
      const notice = await ports.projections.read(orgId, 'notice', id);
      if (notice === null) return { label: id, href: null };
      return { label: notice.opened.reference, href: `/incidents/${notice.opened.incidentId}/notices/${id}` };
    }
    case 'agreement': {
      const agreement = await ports.projections.read(orgId, 'agreement', id);
      return { label: agreement?.reference ?? id, href: `/agreements/${id}` };
    }
    case 'organisation':
      return { label: (await ports.projections.read(orgId, 'organisation', id))?.name ?? id, href: null };
    case 'controllerCase': {
      const one = await ports.projections.read(orgId, 'controllerCase', id);
      return { label: one?.reference ?? id, href: `/cases/${id}` };
    }
    case 'exercise':
      return {
        label: (await ports.projections.read(orgId, 'exercise', id))?.reference ?? id,
        href: `/exercises/${id}`,
      };
    case 'party':
      return { label: (await ports.projections.read(orgId, 'party', id))?.name ?? id, href: null };
    case 'vulnerability':
    case 'transfer': {
      const room = kind === 'transfer' ? 'transfers' : 'vulnerabilities';
      const reference = (await ports.projections.read(orgId, kind, id))?.reference;
      return { label: reference ?? id, href: `/${room}/${id}` };
    }
  }
}
