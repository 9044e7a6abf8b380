import type { ExchangeLine } from '../incident';
import type { Said } from '../words/word';

/** A protective measure that processor and controller decide together, and where it stands. */
export type MeasureLine = {
  what: Said;
  state: Said;
  isAwaited: boolean;
  proposedAt: string | null;
  /** Until when the controller's word is awaited; null once it is not, and while it cannot answer. */
  dueAt: string | null;
  verdict: { at: string; by: string; via: Said | null; late: Said | null; text: Said | null } | null;
  taken: { at: string; reason: Said } | null;
  /** Whether it, or the word on it, has reached the other side's organisation; null: by hand. */
  handing: ExchangeLine | null;
};

/** Fragments that templates write as `{{> name}}`. */
export const measureParts = {
  measures: `{{#each measures}}<div class="note{{#if isAwaited}} near{{/if}}"><p class="said">{{say what}}</p><p class="small"><strong>{{say this.state}}</strong>{{#if proposedAt}} · {{w "measures.proposedOn"}} {{time proposedAt "full"}}{{/if}}{{#if dueAt}}, {{w "clock.before"}} {{time dueAt "end"}}{{/if}}{{> handing}}</p>{{#if verdict}}<p class="small">{{verdict.by}}{{#if verdict.via}} ({{say verdict.via}}){{/if}}, {{time verdict.at "full"}}{{#if verdict.late}} · <strong>{{say verdict.late}}</strong>{{/if}}</p>{{#if verdict.text}}<p class="said">{{say verdict.text}}</p>{{/if}}{{/if}}{{#if taken}}<p class="small">{{w "measures.takenOn"}} {{time taken.at "full"}}</p><p class="said">{{say taken.reason}}</p>{{/if}}</div>{{/each}}`,
} as const;
