import type { Clock } from '../../domain/deadline/clockState';
import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import type { Said } from './words/word';

export type IncidentLine = {
  href: string;
  reference: string;
  title: Said;
  stage: Said;
  stageTone: '' | 'run' | 'near' | 'late' | 'done';
  at: string;
  /** Its day, where the hour is not known. */
  day: string | null;
  clock: Clock | null;
  controllers: number;
};

export type IncidentsView = {
  tabs: readonly { href: string; label: Said; current: boolean }[];
  query: string;
  stage: string;
  lines: readonly IncidentLine[];
  /** Path of the next page, null on the last. */
  older: string | null;
  filtered: boolean;
  /** Whether the reader may record what a sub-processor tells. */
  subNotice: boolean;
  /** Whether the reader may see legal demands and instruments of transfer. */
  transfers: boolean;
};

const main = template<object>(`<h1>{{w "incidents.title"}}</h1>
<p class="row noprint">{{#if subNotice}}<a href="{{o "/sub-notice"}}">{{w "ask.subNotice"}}</a>{{/if}}<a href="{{o "/vulnerabilities"}}">{{w "atOnce.vulnerabilities"}}</a>{{#if transfers}}<a href="{{o "/transfers"}}">{{w "atOnce.transfers"}}</a>{{/if}}</p>
<nav class="tabs" aria-label="{{w "incidents.tabs"}}"><ul>{{#each tabs}}<li><a href="{{o href}}"{{#if current}} aria-current="page"{{/if}}>{{say label}}</a></li>{{/each}}</ul></nav>
<form class="filters" method="get" action="{{o "/incidents"}}" role="search" aria-label="{{w "incidents.filter"}}"><input type="hidden" name="stage" value="{{stage}}"><div class="field"><label for="q">{{w "incidents.words"}}</label><input id="q" name="q" type="search" value="{{query}}"></div><button class="btn" type="submit">{{w "incidents.show"}}</button></form>
{{#if lines.length}}<div class="t"><table class="stacked" role="table">
<caption>{{count lines.length "incidents.caption" "incidents.captions"}}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{w "incidents.what"}}</th><th scope="col" role="columnheader">{{w "incidents.stage"}}</th><th scope="col" role="columnheader">{{w "incidents.since"}}</th><th scope="col" role="columnheader">{{w "incidents.controllers"}}</th><th scope="col" role="columnheader">{{w "incidents.limit"}}</th></tr></thead>
<tbody role="rowgroup">{{#each lines}}
<tr role="row"{{#if clock}} data-state="{{state clock}}"{{/if}}><th scope="row" role="rowheader"><a href="{{o href}}">{{say title}}</a><span class="due">{{tight reference}}</span></th><td role="cell" data-label="{{w "incidents.stage"}}"><span class="tag {{stageTone}}">{{say stage}}</span></td><td role="cell" data-label="{{w "incidents.since"}}">{{#if day}}{{calendar day}}{{else}}{{time at "plain"}}{{/if}}</td><td role="cell" data-label="{{w "incidents.controllers"}}">{{controllers}}</td><td role="cell" data-label="{{w "incidents.limit"}}">{{#if clock}}{{clock clock}}{{else}}–{{/if}}</td></tr>{{/each}}
</tbody></table></div>
{{else if filtered}}<p class="empty">{{w "incidents.noMatch"}} <a href="{{o "/incidents"}}">{{w "now.clear"}}</a></p>
{{else}}<div class="empty"><p><strong>{{w "incidents.none"}}</strong></p><p><a class="btn" href="{{o "/signal"}}">{{w "now.signal"}}</a></p></div>
{{/if}}{{#if older}}<nav class="row" aria-label="{{w "list.pages"}}"><a class="btn" href="{{o older}}">{{w "list.older"}}</a></nav>{{/if}}`);

export const incidentsPage = (frame: MemberFrame, view: IncidentsView): string =>
  memberPage(frame, { title: { key: 'incidents.title' }, main: main(frame, view) });
