import {
  addAttempt,
  addDeliverables,
  addOutcome,
  addReport,
  askReplay,
  type Outgoing,
  tellsItself,
} from '../delivery/outbox';
import { type KeptFile, keptFile } from '../file/kept';
import type { Entry } from '../journal/entry';
import { isJournalEvent } from '../journal/events';
import type { Folded } from '../journal/states';
import { readEvent } from '../shared/readEvent';
import { SubjectUnreadable } from '../shared/unreadable';
import { answered, asked, contentOf, type Times } from './content';
import { type EventOf, isDecision, type Ladder, NoticeEvent, type NoticeOpened, type Version } from './events';
import { type Draft, emptyDraft, itemNames, type Items } from './items';
import { openedNotice } from './openedNotice';
import { changeMeasures, isMeasureEvent, type NoticeMeasure } from './measures';
import { type Delivery, moveDelivery, type Trigger } from './transitions';

export type VersionState = Omit<Version, 'deliverables' | 'ofMeasures'> & {
  frozenAt: string;
  deliverableIds: readonly string[];
};
export type Acknowledgement = EventOf<'notice.acknowledged'>['values'] & Times;
export type Question = Pick<Times, 'recordedAt'> & {
  id: string;
  contactId: string;
  text: string | null;
  via: 'link' | 'account' | 'call' | 'exchange';
  urgentHours: number | null;
  /** Documents that came in one form with it, and with its answer. */
  documents?: number | undefined;
  answerDocuments?: number | undefined;
  askedAt: string;
  answeredAt: string | null;
  /** Null while it waits, and once erased. */
  answer: string | null;
  /** By which the answer goes to the installation that asked; null where it was asked otherwise. */
  exchangeId: string | null;
};
/** What made the draft what it is: a saving, or a version, which empties it (`savedAt` null) but for what it held back. */
type Drafting = { revision: number; savedAt: string | null };
export type Handed = EventOf<'notice.handed'>['values'] & { at: string };

export type Notice = Folded & {
  opened: NoticeOpened;
  /** Number of the entry that opened it. */
  openedSeq: number;
  openedAt: string;
  draft: Draft;
  drafting: Drafting;
  delivery: Delivery;
  /** OPEN before any version; PHASED while an item is promised or a question waits; COMPLETE otherwise. */
  content: 'OPEN' | 'PHASED' | 'COMPLETE';
  life: 'OPEN' | 'CLOSED' | 'WITHDRAWN';
  closed: { at: string; ground: EventOf<'notice.closed'>['values']['ground'] } | null;
  versions: readonly VersionState[];
  outbox: readonly Outgoing[];
  /** First instant at which a version was accepted or caught: it discharges the contract's clock. */
  dischargedAt: string | null;
  /** When a person or a contact last did anything on it; the machine's own acts are no reaction. */
  lastActAt: string | null;
  acknowledgements: readonly Acknowledgement[];
  questions: readonly Question[];
  /** About questions and answers, the bytes apart; in the order in which they came. */
  files: readonly KeptFile[];
  /** On which the controller is consulted. */
  measures: readonly NoticeMeasure[];
  /** `at`: when it was made; `recordedAt`: when it was written down. */
  calls: readonly (EventOf<'notice.called'>['values'] & Times)[];
  reminded: readonly { ladder: Ladder; version: number; step: number; at: string }[];
  fellBack: readonly string[];
  /** What was handed to the controller's own organisation of this installation. */
  handed: readonly Handed[];
  explained: readonly { what: 'late' | 'missing' | 'silence'; at: string }[];
};

/** On what somebody acts who was shown this notice: its newest decision or drafting, whichever came later. */
export const shownRevision = ({ decided, drafting }: Pick<Notice, 'decided' | 'drafting'>): number =>
  Math.max(decided, drafting.revision);

export const newestVersion = ({ versions }: Pick<Notice, 'versions'>): VersionState | null => versions.at(-1) ?? null;

/** What was said last about a to e; withdrawals and reports say nothing of them. */
export const currentItems = ({ versions }: Pick<Notice, 'versions'>): Items | null =>
  versions.findLast(({ items }) => items !== null)?.items ?? null;

/**
 * The state of a notice, from its entries in order of revision, on top of an older state if there is one.
 *
 * @throws SubjectUnreadable for a type or version that this code does not know
 */
export function foldNotice(entries: readonly Entry[], start: Notice | null = null): Notice | null {
  return entries.reduce(apply, start);
}

function apply(notice: Notice | null, entry: Entry): Notice | null {
  if (notice !== null && entry.revision <= notice.revision) return notice; // the same entry, read again
  if (isJournalEvent(entry)) return notice && { ...notice, seq: entry.seq, revision: entry.revision };
  const event = readEvent(NoticeEvent, entry);
  if (event.type === 'notice.opened') return openedNotice(entry, event.values);
  if (notice === null) throw new SubjectUnreadable(entry.type);
  const { seq, revision, actor, recordedAt } = entry;
  const decided = isDecision(event) ? revision : notice.decided;
  const lastActAt = actor.kind === 'person' || actor.kind === 'guest' ? recordedAt : notice.lastActAt;
  return { ...notice, ...change(notice, event, entry), lastActAt, seq, revision, decided };
}

type Later = Exclude<NoticeEvent, { type: 'notice.opened' }>;

