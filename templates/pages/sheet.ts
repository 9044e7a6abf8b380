import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import type { AuthorityChoice } from './parts/competence';
import type { Said } from './words/word';

export type SheetView = AuthorityChoice & {
  path: string;
  sheetPath: string;
  /** Adds a button to each answer that copies it, where the browser can. */
  script: string;
  reference: string;
  tabs: readonly { href: string; label: Said; current: boolean }[];
  site: { name: string; url: string } | null;
  /** What speaks against handing it in: made-up names, a gravity that contradicts the decision. */
  warnings: readonly Said[];
  /** Which notification needs what is missing, or that it needs nothing more. */
  requires: readonly { says: string; missing: readonly { label: string; href: string | null }[] }[];
  optionalBlank: Said;
  sections: readonly {
    number: number;
    title: string;
    fields: readonly {
      label: string;
      state: 'given' | 'pending' | 'blank';
      value: string;
      from: Said | null;
      needed: boolean;
      /** Where it is answered; null where it is, or by nobody who reads. */
      href: string | null;
    }[];
  }[];
  /** Cases of which one notification may tell together with this one. */
  together: {
    type: string;
    authorityId: string;
    options: readonly { value: string; label: Said; ticked: boolean }[];
    note: Said | null;
  };
  /** What this reader may do with it. */
  ways: readonly { href: string; label: Said }[];
};

const main =
  template<object>(`<p class="crumb"><a href="{{o "/cases"}}">{{w "nav.cases"}}</a> › <a href="{{o path}}">{{tight reference}}</a> › {{w "sheet.title"}}</p>
<h1>{{w "sheet.title"}}</h1>
<p class="measure muted">{{w "sheet.intro"}}{{#if site}} <a href="{{link site.url}}" rel="noreferrer">{{site.name}}</a>{{/if}}</p>
{{> authorityChoice}}<nav class="tabs" aria-label="{{w "sheet.types"}}"><ul>{{#each tabs}}<li><a href="{{o href}}"{{#if current}} aria-current="page"{{/if}}>{{say label}}</a></li>{{/each}}</ul></nav>
{{#each warnings}}<p class="note near">{{say this}}</p>{{/each}}
{{#each requires}}{{#if missing.length}}<section class="note near" aria-labelledby="manque-{{@index}}"><h2 id="manque-{{@index}}">{{says}}</h2><ul class="list">{{#each missing}}<li>{{#if href}}<a href="{{o href}}">{{label}}</a>{{else}}{{label}}{{/if}}</li>{{/each}}</ul></section>{{else}}<p class="note done">{{says}}</p>{{/if}}
{{/each}}<p class="muted">{{say optionalBlank}}</p>
{{#if together.note}}<p class="note">{{say together.note}}</p>{{/if}}{{#if together.options.length}}<form method="get" action="{{o sheetPath}}" class="noprint stack-s"><fieldset><legend>{{w "together.with"}}</legend><p class="hint">{{w "together.hint"}}</p><input type="hidden" name="type" value="{{together.type}}"><input type="hidden" name="authorityId" value="{{together.authorityId}}">{{#each together.options}}<label class="check"><input type="checkbox" name="with" value="{{value}}"{{#if ticked}} checked{{/if}}> <span>{{say label}}</span></label>{{/each}}</fieldset><p><button class="btn" type="submit">{{w "together.sheet"}}</button></p></form>{{/if}}
{{#if ways.length}}<p class="noprint row">{{#each ways}}<a href="{{o href}}">{{say label}}</a>{{/each}}</p>{{/if}}
{{#each sections}}<section class="stack-s" aria-labelledby="s-{{number}}"><h2 id="s-{{number}}">{{number}}. {{title}}</h2>
<dl class="facts">{{#each fields}}<div><dt>{{label}}{{#if needed}} <span class="tag near">{{w "sheet.needed"}}</span>{{/if}}</dt><dd>{{#if value}}<span class="said" data-copy="{{label}}">{{value}}</span>{{else if href}}<a class="noprint" href="{{o href}}">{{w "sheet.fill"}}<span class="vh"> {{label}}</span></a>{{else}}<span class="muted">–</span>{{/if}}{{#if (is state "pending")}} <span class="tag">{{w "sheet.pending"}}</span>{{/if}}{{#if from}} <span class="tag">{{say from}}</span>{{/if}}</dd></div>{{/each}}</dl></section>
{{/each}}
<p class="vh" role="status" id="copied" data-verb="{{w "sheet.copy"}}" data-done="{{w "sheet.copied"}}" data-failed="{{w "sheet.copyFailed"}}"></p>
<p><a href="{{o path}}">{{w "form.back"}}</a></p>
<script src="{{link script}}" defer></script>`);

/** The authority's form in its own order, to be copied into it, printed, or read on the telephone. */
export const sheetPage = (frame: MemberFrame, view: SheetView): string =>
  memberPage(frame, { title: { key: 'sheet.title' }, main: main(frame, view) });
