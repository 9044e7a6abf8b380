import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import type { Said } from './words/word';

/** `path`: its address inside the organisation. `admits`: its notices come in by themselves. */
export type PartyLine = {
  path: string;
  name: Said;
  role: Said;
  key: string | null;
  admits: boolean;
  /** What they open. */
  opens: Said | null;
  /** Of its own installation. */
  exchangeUrl: string | null;
};

export type PartiesView = {
  lines: readonly PartyLine[];
  older: string | null;
  /** Our own key as it is given out; null while nothing was signed. */
  own: string | null;
  /** Where we take what other installations seal, and whether anything goes to them. */
  ownUrl: string;
  isExchanging: boolean;
  mayRecord: boolean;
  /** A form led here: what it asked is recorded. */
  isSaved: boolean;
};

const main =
  template<object>(`<p class="crumb"><a href="{{o "/agreements"}}">{{w "nav.agreements"}}</a> › {{w "parties.title"}}</p>
<div class="row end"><h1>{{w "parties.title"}}</h1>{{#if mayRecord}}<a class="btn noprint" href="{{o "/parties/new"}}">{{w "parties.record"}}</a>{{/if}}</div>
{{> saved}}<p class="measure muted">{{w "parties.lead"}}</p>
{{#if lines.length}}<div class="t"><table class="stacked" role="table"><caption>{{count lines.length "parties.caption" "parties.captions"}}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{w "parties.name"}}</th><th scope="col" role="columnheader">{{w "parties.role"}}</th><th scope="col" role="columnheader">{{w "parties.key"}}</th><th scope="col" role="columnheader">{{w "parties.admits"}}</th></tr></thead>
<tbody role="rowgroup">{{#each lines}}<tr role="row"><th scope="row" role="rowheader">{{say name}}</th><td role="cell" data-label="{{w "parties.role"}}">{{say role}}</td><td role="cell" data-label="{{w "parties.key"}}">{{#if key}}<span class="hash">{{key}}</span>{{else}}{{w "parties.keyNone"}}{{/if}}{{#if @root.mayRecord}} <a class="noprint" href="{{o (join path "/key")}}">{{w "parties.change"}}<span class="vh"> {{say name}}</span></a>{{/if}}</td><td role="cell" data-label="{{w "parties.admits"}}">{{#if admits}}{{w "yesno.yes"}}{{#if opens}}<span class="due">{{say opens}}</span>{{/if}}{{else}}{{w "yesno.no"}}{{/if}}{{#if exchangeUrl}} <span class="hash">{{exchangeUrl}}</span>{{/if}}{{#if @root.mayRecord}} <a class="noprint" href="{{o (join path "/admit")}}">{{w "parties.admitChange"}}<span class="vh"> {{say name}}</span></a>{{/if}}</td></tr>{{/each}}</tbody></table></div>
{{else}}<div class="empty"><p><strong>{{w "parties.none"}}</strong></p></div>{{/if}}
{{#if older}}<nav class="row" aria-label="{{w "list.pages"}}"><a class="btn" href="{{o older}}">{{w "list.older"}}</a></nav>{{/if}}
<section class="card" aria-labelledby="o-h"><h2 id="o-h">{{w "parties.own"}}</h2>{{#if own}}<p class="hash">{{own}}</p><p class="hint">{{w "parties.ownHow"}}</p>{{else}}<p>{{w "parties.ownNone"}}</p>{{/if}}<h3>{{w "exchange.own"}}</h3><p class="hash">{{ownUrl}}</p><p class="hint">{{w "exchange.ownHow"}}</p>{{#unless isExchanging}}<p class="hint">{{w "exchange.ownOff"}}</p>{{/unless}}</section>`);

export const partiesPage = (frame: MemberFrame, view: PartiesView): string =>
  memberPage(frame, { title: { key: 'parties.title' }, main: main(frame, view) });
