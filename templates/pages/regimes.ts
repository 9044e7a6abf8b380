import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import type { StageLine } from './parts/stages';
import type { Said } from './words/word';

export type AnswerLine = { answer: Said; reason: Said; by: string; at: string; triggerAt: string | null };

export type RegimeCard = {
  id: string;
  name: Said;
  question: Said;
  notes: readonly Said[];
  /** What its limits count from, in words. */
  from: Said;
  answer: AnswerLine | null;
  /** Newest first; what a later answer took the place of. */
  earlier: readonly AnswerLine[];
  facts: readonly { label: Said; value: Said; at: string | null }[];
  stages: readonly StageLine[];
  ways: readonly { href: string; label: Said }[];
};

export type RegimesView = {
  path: string;
  room: { href: string; label: Said };
  reference: string;
  isAgain: boolean;
  unanswered: readonly RegimeCard[];
  running: readonly RegimeCard[];
  notConcerned: readonly RegimeCard[];
  /** Where those that do not apply are told in one go; null for who may not. */
  exclude: string | null;
  /** What is answered in the case of our own processing, and asked there alone; null where nothing is. */
  elsewhere: { reference: string; href: string; regimes: readonly Said[] } | null;
  /** Of a proposal that is not law: the hours that it would give Article 33. */
  proposedHours: number | null;
};

const answered = `{{#with answer}}<p><strong>{{say answer}}</strong>{{#if triggerAt}}, {{say ../from}}{{w "form.colon"}}{{time triggerAt "full"}}{{/if}}</p><p class="said">{{say reason}}</p><p class="small muted">{{by}}, {{time at "full"}}</p>{{/with}}
{{#if earlier.length}}<details><summary>{{w "regimes.earlier"}}</summary><ul class="list">{{#each earlier}}<li>{{say answer}}{{#if triggerAt}}, {{time triggerAt "full"}}{{/if}}{{w "form.colon"}}<span class="said">{{say reason}}</span><span class="due">{{by}}, {{time at "full"}}</span></li>{{/each}}</ul></details>{{/if}}`;

const ways = `{{#if ways.length}}<p class="noprint row">{{#each ways}}<a href="{{o href}}">{{say label}}</a>{{/each}}</p>{{/if}}`;

const card = (inner: string) =>
  `<section class="card" aria-labelledby="r-{{id}}"><h3 id="r-{{id}}">{{say name}}</h3><p>{{say question}}</p>${inner}${ways}</section>`;

const running = `{{#if running.length}}<section class="stack" aria-labelledby="r-oui"><h2 id="r-oui">{{w "regimes.running"}}</h2>
{{#each running}}${card(`${answered}
{{#if facts.length}}<dl class="facts">{{#each facts}}<div><dt>{{say label}}</dt><dd>{{#if at}}{{time at "full"}}{{else}}{{say value}}{{/if}}</dd></div>{{/each}}</dl>{{/if}}
{{> stages}}
{{#each notes}}<p class="small">{{say this}}</p>{{/each}}`)}{{/each}}</section>{{/if}}`;

const unanswered = `<section class="stack" aria-labelledby="r-quoi"><h2 id="r-quoi">{{w "regimes.unanswered"}}</h2>
{{#if exclude}}<p class="noprint"><a class="btn" href="{{o exclude}}">{{w "caseAsk.regimeExclude"}}</a></p>
{{/if}}{{#if unanswered.length}}{{#each unanswered}}${card('')}{{/each}}{{else}}<p>{{w "regimes.unansweredNone"}}</p>{{/if}}</section>`;

const notConcerned = `{{#if notConcerned.length}}<section class="stack" aria-labelledby="r-non"><h2 id="r-non">{{w "regimes.notConcerned"}}</h2>
{{#each notConcerned}}${card(answered)}{{/each}}</section>{{/if}}`;

const elsewhere = `{{#with elsewhere}}<section class="stack" aria-labelledby="r-la"><h2 id="r-la">{{w "regimes.elsewhere"}}</h2>
<p><a href="{{o href}}">{{tight reference}}</a></p><ul class="list">{{#each regimes}}<li>{{say this}}</li>{{/each}}</ul></section>{{/with}}`;

const main =
  template<object>(`<p class="crumb"><a href="{{o room.href}}">{{say room.label}}</a> › <a href="{{o path}}">{{tight reference}}</a> › {{w "regimes.title"}}</p>
<h1>{{w "regimes.title"}}</h1>
{{> again}}<p class="measure muted">{{w "regimes.intro"}}</p>
${running}
${unanswered}
${elsewhere}${notConcerned}
{{#if proposedHours}}<p class="small muted">{{w "regimes.proposal" hours=proposedHours}}</p>{{/if}}
<p><a href="{{o path}}">{{w "form.back"}}</a></p>`);

/** Does this incident start duties under another law, and where do they stand? */
export const regimesPage = (frame: MemberFrame, view: RegimesView): string =>
  memberPage(frame, { title: { key: 'regimes.title' }, main: main(frame, view) });
