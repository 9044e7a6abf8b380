import type { OutcomeResult } from '../delivery/events';

/** Delivery of the newest version. CAUGHT is the catching server: nobody outside was told. */
export type Delivery = 'DRAFT' | 'LEAVING' | 'SENT' | 'CAUGHT' | 'RECEIVED' | 'ACKED';

export type Trigger =
  | 'send'
  | 'protect'
  | 'report'
  | 'supplement'
  | 'withdraw'
  | 'acknowledge'
  | 'prove'
  | Exclude<OutcomeResult, 'deferred' | 'refused' | 'unknown'>
  | 'failed';

const gone = ['SENT', 'CAUGHT', 'RECEIVED', 'ACKED'] as const;

/** Domain rules section 7.3, delivery region. What is not in the table is refused. */
export const noticeTransitions: readonly { from: Delivery; on: Trigger; to: Delivery }[] = [
  { from: 'DRAFT', on: 'send', to: 'LEAVING' },
  { from: 'DRAFT', on: 'protect', to: 'LEAVING' },
  { from: 'DRAFT', on: 'report', to: 'LEAVING' },
  { from: 'LEAVING', on: 'accepted', to: 'SENT' },
  { from: 'LEAVING', on: 'caught', to: 'CAUGHT' },
  { from: 'LEAVING', on: 'failed', to: 'LEAVING' },
  { from: 'LEAVING', on: 'acknowledge', to: 'ACKED' }, // by telephone, before any relay took it
  { from: 'LEAVING', on: 'withdraw', to: 'LEAVING' },
  { from: 'SENT', on: 'prove', to: 'RECEIVED' },
  { from: 'CAUGHT', on: 'accepted', to: 'SENT' },
  { from: 'SENT', on: 'acknowledge', to: 'ACKED' },
  { from: 'CAUGHT', on: 'acknowledge', to: 'ACKED' },
  { from: 'RECEIVED', on: 'acknowledge', to: 'ACKED' },
  ...gone.map((from) => ({ from, on: 'supplement' as const, to: 'LEAVING' as const })),
  ...gone.map((from) => ({ from, on: 'withdraw' as const, to: 'LEAVING' as const })),
];

export function moveDelivery(from: Delivery, on: Trigger): Delivery | null {
  return noticeTransitions.find((row) => row.from === from && row.on === on)?.to ?? null;
}

export const allowedFrom = (from: Delivery): Trigger[] =>
  noticeTransitions.filter((row) => row.from === from).map(({ on }) => on);