function change(
  notice: Notice,
  event: Later,
  { seq, actor, revision, at: happenedAt, recordedAt: at }: Entry,
): Partial<Notice> {
  const times: Times = { at: happenedAt, recordedAt: at };
  if (isMeasureEvent(event)) {
    const outbox = addDeliverables(notice.outbox, event.values.deliverables, at);
    return { measures: changeMeasures(notice.measures, event, happenedAt), outbox };
  }
  switch (event.type) {
    case 'notice.drafted':
      return { draft: event.values.items ?? emptyDraft, drafting: { revision, savedAt: at } };
    case 'notice.version':
      return { ...versioned(notice, event.values, at), drafting: draftingAfter(notice, event.values, revision) };
    case 'delivery.attempt':
      return { outbox: addAttempt(notice.outbox, event.values) };
    case 'delivery.outcome':
      return outcome(notice, event.values, at);
    case 'notice.reminded': {
      const { ladder, version, step, deliverables } = event.values;
      return {
        reminded: [...notice.reminded, { ladder, version, step, at }],
        outbox: addDeliverables(notice.outbox, deliverables, at),
      };
    }
    case 'notice.fellBack':
      return {
        fellBack: [...notice.fellBack, event.values.failedId],
        outbox: addDeliverables(notice.outbox, event.values.deliverables, at),
      };
    case 'delivery.reported':
      return reported(notice, event.values, at);
    case 'delivery.replayAsked':
      return { outbox: askReplay(notice.outbox, event.values.deliverableId, at) };
    case 'notice.acknowledged':
      return acknowledged(notice, event.values, times);
    case 'notice.called':
      return { calls: [...notice.calls, { ...event.values, ...times }] };
    case 'notice.asked':
      return asked(notice, event.values, times);
    case 'notice.answered':
      return answered(notice, event.values, times);
    case 'file.kept':
      return {
        files: [...notice.files, keptFile(event.values, { seq, at, byId: actor.id })],
        outbox: addDeliverables(notice.outbox, event.values.deliverables, at),
      };
    case 'notice.handed':
      return { handed: [...notice.handed, { ...event.values, at }] };
    case 'notice.explained':
      return { explained: [...notice.explained, { what: event.values.what, at }] };
    case 'notice.closed':
      return {
        life: event.values.ground === 'withdrawn' ? 'WITHDRAWN' : 'CLOSED',
        closed: { at, ground: event.values.ground },
      };
    case 'notice.reopened':
      return { life: 'OPEN', closed: null };
  }
}

const triggerOf: Record<Version['kind'], Trigger> = {
  initial: 'send',
  protective: 'protect',
  overdue: 'protect',
  supplement: 'supplement',
  withdrawal: 'withdraw',
  report: 'report',
};

function versioned(notice: Notice, { deliverables, ofMeasures, ...version }: Version, at: string): Partial<Notice> {
  const isForNobody = notice.opened.exercise && !deliverables.some(tellsItself); // nobody agreed to be tested
  const versions = [...notice.versions, { ...version, frozenAt: at, deliverableIds: deliverables.map(({ id }) => id) }];
  return {
    versions,
    draft: heldOf(notice.draft, version.held),
    delivery: moved(notice, triggerOf[version.kind]),
    content: contentOf(versions, notice.questions),
    outbox: addDeliverables(notice.outbox, [...deliverables, ...ofMeasures], at),
    ...(isForNobody && { delivery: 'CAUGHT', dischargedAt: notice.dischargedAt ?? at }),
  };
}

/** What a version was made of is written no more; what it held back is. */
const heldOf = (draft: Draft, held: Version['held']): Draft =>
  Object.fromEntries(itemNames.map((item) => [item, held.includes(item) ? draft[item] : null])) as Draft;

const draftingAfter = ({ drafting }: Notice, { held }: Version, revision: number): Drafting => ({
  revision,
  savedAt: held.length > 0 ? drafting.savedAt : null,
});

function outcome(notice: Notice, values: EventOf<'delivery.outcome'>['values'], at: string): Partial<Notice> {
  const outbox = addOutcome(notice.outbox, values, at);
  const isOfVersion = notice.versions.some(({ deliverableIds }) => deliverableIds.includes(values.deliverableId));
  const sent = outbox.find(({ id }) => id === values.deliverableId);
  if (!isOfVersion || sent === undefined || !tellsItself(sent)) return { outbox };
  const isNewest = newestVersion(notice)?.deliverableIds.includes(values.deliverableId) ?? false;
  const on = values.result === 'accepted' || values.result === 'caught' ? values.result : 'failed';
  return {
    outbox,
    ...(isNewest && { delivery: moved(notice, on) }),
    ...(on !== 'failed' && { dischargedAt: notice.dischargedAt ?? at }),
  };
}

/** Only what lies in a contact's box proves receipt, and only of the version that the mail told. */
function reported(notice: Notice, report: EventOf<'delivery.reported'>['values'], at: string): Partial<Notice> {
  const outbox = addReport(notice.outbox, report, at);
  const isNewest = newestVersion(notice)?.deliverableIds.includes(report.deliverableId) ?? false;
  return report.action === 'delivered' && isNewest ? { outbox, delivery: moved(notice, 'prove') } : { outbox };
}

/** The act names the version that was read: an older one is recorded and stops nothing. */
function acknowledged(notice: Notice, values: Omit<Acknowledgement, keyof Times>, times: Times): Partial<Notice> {
  const acknowledgements = [...notice.acknowledgements, { ...values, ...times }];
  if (values.version !== newestVersion(notice)?.number) return { acknowledgements };
  return { acknowledgements, delivery: moved(notice, 'acknowledge') };
}

/** History is not refused: what the table does not know (a late outcome) leaves the state as it is. */
const moved = ({ delivery }: Notice, on: Trigger): Delivery => moveDelivery(delivery, on) ?? delivery;
