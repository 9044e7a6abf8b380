import type { Terms } from '../../domain/agreement/terms';
import type { BreachClock } from '../../domain/deadline/breachClock';
import type { Deliverable, OutcomeResult } from '../../domain/delivery/events';
import type { Entry } from '../../domain/journal/entry';
import { sealEntry } from '../../domain/journal/seal';
import type { NoticeCase } from '../../domain/notice/case';
import type { NoticeEvent, Version } from '../../domain/notice/events';
import { foldNotice } from '../../domain/notice/fold';
import type { Items } from '../../domain/notice/items';

export const T0 = '2026-03-27T09:20:00.000Z';

/** Instant so many hours after t0. */
export const hour = (hours: number): string => new Date(Date.parse(T0) + hours * 3_600_000).toISOString();
export const at = (hours: number): Date => new Date(hour(hours));

export const terms: Terms = {
  breachNotice: { hours: 24, from: 'awareness', confidentialityFromDetection: true },
  requests: { workingDays: 5 },
  protectiveNotice: { enabled: true, marginMinutes: 60 },
  sensitiveAttachments: { encrypt: true, keyChannel: 'sms' },
  acknowledgement: { expected: true },
  silenceClosesAfterDays: 30,
  cyberInsurance: { policy: true },
};

export const confirmed: BreachClock = {
  status: 'confirmed',
  provisionalT0: null,
  awareAt: T0,
  detectedAt: T0,
  nature: ['availability'],
  held: { detection: T0, confidentiality: null },
  changedAt: T0,
};

export const items: Items = {
  a: 'Ordinateur portable volé dans un train.',
  b: [{ name: 'Sacha Gabarit', role: 'DPO', email: null, phone: '+33 1 99 00 00 11', always: true }],
  c: { answer: 'value', text: 'bénéficiaires', persons: 412, records: 412 },
  d: { answer: 'value', text: 'sollicitations frauduleuses possibles' },
  e: { answer: 'value', text: 'comptes fermés' },
};

export const phasedItems: Items = { ...items, c: { answer: 'toFollow', eta: hour(30) } };

export const mailTo = (id: string, contact = 'c1'): Deliverable => ({
  id,
  to: { kind: 'contact', id: contact },
  channel: 'email',
  documentId: 'd'.repeat(64),
  messageId: `<${id}@vigie.invalid>`,
  envelopeId: id,
});

export const version = (number: number, more: Partial<Version> = {}): NoticeEvent => ({
  type: 'notice.version',
  values: {
    number,
    kind: number === 1 ? 'initial' : 'supplement',
    automatic: false,
    toldCertain: false,
    provisional: false,
    items,
    promises: [],
    text: null,
    lateReason: null,
    inside: null,
    told: {
      alertedAt: T0,
      detectedAt: T0,
      awareAt: T0,
      nature: ['availability'],
      cause: 'unknown',
      origin: null,
      ongoing: 'unknown',
    },
    agreementVersion: 1,
    t0: T0,
    dueAt: hour(24),
    pdfs: [],
    factsId: null,
    checkpointHash: null,
    envelopesAt: null,
    deliverables: [mailTo(`v${number}-c1-email`)],
    held: [],
    ofMeasures: [],
    unserved: [],
    ...more,
  },
});

export const opened = (purpose: 'breach' | 'incidentReport' = 'breach'): NoticeEvent => ({
  type: 'notice.opened',
  values: {
    purpose,
    reference: 'AV-7KQ2-M4XD',
    incidentId: 'i1',
    agreementId: 'g1',
    partyId: 'p1',
    exercise: false,
    causeSeq: null,
  },
});

export const attempt = (deliverableId: string, n: number, leaseHours: number): NoticeEvent => ({
  type: 'delivery.attempt',
  values: { deliverableId, n, nonce: `n${n}`, leaseUntil: hour(leaseHours) },
});

export const outcome = (deliverableId: string, n: number, result: OutcomeResult): NoticeEvent => ({
  type: 'delivery.outcome',
  values: { deliverableId, n, result, replyCode: null, exchange: null },
});

/** Attempt and outcome of one mail at one instant. */
export const went = (hours: number, result: OutcomeResult, deliverableId = 'v1-c1-email', n = 1): Told[] => [
  [hours, attempt(deliverableId, n, hours + 0.03)],
  [hours, outcome(deliverableId, n, result)],
];

export type Told = [hours: number, event: NoticeEvent];

/** Entries of one notice, in the order told, each at so many hours after t0. */
export function entriesOf(story: readonly Told[]): Entry[] {
  return story.map(([hours, { type, values }], index) =>
    sealEntry(
      {
        orgId: 'o1',
        at: hour(hours),
        actor: { kind: 'person', id: 'p1' },
        type,
        subject: { kind: 'notice', id: 'n1' },
        key: `k${index}`,
        values,
        request: '',
      },
      { seq: index + 1, revision: index + 1, recordedAt: hour(hours) },
      { macKey: 'test', newSalt: () => '00'.repeat(32) },
    ),
  );
}

/** The notice that a story leads to, beside its incident's clock and its agreement. */
export function caseOf(
  story: readonly Told[],
  clock: BreachClock = confirmed,
  agreed: Terms = terms,
  subNotices: NoticeCase['subNotices'] = [],
): NoticeCase {
  const notice = foldNotice(entriesOf([[0, opened()], ...story]));
  if (notice === null) throw new Error('nothing was told');
  return {
    notice,
    incident: { seq: 1, clock },
    agreement: { seq: 1, version: 1, terms: agreed, calendar: 'FR-metropole', timeZone: 'Europe/Paris' },
    subNotices,
  };
}
