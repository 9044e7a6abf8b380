import type { Clock } from '../../domain/deadline/clockState';
import { exerciseReport } from './exerciseReport';
import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import type { Said } from './words/word';

/** One expected step as the report shows it. Lengths are those of the time that the exercise stands for. */
export type StepLine = {
  step: Said;
  forWhom: Said | null;
  took: string | null;
  target: string | null;
  verdict: Said;
  tone: '' | 'late' | 'near' | 'done';
  points: string;
  by: string | null;
};
export type NoticeLine = { controller: string; first: Said; last: Said; told: string; wouldBeTold: string };
export type CaseLine = { what: string; risk: Said; first: Said; last: Said; owed: Said };
export type PersonLine = { name: string; told: number; acts: number; after: string | null };

export type ExerciseView = {
  reference: string;
  title: Said;
  about: Said;
  stage: Said;
  isOver: boolean;
  startsAt: string;
  endsAt: string;
  since: Said;
  incident: string | null;
  cases: readonly CaseLine[];
  caseLinks: readonly { href: string; ref: Said }[];
  stopHref: string | null;
  told: readonly { at: string; stands: Said; text: Said }[];
  clocks: readonly { clock: Clock; what: Said; href: string; forWhom: Said }[];
  points: Said;
  steps: readonly StepLine[];
  notices: readonly NoticeLine[];
  people: readonly PersonLine[];
  reminders: number;
  outside: Said;
  hash: string | null;
  pdfHref: string;
};

const main =
  template<object>(`<p class="crumb"><a href="{{o "/exercises"}}">{{w "exercises.title"}}</a> › {{tight reference}}</p>
<div class="row end"><h1>{{say title}} <span class="muted">{{tight reference}}</span></h1>{{#if stopHref}}<a class="btn noprint" href="{{o stopHref}}">{{w "exercises.stop"}}</a>{{/if}}</div>
<p class="measure muted">{{say about}}</p>
<section class="card" aria-labelledby="f-h"><h2 id="f-h">{{w "exercises.facts"}}</h2><dl class="facts"><div><dt>{{w "exercises.state"}}</dt><dd>{{say stage}}</dd></div><div><dt>{{w "exercises.start"}}</dt><dd>{{time startsAt "full"}}</dd></div>{{#unless isOver}}<div><dt>{{w "exercises.end"}}</dt><dd>{{time endsAt "full"}}</dd></div>{{/unless}}<div><dt>{{w "exercises.since"}}</dt><dd>{{say since}}</dd></div></dl>{{#if incident}}<p><a href="{{o incident}}">{{w "exercises.incident"}}</a></p>{{/if}}{{#each caseLinks}}<p><a href="{{o href}}">{{say ref}}</a></p>{{/each}}</section>
<section aria-labelledby="t-h"><h2 id="t-h">{{w "exercises.told"}}</h2>{{#if told.length}}<ol class="line">{{#each told}}<li class="key"><div class="when">{{time at "near"}}<span>{{say stands}}</span></div><div>{{say text}}</div></li>{{/each}}</ol>{{else}}<p class="muted">{{w "exercises.toldNone"}}</p>{{/if}}</section>
{{#if clocks.length}}<section aria-labelledby="k-h"><h2 id="k-h">{{w "exercises.clocks"}}</h2><ul class="plain">{{#each clocks}}<li>{{clock clock}} <a href="{{o href}}">{{say what}}</a> <span class="muted">{{say forWhom}}</span></li>{{/each}}</ul></section>
{{/if}}${exerciseReport}`);

export const exercisePage = (frame: MemberFrame, view: ExerciseView): string =>
  memberPage(frame, { title: view.title, main: main(frame, view) });
