import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import type { AuthorityChoice } from './parts/competence';
import type { Said } from './words/word';

export type EdpbView = AuthorityChoice & {
  path: string;
  reference: string;
  tabs: readonly { href: string; label: Said; current: boolean }[];
  status: string;
  toComplete: readonly string[];
  /** A complete one was asked for, and something is still to be determined: an incomplete one is shown. */
  refused: boolean;
  /** What speaks against handing it in. */
  warnings: readonly Said[];
  sections: readonly {
    title: string;
    fields: readonly { label: string; state: string; value: string; from: Said | null }[];
  }[];
  ways: readonly { href: string; label: Said }[];
};

const main =
  template<object>(`<p class="crumb"><a href="{{o "/cases"}}">{{w "nav.cases"}}</a> › <a href="{{o path}}">{{tight reference}}</a> › {{w "edpb.title"}}</p>
<h1>{{w "edpb.title"}}</h1>
<p class="measure muted">{{w "edpb.intro"}}</p>
{{> authorityChoice}}<nav class="tabs" aria-label="{{w "sheet.types"}}"><ul>{{#each tabs}}<li><a href="{{o href}}"{{#if current}} aria-current="page"{{/if}}>{{say label}}</a></li>{{/each}}</ul></nav>
{{#each warnings}}<p class="note near">{{say this}}</p>{{/each}}{{#if refused}}<p class="note near">{{w "edpb.refused"}}</p>{{/if}}
{{#if toComplete.length}}<section class="note near" aria-labelledby="manque"><h2 id="manque">{{w "edpb.open"}}</h2><ul class="list">{{#each toComplete}}<li>{{this}}</li>{{/each}}</ul></section>{{else}}<p class="note done">{{w "edpb.ready"}}</p>{{/if}}
<p class="noprint row"><span class="tag">{{status}}</span>{{#each ways}}<a href="{{o href}}">{{say label}}</a>{{/each}}</p>
{{#each sections}}<section class="stack-s" aria-labelledby="e-{{@index}}"><h2 id="e-{{@index}}">{{title}}</h2>
<dl class="facts">{{#each fields}}<div><dt>{{label}}</dt><dd>{{#if (is state "pending")}}<span class="tag">{{w "edpb.pending"}}</span>{{else}}<span class="said">{{value}}</span>{{/if}}{{#if from}} <span class="tag">{{say from}}</span>{{/if}}</dd></div>{{/each}}</dl></section>
{{/each}}<p><a href="{{o path}}">{{w "form.back"}}</a></p>`);

/** The common template of the EDPB with what is known, and what is still to be determined. */
export const edpbPage = (frame: MemberFrame, view: EdpbView): string =>
  memberPage(frame, { title: { key: 'edpb.title' }, main: main(frame, view) });
