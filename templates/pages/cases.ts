import type { Clock } from '../../domain/deadline/clockState';
import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import type { Said } from './words/word';

export type CaseLine = {
  href: string;
  reference: string;
  from: Said;
  stage: Said;
  stageTone: '' | 'run' | 'near' | 'late' | 'done';
  receivedAt: string;
  risk: Said;
  clock: Clock | null;
};

export type CasesView = { lines: readonly CaseLine[]; older: string | null; mayOpen: boolean };

const main =
  template<object>(`<div class="row end"><h1>{{w "case.title"}}</h1>{{#if mayOpen}}<a class="btn" href="{{o "/cases/new"}}">{{w "case.open"}}</a><a class="btn" href="{{o "/received"}}">{{w "received.title"}}</a>{{/if}}</div>
<p class="measure muted">{{w "case.intro"}}</p>
{{#if lines.length}}<div class="t"><table class="stacked" role="table">
<caption>{{count lines.length "case.caption" "case.captions"}}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{w "case.what"}}</th><th scope="col" role="columnheader">{{w "case.stage"}}</th><th scope="col" role="columnheader">{{w "case.received"}}</th><th scope="col" role="columnheader">{{w "case.risk"}}</th><th scope="col" role="columnheader">{{w "case.limit"}}</th></tr></thead>
<tbody role="rowgroup">{{#each lines}}
<tr role="row"{{#if clock}} data-state="{{state clock}}"{{/if}}><th scope="row" role="rowheader"><a href="{{o href}}">{{tight reference}}</a><span class="due">{{say from}}</span></th><td role="cell" data-label="{{w "case.stage"}}"><span class="tag {{stageTone}}">{{say stage}}</span></td><td role="cell" data-label="{{w "case.received"}}">{{time receivedAt "plain"}}</td><td role="cell" data-label="{{w "case.risk"}}">{{say risk}}</td><td role="cell" data-label="{{w "case.limit"}}">{{#if clock}}{{clock clock}}{{else}}–{{/if}}</td></tr>{{/each}}
</tbody></table></div>
{{else}}<div class="empty"><p><strong>{{w "case.none"}}</strong></p></div>
{{/if}}{{#if older}}<nav class="row" aria-label="{{w "list.pages"}}"><a class="btn" href="{{o older}}">{{w "list.older"}}</a></nav>{{/if}}`);

export const casesPage = (frame: MemberFrame, view: CasesView): string =>
  memberPage(frame, { title: { key: 'case.title' }, main: main(frame, view) });
