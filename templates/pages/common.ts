import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import { drawn, type Field, type FormBase } from './parts/form';
import { drawnItems, type ItemLine } from './parts/items';
import { drawnTri, tri, type TriFields } from './parts/tri';
import type { Said } from './words/word';

/** What the text would write into one draft. */
export type CommonLine = {
  noticeId: string;
  controller: string;
  items: readonly ItemLine[];
  /** Letters of which its own words stay. */
  kept: string;
  named: readonly Said[];
  checked: boolean;
  /** Nothing of it has left: what is written is no supplement. */
  isFresh: boolean;
  revision: number;
};

export type CommonView = Omit<FormBase, 'revision' | 'back'> & {
  incident: { id: string; reference: string };
  /** Another text is another form. */
  newKey: string;
  head: readonly Field[];
  a: readonly Field[];
  tris: readonly TriFields[];
  foot: readonly Field[];
  /** Null before anything was typed. `typed`: what is accepted is what was shown. */
  plan: {
    typed: readonly { name: string; value: string }[];
    lines: readonly CommonLine[];
    others: Field | null;
    otherLanguage: readonly string[];
  } | null;
  refused: readonly { controller: string; href: string; why: Said }[];
  written: boolean;
};

const line = `<li class="card stack-s">{{#if items.length}}<label class="check" for="t-{{noticeId}}"><input type="checkbox" id="t-{{noticeId}}" name="to.{{noticeId}}" value="yes"{{#if checked}} checked{{/if}}> <span><strong>{{controller}}</strong>{{#unless isFresh}}<span class="hint">{{w "common.supplement"}}</span>{{/unless}}</span></label><input type="hidden" name="seen.{{noticeId}}" value="{{revision}}">{{> items}}{{else}}<p><strong>{{controller}}</strong>{{w "form.colon"}}{{w "common.unchanged"}}</p>{{/if}}
{{#if kept}}<p class="small">{{w "common.kept" items=kept}}</p>{{/if}}{{#if named.length}}<div class="note near"><p><strong>{{w "draft.othersTitle"}}</strong></p><ul>{{#each named}}<li>{{say this}}</li>{{/each}}</ul></div>{{/if}}</li>`;

const main =
  template<object>(`<p class="crumb"><a href="{{o incidentPath}}">{{tight incident.reference}}</a> › <a href="{{o batchPath}}">{{w "batch.crumb"}}</a> › {{w "common.title"}}</p>
<h1>{{w "common.title"}}</h1><p class="measure muted">{{w "common.intro"}}</p>
{{> faults}}{{#if written}}<p class="note done" role="status">{{w "common.written"}} <a href="{{o batchPath}}">{{w "batch.title"}}</a></p>{{/if}}
{{#if refused.length}}<section class="note late" aria-labelledby="no-h"><h2 id="no-h">{{w "numbers.refused"}}</h2><ul class="list">{{#each refused}}<li><a href="{{o href}}">{{controller}}</a>{{w "form.colon"}}{{say why}}</li>{{/each}}</ul></section>{{/if}}
{{#if plan}}<form class="stack" method="post" action="{{o action}}" aria-labelledby="plan-h"><input type="hidden" name="_csrf" value="{{csrf}}"><input type="hidden" name="_key" value="{{key}}">{{#each plan.typed}}<input type="hidden" name="{{name}}" value="{{value}}">{{/each}}<h2 id="plan-h">{{w "common.plan"}}</h2>
<ul class="plain stack">{{#each plan.lines}}${line}{{/each}}</ul>{{#if plan.otherLanguage.length}}<div class="note near"><p>{{w "common.otherLanguage"}}</p><ul>{{#each plan.otherLanguage}}<li>{{this}}</li>{{/each}}</ul></div>{{/if}}
{{#if canAccept}}<div class="confirm">{{#with plan.others}}{{> field}}{{/with}}<p>{{w "common.confirm"}}</p><button class="btn main" type="submit" name="do" value="accept">{{w "common.accept"}}</button></div>{{/if}}</form>{{/if}}
<form id="sheet" class="stack" method="post" action="{{o action}}" novalidate aria-labelledby="up-h"><input type="hidden" name="_csrf" value="{{csrf}}"><input type="hidden" name="_key" value="{{newKey}}"><h2 id="up-h">{{w "common.text"}}</h2>{{#each head}}{{> field}}{{/each}}
<fieldset class="card" id="a"><legend><span class="h2"><span class="muted">a.</span> {{w "item.a"}}</span></legend><p class="hint">{{w "draft.aHint"}}</p>{{#each a}}{{> field}}{{/each}}</fieldset>
${tri}{{#each foot}}{{> field}}{{/each}}<p><button class="btn{{#unless plan}} main{{/unless}}" type="submit" name="do" value="preview">{{w "numbers.preview"}}</button></p></form>
<p><a href="{{o batchPath}}">{{w "form.back"}}</a></p>`);

/** One text for the drafts of several controllers: the text, what it would write where, one button. */
export function commonPage(frame: MemberFrame, view: CommonView): string {
  const incidentPath = `/incidents/${view.incident.id}`;
  const plan = view.plan && {
    ...view.plan,
    lines: view.plan.lines.map((one) => ({ ...one, items: drawnItems(one.items, true) })),
    others: view.plan.others && drawn(view.plan.others),
  };
  return memberPage(frame, {
    title: { key: 'common.pageTitle', values: { incident: view.incident.reference } },
    main: main(frame, {
      ...view,
      incidentPath,
      batchPath: `${incidentPath}/notices`,
      head: view.head.map(drawn),
      a: view.a.map(drawn),
      tris: view.tris.map(drawnTri),
      foot: view.foot.map(drawn),
      plan,
      canAccept: plan?.lines.some(({ items }) => items.length > 0) === true,
    }),
    failed: view.faults.length > 0 || view.refused.length > 0,
  });
}
