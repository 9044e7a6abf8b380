import type { Said, Word } from '../words/word';

/** One side of a change: an instant, or text. */
export type Side = { at: string | null; text: Said };

/** What stood, and what stands in its place; `before` null where nothing was known. */
export type Change = { label: Word; before: Side | null; after: Side };

/** What one place of a contract said, and says; empty: nothing. */
export type ContractChange = { place: string; before: string; after: string };

const side = `{{#if at}}{{time at "plain"}}{{else}}{{say text}}{{/if}}`;

/** Fragments that templates write as `{{> name}}`. */
export const changeParts = {
  moves: `{{#each changes}}<p>{{w label}}{{w "form.colon"}}{{#if before}}<del><span class="vh">{{w "diff.removed"}}</span>{{#with before}}${side}{{/with}}</del> {{/if}}<ins><span class="vh">{{w "diff.added"}}</span>{{#with after}}${side}{{/with}}</ins></p>{{/each}}`,
  contractChanges: `{{#each changes}}<div class="diff"><p class="small muted">{{place}}</p>{{#if before}}<p class="said"><del><span class="vh">{{w "diff.removed"}}</span>{{before}}</del></p>{{/if}}{{#if after}}<p class="said"><ins><span class="vh">{{w "diff.added"}}</span>{{after}}</ins></p>{{/if}}</div>{{/each}}`,
} as const;
