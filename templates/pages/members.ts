import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import { drawn, type Field, type FormBase } from './parts/form';

export type MemberLine = {
  id: string;
  name: string;
  /** Null once erased. */
  email: string | null;
  phone: string | null;
  roles: string;
  since: string;
  until: string | null;
};

export type MembersView = FormBase & {
  lines: readonly MemberLine[];
  /** Who has just been added, and the token to hand over: shown now and never again. */
  welcomed: { name: string; secret: string | null } | null;
  /** Where a token is given in. */
  entrance: string;
  canManage: boolean;
  /** Says where the organisation is established. */
  canSeat: boolean;
  /** A form led here: what it asked is recorded. */
  isSaved: boolean;
  fields: readonly Field[];
};

const main = template<object>(`<h1>{{w "members.title"}}</h1><p class="measure">{{w "members.lead"}}</p>
{{> saved}}{{#if welcomed}}<section class="note near" aria-labelledby="s-h"><h2 id="s-h">{{w "members.welcomed" name=welcomed.name}}</h2>{{#if welcomed.secret}}<p class="hash" id="secret">{{welcomed.secret}}</p><p>{{w "members.once"}} {{entrance}}</p>{{else}}<p>{{w "members.shown"}}</p>{{/if}}</section>{{/if}}
{{#if canManage}}<p><a href="{{o "/name"}}">{{w "members.rename"}}</a></p>
{{/if}}{{#if canSeat}}<p><a href="{{o "/seat"}}">{{w "competence.seatTitle"}}</a></p>
<p><a href="{{o "/identity"}}">{{w "identity.title"}}</a></p>
{{/if}}{{> faults}}<div class="t"><table class="stacked" role="table"><caption>{{w "members.caption"}}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{w "members.name"}}</th><th scope="col" role="columnheader">{{w "members.roles"}}</th><th scope="col" role="columnheader">{{w "members.reach"}}</th><th scope="col" role="columnheader">{{w "members.since"}}</th></tr></thead>
<tbody role="rowgroup">{{#each lines}}<tr role="row"><th scope="row" role="rowheader">{{name}}{{#if @root.canManage}}{{#unless until}}<span class="due"><a href="{{o (join "/members/" id)}}" aria-label="{{w "members.changeOf" name=name}}">{{w "members.change"}}</a> · <a href="{{o (join "/members/" (join id "/leave"))}}" aria-label="{{w "members.leaveOf" name=name}}">{{w "members.leave"}}</a></span>{{/unless}}{{/if}}</th><td role="cell" data-label="{{w "members.roles"}}">{{this.roles}}</td><td role="cell" data-label="{{w "members.reach"}}">{{#if phone}}<a class="nowrap" href="{{tel phone}}">{{tight phone}}</a>{{else}}{{w "members.noPhone"}}{{/if}}{{#if email}}<span class="due">{{email}}</span>{{/if}}</td><td role="cell" data-label="{{w "members.since"}}">{{time since "date"}}{{#if until}}<span class="due">{{w "members.until"}} {{time until "date"}}</span>{{/if}}</td></tr>{{/each}}</tbody></table></div>
{{#if canManage}}<form id="sheet" method="post" action="{{o action}}" class="card stack" novalidate aria-labelledby="n-h">{{> hidden}}<h2 id="n-h">{{w "members.new"}}</h2>{{#each fields}}{{> field}}{{/each}}<p class="hint">{{w "members.apart"}}</p><button class="btn main" type="submit">{{w "members.add"}}</button></form>{{/if}}`);

export const membersPage = (frame: MemberFrame, view: MembersView): string =>
  memberPage(frame, {
    title: { key: 'members.title' },
    main: main(frame, { ...view, fields: view.fields.map(drawn) }),
    failed: view.faults.length > 0,
  });
