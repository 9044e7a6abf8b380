import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import { drawn, type Field, type FormBase, partsOf } from './parts/form';
import type { ContractChange } from './parts/changes';
import type { Said } from './words/word';

/** Questions that belong together; `rows`: a list of the document, with rows that wait to be filled. */
export type ContractPart = {
  id: string;
  title: Said;
  lead: Said | null;
  fields: readonly Field[];
  rows: {
    list: readonly { title: Said; isFirstEmpty: boolean; fields: readonly Field[] }[];
    count: { name: string; value: string };
    more: { name: string; label: Said };
  } | null;
};

export type ContractFormView = FormBase & {
  crumbs: readonly { href: string; label: Said }[];
  title: Said;
  intro: readonly Said[];
  /** The other way to say the same: by form, or from a file. */
  other: { href: string; label: Said };
  /** What stands on record beside what is typed, and does not fit it. */
  warnings: readonly Said[];
  parts: readonly ContractPart[];
  /** What the document would change, once it was looked at; null: it was not, or changes are no matter here. */
  changes: readonly ContractChange[] | null;
  /** Hash of the document that was shown; null: nothing was shown that could be recorded. */
  seen: string | null;
  submit: Said;
};

const fields = `<div class="grid form">{{#each fields}}<div{{#if wide}} class="whole"{{/if}}>{{> field}}</div>{{/each}}</div>`;

const main =
  template<object>(`<p class="crumb">{{#each crumbs}}<a href="{{o href}}">{{say label}}</a> › {{/each}}{{say title}}</p>
<h1>{{say title}}</h1>
{{> faults}}{{#each intro}}<p class="measure">{{say this}}</p>{{/each}}
<p class="noprint"><a href="{{o other.href}}">{{say other.label}}</a></p>
{{#each warnings}}<p class="note near" role="status">{{say this}}</p>{{/each}}
{{#if isLookedAt}}<section class="confirm" id="changes" aria-labelledby="ch-h" tabindex="-1" autofocus><h2 id="ch-h">{{w "contract.changes"}}</h2>{{> contractChanges}}</section>{{/if}}
{{#if goesOn}}<p class="noprint"><button class="btn" type="submit" form="sheet">{{say submit}}</button></p>{{/if}}
{{#if hasContents}}<nav class="noprint" aria-label="{{w "contract.contents"}}"><ul class="row list">{{#each parts}}<li><a href="#{{id}}">{{say title}}</a></li>{{/each}}</ul></nav>{{/if}}
<form id="sheet" method="post" action="{{o action}}"{{#if enctype}} enctype="{{enctype}}"{{/if}} class="stack" novalidate>{{> hidden}}{{#if seen}}<input type="hidden" name="seen" value="{{seen}}">{{/if}}
{{#each parts}}<section class="stack" id="{{id}}" {{#if title}}aria-labelledby="{{id}}-h"><h2 id="{{id}}-h">{{say title}}</h2>{{else}}>{{/if}}{{#if lead}}<p class="measure muted">{{say lead}}</p>{{/if}}
{{#if fields.length}}${fields}{{/if}}
{{#with rows}}{{#each list}}<fieldset class="card"{{#if isFirstEmpty}} tabindex="-1" autofocus{{/if}}><legend>{{say title}}</legend>${fields}</fieldset>{{/each}}<input type="hidden" name="{{count.name}}" value="{{count.value}}"><p class="noprint"><button class="btn" type="submit" name="{{more.name}}" value="1">{{say more.label}}</button></p>{{/with}}</section>{{/each}}
<div class="row"><button class="btn main" type="submit">{{say submit}}</button>{{#if back}}<a href="{{o back}}">{{w "form.back"}}</a>{{/if}}</div></form>`);

/** Long answers take the whole width. */
const laidOut = (field: Field) => ({
  ...drawn(field),
  wide: field.kind === 'area' || field.kind === 'file' || field.kind === 'checks',
});

/** Annex 1 as a form, part by part, or as the one field that takes it whole. */
export function contractFormPage(frame: MemberFrame, view: ContractFormView): string {
  const failed = view.faults.length > 0 || view.changed !== null;
  return memberPage(frame, {
    title: view.title,
    main: main(frame, {
      ...view,
      isLookedAt: view.changes !== null,
      changes: view.changes ?? [],
      // What was shown can be sent from here, without the way down a long form.
      goesOn: view.seen !== null && !failed,
      hasContents: view.parts.length > 1,
      enctype: partsOf(view.parts.flatMap((part) => part.fields)),
      parts: view.parts.map((part) => ({
        ...part,
        fields: part.fields.map(laidOut),
        rows: part.rows && {
          ...part.rows,
          list: part.rows.list.map((row) => ({ ...row, fields: row.fields.map(laidOut) })),
        },
      })),
    }),
    narrow: true,
    failed,
  });
}
