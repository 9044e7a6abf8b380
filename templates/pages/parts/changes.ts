import type { Said, Word } from '../words/word';

/** One side of a change: an instant, or text. */
export type Side = { at: string | null; text: Said };

/** What stood, and what stands in its place; `before` null where nothing was known. */
export type Change = { label: Word; before: Side | null; after: Side };

const side = `{{#if at}}{{time at "plain"}}{{else}}{{say text}}{{/if}}`;

/** Fragments that templates write as `{{> name}}`. */
export const changeParts = {
  moves: `{{#each changes}}<p>{{w label}}{{w "form.colon"}}{{#if before}}<del><span class="vh">{{w "diff.removed"}}</span>{{#with before}}${side}{{/with}}</del> {{/if}}<ins><span class="vh">{{w "diff.added"}}</span>{{#with after}}${side}{{/with}}</ins></p>{{/each}}`,
} as const;
