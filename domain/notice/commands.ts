import type { Verdict } from '../consultation/values';
import type { Draft, Items } from './items';

/**
 * What a person, a contact or the machine may ask of a notice. Who may ask what is the policies' matter. `othersConfirmed`:
 * a text names another client of ours, and who writes it has seen it; `reasonConfirmed`: so does the reason of delay.
 * `at`: when it happened, if not now.
 */
export type Command =
  | { kind: 'draft'; items: Draft }
  | {
      kind: 'send';
      items: Items;
      lateReason?: string | undefined;
      othersConfirmed?: true | undefined;
      reasonConfirmed?: true | undefined;
    }
  | { kind: 'protect'; version: 'protective' | 'overdue' }
  | { kind: 'report' }
  | { kind: 'supplement'; items: Partial<Items>; othersConfirmed?: true | undefined }
  | { kind: 'withdraw' }
  | {
      kind: 'acknowledge';
      version: number;
      contactId: string;
      via: 'link' | 'call' | 'account' | 'exchange';
      name: string;
      function: string;
      at?: string | undefined;
    }
  | { kind: 'logCall'; contactId: string; reached: boolean; note?: string | undefined; at?: string | undefined }
  | {
      kind: 'ask';
      questionId: string;
      contactId: string;
      text: string;
      urgentHours?: number | null;
      via?: 'account' | 'call' | 'exchange';
      at?: string | undefined;
    }
  | {
      kind: 'answer';
      questionId: string;
      text: string;
      othersConfirmed?: true | undefined;
      at?: string | undefined;
    }
  | {
      kind: 'proposeMeasure';
      measureId: string;
      /** A measure of the incident, whose words it then has. */
      declaredId: string | null;
      what: string | null;
      urgentHours: number | null;
      othersConfirmed?: true | undefined;
      at?: string | undefined;
    }
  | {
      kind: 'answerMeasure';
      measureId: string;
      verdict: Verdict;
      text: string | null;
      contactId: string;
      via: 'link' | 'call' | 'account' | 'exchange';
      name: string;
      function: string;
      at?: string | undefined;
    }
  | {
      kind: 'takeMeasure';
      measureId: string;
      declaredId: string | null;
      what: string | null;
      reason: string;
      othersConfirmed?: true | undefined;
      at?: string | undefined;
    }
  | { kind: 'replay'; deliverableId: string }
  | { kind: 'explain'; what: 'late' | 'missing' | 'silence'; reason: string }
  | {
      kind: 'close';
      ground: 'confirmed' | 'silence' | 'ladderExhausted' | 'withdrawn' | 'neverSent';
      reason?: string | undefined;
    }
  | { kind: 'reopen'; reason: string };

/** Commands that freeze a version: they render, and something leaves. */
export type SendingCommand = Extract<Command, { kind: 'send' | 'protect' | 'report' | 'supplement' | 'withdraw' }>;
export type NotingCommand = Exclude<Command, SendingCommand>;
