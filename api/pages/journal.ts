import { z } from 'zod';
import { firstAltered, listJournal } from '../../application/overview/listJournal';
import { mayReadJournal, mayTakeJournal } from '../../application/policies/journal';
import { entryTypes } from '../../application/journal/entryTypes';
import { isCaseDecision } from '../../domain/controllerCase/events';
import type { Incident } from '../../domain/incident/incident';
import type { Entry } from '../../domain/journal/entry';
import { MINUTE_MS, plusMs } from '../../domain/shared/instant';
import { type EntryLine, journalPage } from '../../templates/pages/journal';
import type { Said, Word } from '../../templates/pages/words/word';
import { definePage } from '../http/definePage';
import { OrgId } from '../http/fields';
import { readMoment } from './forms/question';
import { authorOf, enterHouse, type Inside, shownAs } from './frame';
import type { PageHouse } from './house';
import { askedIn } from './incident/asked';
import { incidentOf, labelOf, subjectsNamed } from './journalSubjects';
import { dayOf, detailsOf, isLateRecord, titleOfEntry } from './story';

const PAGE = 30;

const Kind = z.enum(['all', 'decisions', 'notices', 'corrections', 'people']);
type Kind = z.infer<typeof Kind>;

const kinds: Record<Kind, { label: Word; types: readonly string[] | null }> = {
  all: { label: 'journal.kindAll', types: null },
  decisions: {
    label: 'journal.kindDecisions',
    types: [
      'event.reported',
      'triage.started',
      'event.dismissed',
      'incident.declared',
      'incident.told',
      'breach.suspected',
      'breach.extended',
      'aware.set',
      'subNotice.received',
      'subNotice.acknowledged',
      'incident.closed',
      'incident.reopened',
      'notice.version',
      'notice.closed',
    ],
  },
  notices: {
    label: 'journal.kindNotices',
    types: [
      'notice.opened',
      'notice.version',
      'delivery.attempt',
      'delivery.outcome',
      'delivery.replayAsked',
      'notice.acknowledged',
      'notice.called',
      'notice.reminded',
      'delivery.reported',
    ],
  },
  corrections: {
    label: 'journal.kindCorrections',
    types: [
      'aware.corrected',
      'breach.ruledOut',
      'approval.requested',
      'approval.given',
      'entry.corrected',
      'field.erased',
    ],
  },
  people: {
    label: 'journal.kindPeople',
    types: [
      'member.added',
      'member.changed',
      'member.left',
      'organisation.renamed',
      'organisation.seated',
      'organisation.described',
      'token.issued',
      'token.revoked',
    ],
  },
};

const query = z.object({
  subject: z.string().trim().max(120).default(''),
  kind: Kind.default('all'),
  known: z.string().max(20).default(''),
  below: z.coerce.number().int().positive().optional(),
});
type Asked = z.infer<typeof query>;

