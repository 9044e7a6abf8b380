import type { Said } from '../words/word';

/** A fact or an answer under its label. */
export type Line = { label: Said; text: Said };

/** The newest score with what is proposed by it. `newest` null: nobody has scored yet. */
export type AssessmentPanel = {
  newest: {
    risk: Said;
    /** Something is not known that could raise it. */
    doubt: boolean;
    reasons: readonly Line[];
    level: Said;
    sum: Said;
    /** The same on the scales of the authority's form and of the European template, and what stands beside the score. */
    scales: readonly Line[];
    answers: readonly Line[];
    by: string;
    at: string;
  } | null;
  /** What is still to be done before it can be decided, and where; null where nothing is. */
  first: { text: Said; href: string; act: Said } | null;
};

const newest = `<p>{{w "assessment.proposed"}} <strong>{{say risk}}</strong>{{#if doubt}} <span class="tag">{{w "assessment.doubt"}}</span>{{/if}}</p>
<h3>{{w "assessment.why"}}</h3><ul class="list">{{#each reasons}}<li><strong>{{say label}}</strong><span class="due">{{say text}}</span></li>{{/each}}</ul>
<p><strong>{{say level}}</strong> <span class="muted">{{say sum}}</span></p>
<dl class="facts">{{#each scales}}<div><dt>{{say label}}</dt><dd>{{say text}}</dd></div>{{/each}}</dl>
<details><summary>{{w "assessment.answers"}}</summary><dl class="facts">{{#each answers}}<div><dt>{{say label}}</dt><dd>{{say text}}</dd></div>{{/each}}</dl></details>
<p class="small muted">{{w "assessment.by"}} {{by}}, {{time at "full"}}</p>`;

/** Fragments that templates write as `{{> name}}`. */
export const assessmentParts = {
  assessment: `<section class="card" aria-labelledby="eval"><h2 id="eval">{{w "assessment.title"}}</h2>
{{#with assessment}}{{#if newest}}{{#with newest}}${newest}{{/with}}{{else}}<p class="muted">{{w "assessment.none"}}</p>{{/if}}
{{#if first}}<p class="note near">{{say first.text}}</p><p><a class="btn" href="{{o first.href}}">{{say first.act}}</a></p>{{/if}}{{/with}}</section>`,
} as const;
