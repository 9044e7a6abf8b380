import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import type { AssessmentPanel } from './parts/assessment';
import type { Advice } from './parts/advices';
import { drawn, type Field, type FormBase, partsOf } from './parts/form';
import { type PaperText, papersSource } from './parts/papers';
import type { Script } from './parts/calls';
import type { Said } from './words/word';

/** A question page: what will happen, the questions, one button. */
export type FormView = FormBase & {
  crumbs: readonly { href: string; label: Said }[];
  title: Said;
  intro: readonly Said[];
  /** Other pages that lead on from here. */
  ways?: readonly { href: string; label: Said }[];
  /** What cannot be undone, before the button. */
  warning?: Said | readonly Said[] | null;
  /** What is proposed, before the questions. */
  assessment?: AssessmentPanel | null;
  /** What was advised in writing, newest first; empty: nothing was. Null where no advice is asked for. */
  advices?: readonly Advice[] | null;
  fields: readonly Field[];
  /** What would leave, as it will read; empty until something is typed, null where there is nothing to look at. */
  papers?: readonly PaperText[] | null;
  /** Texts to read aloud before the questions are answered. */
  scripts?: readonly Script[];
  /** Shown now and never again. */
  secret?: string | null;
  /** Null where the act is possible no more: what was typed is shown all the same. */
  submit: Said | null;
  /** What was typed for an act that came too late, and the form of a note that can keep it. */
  keep?: { action: string; text: string } | null;
  grave?: boolean;
};

const main =
  template<object>(`<p class="crumb">{{#each crumbs}}<a href="{{o href}}">{{say label}}</a> › {{/each}}{{say title}}</p>
<h1>{{say title}}</h1>
{{#if secret}}<section class="note near" aria-labelledby="s-h"><h2 id="s-h">{{w "webhooks.secret"}}</h2><p class="hash" id="secret">{{secret}}</p><p>{{w "webhooks.once"}}</p></section>
{{/if}}{{> faults}}{{#each intro}}<p class="measure">{{say this}}</p>{{/each}}
{{#if ways.length}}<p class="row noprint">{{#each ways}}<a href="{{o href}}">{{say label}}</a>{{/each}}</p>
{{/if}}{{#if scripts.length}}{{> scripts}}{{/if}}
{{#if assessment}}{{> assessment}}{{/if}}
{{#if advised}}<section class="stack-s" aria-labelledby="avis"><h2 id="avis">{{w "case.advices"}}</h2>{{#if advices.length}}{{> advices}}{{else}}<p class="note near">{{w "case.adviceNone"}}</p>{{/if}}</section>{{/if}}
{{#if submit}}<form id="sheet" method="post" action="{{o action}}"{{#if parts}} enctype="{{parts}}"{{/if}} class="stack" novalidate>{{> hidden}}{{else}}<div class="stack">{{/if}}
{{#each fields}}{{> field}}{{/each}}
{{#each warnings}}<p class="note near">{{say this}}</p>{{/each}}<div class="row">{{#if submit}}<button class="btn {{#if grave}}grave{{else}}main{{/if}}" type="submit">{{say submit}}</button>{{/if}}{{#if looks}}<button class="btn" type="submit" name="_fill" value="1">{{w "message.look"}}</button>{{/if}}{{#if back}}<a href="{{o back}}">{{w "form.back"}}</a>{{/if}}</div>{{#if papers.length}}<section class="stack-s" id="apercu" aria-labelledby="apercu-h"><h2 id="apercu-h">{{w "message.preview"}}</h2><p class="measure muted">{{w "message.previewIntro"}}</p>${papersSource}</section>{{/if}}{{#if submit}}</form>{{else}}</div>{{/if}}{{#if keep}}<form id="sheet" method="post" action="{{o keep.action}}"><input type="hidden" name="_csrf" value="{{csrf}}"><input type="hidden" name="_fill" value="1"><input type="hidden" name="text" value="{{keep.text}}"><button class="btn" type="submit">{{w "form.keepAsNote"}}</button></form>{{/if}}`);

export function formPage(frame: MemberFrame, view: FormView): string {
  return memberPage(frame, {
    title: view.title,
    main: main(frame, {
      ...view,
      scripts: view.scripts ?? [],
      ways: view.ways ?? [],
      parts: partsOf(view.fields),
      papers: view.papers ?? [],
      looks: view.submit !== null && view.papers !== null && view.papers !== undefined,
      assessment: view.assessment ?? null,
      advices: view.advices ?? [],
      advised: view.advices !== undefined && view.advices !== null,
      warnings: [view.warning ?? []].flat(),
      grave: view.grave ?? false,
      fields: view.fields.map(drawn),
    }),
    narrow: true,
    failed: view.faults.length > 0 || view.changed !== null,
  });
}
