import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import { drawn, type Field, type FormBase } from './parts/form';
import type { Said } from './words/word';

export type ExportView = FormBase & {
  /** What the copy holds for this reader. */
  what: Said;
  fields: readonly Field[];
  /** Public key that the file verifies under; null before anything is signed. */
  verifierKey: string | null;
  file: string;
};

const main =
  template<object>(`<p class="crumb"><a href="{{o "/journal"}}">{{w "nav.journal"}}</a> › {{w "export.title"}}</p>
<h1>{{w "export.title"}}</h1>
{{> faults}}<p class="measure">{{say what}}</p>
<form method="post" action="{{o action}}" class="stack" novalidate>{{> hidden}}<div class="row"><button class="btn main" type="submit">{{w "export.go"}}</button><a href="{{o back}}">{{w "form.back"}}</a></div>
<details{{#if faults.length}} open{{/if}}><summary>{{w "export.more"}}</summary>{{#each fields}}{{> field}}{{/each}}</details></form>
<section class="card" aria-labelledby="v-h"><h2 id="v-h">{{w "export.verify"}}</h2>
{{#if verifierKey}}<p class="hash">vigie verify {{file}} --key {{verifierKey}}</p><p>{{w "export.keyWay"}}</p>{{else}}<p>{{w "journal.unsealed"}}</p>{{/if}}</section>`);

export function exportPage(frame: MemberFrame, view: ExportView): string {
  return memberPage(frame, {
    title: { key: 'export.title' },
    main: main(frame, { ...view, fields: view.fields.map(drawn) }),
    narrow: true,
    failed: view.faults.length > 0,
  });
}
