/** Rows of a register: few columns side by side, the others open below each. Asks `columns` and `lines` of the view. */
export const registerRows = `<thead role="rowgroup"><tr role="row">{{#each columns}}<th scope="col" role="columnheader">{{this}}</th>{{/each}}</tr></thead>
<tbody role="rowgroup">{{#each lines}}
<tr role="row">{{#each short}}{{#if @first}}<th scope="row" role="rowheader"><a href="{{o ../href}}"><span class="said">{{tight text}}</span></a></th>{{else}}<td role="cell" data-label="{{label}}"><span class="said">{{text}}</span></td>{{/if}}{{/each}}</tr>
<tr role="row"><td role="cell" colspan="{{@root.columns.length}}" aria-colspan="{{@root.columns.length}}"><details><summary>{{w "register.more"}}</summary><dl class="facts">{{#each more}}<div><dt>{{label}}</dt><dd><span class="said">{{text}}</span></dd></div>{{/each}}</dl>{{#if open}}<p class="small"><strong>{{w "register.unknown"}}</strong>{{w "form.colon"}}{{#each open}}{{#unless @first}}, {{/unless}}{{this}}{{/each}}.</p>{{/if}}</details>{{#if fill}}<p class="small"><strong>{{w "register.missingHere"}}</strong> {{#each fill.what}}{{#unless @first}}, {{/unless}}{{this}}{{/each}}. <a href="{{o fill.href}}">{{say fill.label}}</a></p>{{/if}}</td></tr>{{/each}}
</tbody>`;

export type LabelledCell = { label: string; text: string };

/** `fill`: what a document should say and does not, and where it is filled in; null where nothing is missing. */
export type RegisterLine = {
  href: string;
  short: readonly LabelledCell[];
  more: readonly LabelledCell[];
  /** Names of columns of which nothing is determined. */
  open: readonly string[];
  fill: { what: readonly string[]; href: string; label: { key: 'register.fill' | 'register.look' } } | null;
};
