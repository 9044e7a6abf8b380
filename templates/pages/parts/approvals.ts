import type { Said } from '../words/word';
import type { Change } from './changes';

/** A request that waits for one more person, or came to nothing. */
export type ApprovalLine = {
  requestId: string;
  /** Why it has no effect any more; null while it waits. */
  fallen: Said | null;
  what: Said;
  /** What it rests on, beyond its changes. */
  about: readonly Said[];
  changes: readonly Change[];
  reason: string | null;
  by: string;
  expiresAt: string;
  /** Why this reader's yes would not count now; null where it does. */
  hindrance: Said | null;
  /** Who else may give theirs now. */
  others: Said;
  key: string;
};

const give = `<form method="post" action="{{o (join @root.path "/approve")}}"><input type="hidden" name="_csrf" value="{{@root.csrf}}"><input type="hidden" name="_key" value="{{key}}"><input type="hidden" name="requestId" value="{{requestId}}"><button class="btn main" type="submit">{{w "approval.give"}}</button></form><p class="small">{{w "approval.refuse" name=by}}</p>`;

/** Fragments that templates write as `{{> name}}`. */
export const approvalParts = {
  approvals: `{{#if approvals.length}}<div class="stack" id="accords">{{#each approvals}}<section class="note near" aria-labelledby="ap-{{@index}}"><h2 id="ap-{{@index}}">{{#if fallen}}{{w "approval.fallen"}}{{else}}{{w "approval.title"}}{{/if}}</h2><p><strong>{{say what}}</strong></p>{{> moves}}{{#each about}}<p>{{say this}}</p>{{/each}}{{#if reason}}<p class="said">{{reason}}</p>{{/if}}{{#if fallen}}<p>{{say fallen}}</p><p class="small">{{w "approval.askedBy" name=by}}</p>{{else}}<p class="small">{{w "approval.by" name=by}} {{time expiresAt "full"}}.</p>{{#if hindrance}}<p>{{say hindrance}} {{say others}}</p>{{else}}${give}{{/if}}{{/if}}</section>{{/each}}</div>{{/if}}`,
} as const;
