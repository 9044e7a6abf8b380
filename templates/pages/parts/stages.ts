import type { Clock } from '../../../domain/deadline/clockState';
import type { Said } from '../words/word';

/** One act that another law asks for, and where it stands. */
export type StageLine = {
  /** Null where it is said already. */
  regime: Said | null;
  stage: Said;
  to: readonly Said[];
  state: Said;
  /** Null while what it counts from is not known. */
  clock: Clock | null;
  /** Whether the clock's limit is the law's: else it is our own, since the law gives no number. */
  isLegal: boolean;
  receipt: string | null;
  tells: readonly Said[];
};

/** Fragments that templates write as `{{> name}}`. */
export const stageParts = {
  stages: `<ul class="clocks">{{#each stages}}<li>{{#if regime}}<span class="tag">{{say regime}}</span>{{/if}}<strong>{{say stage}}</strong> <span class="muted">{{#each to}}{{#unless @first}}, {{/unless}}{{say this}}{{/each}}</span>{{#if clock}}{{clock clock}}{{/if}}<span class="due">{{say state}}{{#if clock}}{{#if clock.doneAt}}, {{time clock.doneAt "full"}}{{else if isLegal}}, {{w "clock.before"}} {{time clock.dueAt "end"}}{{#if clock.reg1182}}. {{w "regimes.otherCount"}} {{time clock.reg1182 "end"}}{{/if}}{{/if}}{{/if}}{{#if receipt}}, {{w "regimes.receipt" number=receipt}}{{/if}}</span>{{#if tells.length}}<details><summary>{{w "regimes.tells"}}</summary><ul class="list">{{#each tells}}<li>{{say this}}</li>{{/each}}</ul></details>{{/if}}</li>{{/each}}</ul>`,
} as const;
