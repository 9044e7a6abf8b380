import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import { drawn, type Field, type FormBase, partsOf } from './parts/form';
import type { AnswerLine } from './parts/items';
import type { Said } from './words/word';

export type NumbersLine = {
  line: number;
  noticeId: string;
  controller: string;
  before: AnswerLine;
  after: AnswerLine;
  isNew: boolean;
  /** Of the draft that was shown. */
  revision: number;
};

export type NumbersView = Omit<FormBase, 'revision' | 'back'> & {
  incident: { id: string; reference: string };
  /** Another file is another form. */
  newKey: string;
  file: Field;
  /** Null before anything was handed in. */
  plan: { lines: readonly NumbersLine[]; bad: readonly { line: number; reason: Said }[]; csv: string } | null;
  /** Accepted, and not written: why. */
  refused: readonly { controller: string; href: string; why: Said }[];
  written: boolean;
};

const cell = `<p class="small">{{say label}}{{#if at}} {{time at "full"}}{{/if}}</p>{{#if text}}<p class="said">{{text}}</p>{{/if}}`;

const main =
  template<object>(`<p class="crumb"><a href="{{o incidentPath}}">{{tight incident.reference}}</a> › <a href="{{o batchPath}}">{{w "batch.crumb"}}</a> › {{w "numbers.title"}}</p>
<h1>{{w "numbers.title"}}</h1><p class="measure muted">{{w "numbers.intro"}}</p>
{{> faults}}{{#if written}}<p class="note done" role="status">{{w "numbers.written"}}</p>{{/if}}
{{#if refused.length}}<section class="note late" aria-labelledby="no-h"><h2 id="no-h">{{w "numbers.refused"}}</h2><ul class="list">{{#each refused}}<li><a href="{{o href}}">{{controller}}</a>{{w "form.colon"}}{{say why}}</li>{{/each}}</ul></section>{{/if}}
{{#if plan}}{{#if plan.bad.length}}<section class="note late" aria-labelledby="bad-h"><h2 id="bad-h">{{count plan.bad.length "numbers.badOne" "numbers.badMany"}}</h2><ul class="list">{{#each plan.bad}}<li>{{w "recipients.line"}} {{line}}{{w "form.colon"}}{{say reason}}</li>{{/each}}</ul><p>{{w "numbers.mend"}}</p></section>{{/if}}
{{#if plan.lines.length}}<form class="stack" method="post" action="{{o action}}" aria-labelledby="plan-h"><input type="hidden" name="_csrf" value="{{csrf}}"><input type="hidden" name="_key" value="{{key}}"><input type="hidden" name="csv" value="{{plan.csv}}"><h2 id="plan-h">{{w "numbers.plan"}}</h2>
<div class="t"><table class="stacked" role="table"><caption>{{w "numbers.caption"}}</caption><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{w "numbers.line"}}</th><th scope="col" role="columnheader">{{w "board.who"}}</th><th scope="col" role="columnheader">{{w "numbers.before"}}</th><th scope="col" role="columnheader">{{w "numbers.after"}}</th></tr></thead><tbody role="rowgroup">{{#each plan.lines}}<tr role="row"><td role="cell" data-label="{{w "numbers.line"}}">{{line}}</td><th scope="row" role="rowheader">{{controller}}<input type="hidden" name="seen.{{noticeId}}" value="{{revision}}"></th><td role="cell" data-label="{{w "numbers.before"}}">{{#with before}}${cell}{{/with}}</td><td role="cell" data-label="{{w "numbers.after"}}">{{#if isNew}}{{#with after}}${cell}{{/with}}{{else}}<span class="muted">{{w "numbers.same"}}</span>{{/if}}</td></tr>{{/each}}</tbody></table></div>
{{#unless plan.bad.length}}<div class="confirm"><p>{{w "numbers.confirm"}}</p><button class="btn main" type="submit" name="do" value="accept">{{w "numbers.accept"}}</button></div>{{/unless}}</form>{{/if}}{{/if}}
<form id="sheet" class="stack card" method="post" action="{{o action}}" enctype="{{parts}}" aria-labelledby="up-h"><input type="hidden" name="_csrf" value="{{csrf}}"><input type="hidden" name="_key" value="{{newKey}}"><h2 id="up-h">{{w "numbers.upload"}}</h2>{{#with file}}{{> field}}{{/with}}<p><button class="btn{{#unless plan}} main{{/unless}}" type="submit" name="do" value="preview">{{w "numbers.preview"}}</button></p></form>
<p><a href="{{o batchPath}}">{{w "form.back"}}</a></p>`);

/** Numbers of persons and records by controller: a file, what it would change, one button. */
export function numbersPage(frame: MemberFrame, view: NumbersView): string {
  const incidentPath = `/incidents/${view.incident.id}`;
  return memberPage(frame, {
    title: { key: 'numbers.pageTitle', values: { incident: view.incident.reference } },
    main: main(frame, {
      ...view,
      incidentPath,
      batchPath: `${incidentPath}/notices`,
      file: drawn(view.file),
      parts: partsOf([view.file]),
    }),
    failed: view.faults.length > 0 || view.changed !== null,
  });
}
