import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import { firmMap } from './parts/firmMap';
import type { Said } from './words/word';

export type FirmLine = {
  name: string;
  country: string;
  tier: number;
  /** Who engages it; null: ourselves. */
  parents: readonly (string | null)[];
  under: string;
  contracts: readonly {
    href: string;
    controller: string;
    reference: string;
    service: string;
    isAuthorised: boolean;
    authorisation: Said;
  }[];
};

export type SubProcessorsView = { own: string; firms: readonly FirmLine[] };

const drawing = `<figure><svg viewBox="0 0 {{map.width}} {{map.height}}" width="{{map.width}}" height="{{map.height}}" class="map" role="img" aria-labelledby="map-t map-d"><title id="map-t">{{w "subMap.title"}}</title><desc id="map-d">{{w "subMap.drawn"}}</desc>
{{#each map.lines}}<path d="{{d}}" fill="none" stroke="currentColor" stroke-width="1.5"/>{{/each}}
{{#each map.boxes}}<rect x="{{x}}" y="{{y}}" width="{{../map.boxWidth}}" height="{{../map.boxHeight}}" rx="6" fill="none" stroke="currentColor" stroke-width="{{#if dashed}}3{{else}}1.5{{/if}}"{{#if dashed}} stroke-dasharray="7 5"{{/if}}/><text x="{{textX}}" y="{{nameY}}" font-size="15" fill="currentColor">{{name}}</text>{{#if country}}<text x="{{textX}}" y="{{countryY}}" font-size="13" fill="currentColor">{{country}}</text>{{/if}}
{{/each}}</svg><figcaption class="small muted">{{w "subMap.legend"}}</figcaption></figure>`;

const main =
  template<object>(`<p class="crumb"><a href="{{o "/agreements"}}">{{w "nav.agreements"}}</a> › {{w "subMap.short"}}</p>
<h1>{{w "subMap.title"}}</h1>
<p class="measure">{{w "subMap.lead"}}</p>
{{#if firms.length}}${drawing}
<div class="t"><table class="stacked" role="table"><caption>{{w "subMap.caption"}}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{w "subMap.firm"}}</th><th scope="col" role="columnheader">{{w "subMap.tier"}}</th><th scope="col" role="columnheader">{{w "subMap.under"}}</th><th scope="col" role="columnheader">{{w "subMap.contracts"}}</th></tr></thead>
<tbody role="rowgroup">{{#each firms}}<tr role="row"><th scope="row" role="rowheader">{{name}}<span class="due">{{country}}</span></th><td role="cell" data-label="{{w "subMap.tier"}}">{{tier}}</td><td role="cell" data-label="{{w "subMap.under"}}">{{under}}</td><td role="cell" data-label="{{w "subMap.contracts"}}"><ul class="list">{{#each contracts}}<li><a href="{{o href}}">{{controller}}</a> <span class="tag {{#if isAuthorised}}done{{else}}late{{/if}}">{{say authorisation}}</span><span class="due">{{reference}}, {{service}}</span></li>{{/each}}</ul></td></tr>{{/each}}</tbody></table></div>
{{else}}<p class="empty">{{w "subMap.none"}}</p>{{/if}}`);

/** Drawn on the server, plain SVG; whoever does not see it reads the same in the table below. */
export function subProcessorsPage(frame: MemberFrame, { own, firms }: SubProcessorsView): string {
  const map = firmMap(
    own,
    firms.map((one) => ({ ...one, isAuthorised: one.contracts.every(({ isAuthorised }) => isAuthorised) })),
  );
  return memberPage(frame, { title: { key: 'subMap.title' }, main: main(frame, { firms, map }) });
}
