import type { Said } from '../words/word';

/** What the data protection officer advised in writing, as it was written. */
export type Advice = { by: string; at: string; risk: Said | null; text: Said };

/** Fragments that templates write as `{{> name}}`. */
export const adviceParts = {
  advices: `{{#each advices}}<section class="card" aria-labelledby="avis-{{@index}}"><h3 id="avis-{{@index}}">{{w "case.advice"}}</h3>{{#if risk}}<p><strong>{{say risk}}</strong></p>{{/if}}<p class="said">{{say text}}</p><p class="small muted">{{by}}, {{time at "full"}}</p></section>{{/each}}`,
} as const;
