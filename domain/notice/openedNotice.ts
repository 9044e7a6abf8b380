import type { Entry } from '../journal/entry';
import type { NoticeOpened } from './events';
import type { Notice } from './fold';
import { emptyDraft } from './items';

/** A notice of which nothing is written or said yet. */
export function openedNotice({ subject, seq, revision, recordedAt }: Entry, opened: NoticeOpened): Notice {
  return {
    id: subject.id,
    seq,
    revision,
    decided: revision,
    opened,
    openedSeq: seq,
    openedAt: recordedAt,
    draft: emptyDraft,
    drafting: { revision, savedAt: null },
    delivery: 'DRAFT',
    content: 'OPEN',
    life: 'OPEN',
    closed: null,
    versions: [],
    outbox: [],
    dischargedAt: null,
    lastActAt: null,
    acknowledgements: [],
    questions: [],
    files: [],
    measures: [],
    calls: [],
    reminded: [],
    fellBack: [],
    handed: [],
    explained: [],
  };
}
