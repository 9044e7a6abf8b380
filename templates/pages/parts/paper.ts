import type { Language } from '../../../domain/letters/head';
import type { ItemLine } from './items';

/** The notice as its reader gets it. `to` names whom it is for. */
export type Paper = {
  /** Of the contract: the reader of the paper is the controller, not whoever reads the page. */
  language: Language;
  zone: string;
  reference: string;
  version: number;
  agreement: string;
  to: string;
  detectedAt: string | null;
  awareAt: string | null;
  toldCertain: boolean;
  items: readonly ItemLine[];
};

/** What one version says in place of another. */
export type ChangeLine = { letter: 'a' | 'b' | 'c' | 'd' | 'e'; before: string; after: string };

export const drawnChanges = (changes: readonly ChangeLine[]) =>
  changes.map((change) => ({ ...change, heading: `item.${change.letter}` }));

/** Fragments that templates write as `{{> name}}`. */
export const paperParts = {
  paper: `<p class="small muted">{{w "paper.reference" reference=paper.reference version=paper.version agreement=paper.agreement}}</p>
<h3 class="lede">{{w "paper.title"}}</h3>
<p>{{w "paper.to"}} {{paper.to}}.</p>
<h3>{{w "paper.timeline"}}</h3><p>{{#if paper.detectedAt}}{{w "paper.detected"}} {{time paper.detectedAt "long"}}.<br>{{/if}}{{#if paper.awareAt}}{{w "paper.aware"}} {{time paper.awareAt "long"}}.{{else if paper.toldCertain}}{{w "paper.toldCertain"}}{{else}}{{w "paper.suspected"}}{{/if}}</p>
{{#each paperItems}}<h3>{{letter}}) {{w heading}}</h3>{{#each answers}}{{#if (is state "known")}}{{else if (is state "miss")}}<p><mark>{{say label}}</mark></p>{{else}}<p>{{say label}}{{#if at}} {{time at "long"}}{{/if}}</p>{{/if}}{{#if text}}<p class="said">{{text}}</p>{{/if}}{{> contacts}}{{/each}}{{/each}}
<h3>{{w "paper.limits"}}</h3><p>{{w "paper.limitsText"}}</p>
<h3>{{w "paper.ack"}}</h3><p>{{w "paper.ackText"}}</p>`,
  changes: `{{#each changes}}<div class="diff stack-s"><p><strong>{{letter}}. {{w heading}}</strong></p><p class="said"><del><span class="vh">{{w "diff.removed"}}</span>{{before}}</del></p><p class="said"><ins><span class="vh">{{w "diff.added"}}</span>{{after}}</ins></p></div>{{/each}}`,
} as const;
