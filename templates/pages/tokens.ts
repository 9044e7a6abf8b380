import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import { drawn, type Field, type FormBase } from './parts/form';
import type { Said } from './words/word';

export type TokenLine = {
  id: string;
  holder: string;
  roles: Said;
  issuedAt: string;
  expiresAt: string;
  revokedAt: string | null;
  live: boolean;
  key: string;
};

export type TokensView = FormBase & {
  lines: readonly TokenLine[];
  /** Shown now and never again. */
  secret: string | null;
  fields: readonly Field[];
  canIssue: boolean;
  /** A form led here: what it asked is recorded. */
  isSaved: boolean;
};

const main = template<object>(`<h1>{{w "tokens.title"}}</h1><p class="measure">{{w "tokens.lead"}}</p>
{{#if secret}}<section class="note near" aria-labelledby="s-h"><h2 id="s-h">{{w "tokens.secret"}}</h2><p class="hash" id="secret">{{secret}}</p><p>{{w "tokens.once"}}</p></section>{{/if}}
{{> saved}}{{> faults}}<div class="t"><table class="stacked" role="table"><caption>{{w "tokens.caption"}}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{w "tokens.holder"}}</th><th scope="col" role="columnheader">{{w "tokens.roles"}}</th><th scope="col" role="columnheader">{{w "tokens.issued"}}</th><th scope="col" role="columnheader">{{w "tokens.expires"}}</th><th scope="col" role="columnheader">{{w "tokens.state"}}</th></tr></thead>
<tbody role="rowgroup">{{#each lines}}<tr role="row"><th scope="row" role="rowheader">{{holder}}</th><td role="cell" data-label="{{w "tokens.roles"}}">{{say roles}}</td><td role="cell" data-label="{{w "tokens.issued"}}">{{time issuedAt "plain"}}</td><td role="cell" data-label="{{w "tokens.expires"}}">{{time expiresAt "long"}}</td><td role="cell" data-label="{{w "tokens.state"}}">{{#if revokedAt}}{{w "tokens.revoked"}} {{time revokedAt "plain"}}{{else if live}}{{#if @root.canIssue}}<form method="post" action="{{o (join "/tokens/" (join id "/revoke"))}}"><input type="hidden" name="_csrf" value="{{@root.csrf}}"><input type="hidden" name="_key" value="{{key}}"><button class="btn grave small" type="submit" aria-label="{{w "tokens.revokeOf" holder=holder}}">{{w "tokens.revoke"}}</button></form>{{else}}{{w "tokens.live"}}{{/if}}{{else}}{{w "tokens.over"}}{{/if}}</td></tr>{{/each}}</tbody></table></div>
{{#if canIssue}}<form id="sheet" method="post" action="{{o action}}" class="card stack" novalidate aria-labelledby="n-h">{{> hidden}}<h2 id="n-h">{{w "tokens.new"}}</h2>{{#each fields}}{{> field}}{{/each}}<p class="hint">{{w "tokens.journal"}}</p><button class="btn main" type="submit">{{w "tokens.issue"}}</button></form>{{/if}}`);

export const tokensPage = (frame: MemberFrame, view: TokensView): string =>
  memberPage(frame, {
    title: { key: 'tokens.title' },
    main: main(frame, { ...view, fields: view.fields.map(drawn) }),
    failed: view.faults.length > 0,
  });