/** The journal as a table: filters in the URL, and what was known at an instant. */
export const journalPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/journal',
    audience: 'member',
    policy: mayReadJournal,
    params: z.object({ orgId: OrgId }),
    query,
    async render(visit) {
      const asked = visit.query;
      const entered = await enterHouse(house, visit, 'journal', pathOf(asked));
      if (!entered.ok) return entered;
      const { ctx, frame } = entered.value;
      const known = momentKnown(asked.known, frame.zone, visit.now);
      const subjects = asked.subject === '' ? null : await subjectsNamed(ctx, asked.subject);
      const knownAt = known.ok && known.value !== '' ? known.value : null;
      const page = await listJournal({
        ctx,
        input: {
          types: kinds[asked.kind].types,
          limit: PAGE,
          subjects,
          // the whole minute: what is shown to have been recorded in it was known then
          ...(knownAt !== null && { recordedUntil: plusMs(knownAt, MINUTE_MS - 1) }),
          ...(asked.below !== undefined && { below: asked.below }),
        },
      });
      if (!page.ok) return page;
      const { entries, next } = page.value;
      const { checkpoints, proofs } = ctx.ports;
      const hash = await checkpoints.newestHash(ctx.orgId);
      const verifierKey = hash === null ? '' : await proofs.notary.verifierKey(ctx.orgId);
      return shownAs(
        journalPage(frame, {
          filter: { subject: asked.subject, kind: asked.kind, known: asked.known },
          kinds: Object.entries(kinds).map(([value, { label }]) => ({ value, label: { key: label } })),
          knownAt,
          seal: hash === null ? null : { hash, verifierKey, checked: entries.length, firstBad: firstAltered(entries) },
          mayTake: mayTakeJournal(ctx),
          head: await ctx.ports.journal.head(ctx.orgId),
          lines: await linesOf(entered.value, entries),
          older: next !== null ? pathOf({ ...asked, below: next }) : null,
          filtered: asked.subject !== '' || asked.kind !== 'all' || asked.known !== '',
          faults: known.ok ? [] : [{ href: '#f-known', text: { key: known.fault }, about: null }],
        }),
      );
    },
  });

/** What will be known is not known: an instant that is yet to come is no answer. */
function momentKnown(typed: string, zone: string, now: Date): ReturnType<typeof readMoment> {
  const read = readMoment({ known: typed }, 'known', zone);
  const isAhead = read.ok && read.value !== '' && Date.parse(read.value) > now.getTime();
  return isAhead ? { ok: false, fault: 'err.knownAhead' } : read;
}

function pathOf({ subject, kind, known, below }: Asked): string {
  const pairs = new URLSearchParams({
    ...(subject !== '' && { subject }),
    ...(kind !== 'all' && { kind }),
    ...(known !== '' && { known }),
    ...(below !== undefined && { below: String(below) }),
  });
  return pairs.size === 0 ? '/journal' : `/journal?${pairs.toString()}`;
}

/** Where the case is read as it was known when this decision of it was taken; null for every other entry. */
const knownPath = ({ seq, type, subject: { kind, id } }: Entry): string | null =>
  kind === 'controllerCase' && isCaseDecision(type) ? `/cases/${id}/known/${seq}` : null;

const SHOWN_HASH = 8;

async function linesOf({ ctx, names, frame }: Inside, entries: readonly Entry[]): Promise<EntryLine[]> {
  const labels = new Map<string, EntryLine['subject']>();
  const incidents = new Map<string, Incident | null>();
  for (const { subject } of entries) {
    const key = `${subject.kind}/${subject.id}`;
    if (!labels.has(key)) labels.set(key, await labelOf(ctx, subject));
    if (subject.kind === 'incident' && !incidents.has(subject.id))
      incidents.set(subject.id, await incidentOf(ctx, subject.id));
  }
  return entries.map((entry): EntryLine => {
    const { seq, at, recordedAt, actor, leaf, subject } = entry;
    const by: Said = authorOf(names, actor);
    const unreadable = !entryTypes.read(entry).ok;
    const incident = subject.kind === 'incident' ? (incidents.get(subject.id) ?? null) : null;
    const asked = askedIn(entry, incident, frame.language);
    return {
      seq,
      at,
      day: dayOf(entry),
      recordedAt,
      lateRecord: isLateRecord(entry),
      unreadable,
      title: unreadable ? { key: 'entry.unreadable', values: { type: entry.type } } : titleOfEntry(entry),
      details: unreadable ? [{ key: 'entry.unreadableWhat' }] : [...asked.details, ...detailsOf(entry, frame)],
      changes: unreadable ? [] : asked.changes,
      by,
      subject: labels.get(`${subject.kind}/${subject.id}`) ?? { label: subject.kind, href: null },
      known: unreadable ? null : knownPath(entry),
      leaf: `${leaf.slice(0, SHOWN_HASH / 2)} ${leaf.slice(SHOWN_HASH / 2, SHOWN_HASH)}…`,
    };
  });
}
