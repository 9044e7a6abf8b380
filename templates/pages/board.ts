import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import type { Said } from './words/word';

export type BoardLine = {
  controller: string;
  href: string;
  /** Version of a notice, or what else it was told. */
  note: Said;
  since: string | null;
  tried: readonly Said[];
  calls: readonly { who: string; at: string; result: Said }[];
  next: { name: string; phone: string; href: string; act: Said } | null;
};

export type BoardView = {
  /** Where it belongs: an incident, or a list. */
  crumb: { href: string; label: Said };
  /** Path of it unfiltered. */
  here: string;
  title: Said;
  /** Empty where nothing is filtered. */
  views: readonly { href: string; label: Said; count: string; current: boolean }[];
  lines: readonly BoardLine[];
  filtered: boolean;
};

const main =
  template<object>(`<p class="crumb"><a href="{{o crumb.href}}">{{say crumb.label}}</a> › {{w "board.title"}}</p>
<div class="row end"><h1>{{w "board.title"}}</h1><p class="muted small">{{pageTime "full"}}. <a href="{{o here}}">{{w "now.refresh"}}</a></p></div>
<p class="measure muted">{{w "board.intro"}}</p>
{{#if views.length}}<nav class="tabs" aria-label="{{w "now.views"}}"><ul>{{#each views}}<li><a href="{{o href}}"{{#if current}} aria-current="page"{{/if}}>{{say label}} <span class="tag">{{this.count}}</span></a></li>{{/each}}</ul></nav>{{/if}}
{{#if lines.length}}<div class="t"><table class="stacked" role="table"><caption>{{count lines.length "board.one" "board.many"}}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{w "board.who"}}</th><th scope="col" role="columnheader">{{w "board.since"}}</th><th scope="col" role="columnheader">{{w "board.tried"}}</th><th scope="col" role="columnheader">{{w "board.next"}}</th></tr></thead>
<tbody role="rowgroup">{{#each lines}}<tr role="row"><th scope="row" role="rowheader"><a href="{{o href}}">{{controller}}</a><span class="due">{{say note}}</span></th><td role="cell" data-label="{{w "board.since"}}">{{#if since}}{{time since "full"}}{{else}}{{w "board.notOut"}}{{/if}}</td><td role="cell" data-label="{{w "board.tried"}}">{{#each tried}}<p>{{say this}}</p>{{/each}}{{#each calls}}<p>{{who}}, {{time at "full"}}{{w "form.colon"}}{{say result}}</p>{{/each}}</td><td role="cell" data-label="{{w "board.next"}}">{{#if next}}{{next.name}}, <a class="nowrap" href="{{tel next.phone}}">{{tight next.phone}}</a><br><a href="{{o next.href}}">{{say next.act}}</a>{{else}}{{w "board.noNumber"}}{{/if}}</td></tr>
{{/each}}</tbody></table></div>
{{else}}<p class="empty">{{#if filtered}}{{w "now.noMatch"}} <a href="{{o here}}">{{w "now.clear"}}</a>{{else}}{{w "board.none"}}{{/if}}</p>{{/if}}
<p><a href="{{o crumb.href}}">{{w "form.back"}}</a></p>`);

/** Who has not acknowledged, since when, what was tried, whom to call next. */
export const boardPage = (frame: MemberFrame, view: BoardView): string =>
  memberPage(frame, { title: view.title, main: main(frame, view) });
