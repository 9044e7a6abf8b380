import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import { drawn, type Field, type FormBase } from './parts/form';
import type { ContractChange } from './parts/changes';
import type { Said } from './words/word';

export type AgreementLine = {
  href: string;
  reference: string;
  controller: string;
  hours: Said;
  protective: Said;
  until: string;
  stage: Said;
  amending: boolean;
};

export type AgreementsView = { lines: readonly AgreementLine[]; canRecord: boolean; older: string | null };

export type AgreementVersionView = {
  number: number;
  state: Said;
  from: string | null;
  to: string | null;
  hash: string;
  signatures: readonly { side: Said; by: string; at: string | null }[];
  changes: readonly ContractChange[];
};

/** Both sides of an amendment; `by` null: has not signed. Links: the newest of each contact, while its side has not. */
export type SigningState = {
  sides: readonly { side: Said; by: string | null; at: string | null }[];
  links: readonly { who: string; at: string; mail: Said; expiresAt: string; expired: boolean }[];
};

export type AgreementView = {
  id: string;
  reference: string;
  controller: string;
  facts: readonly { label: Said; value: Said }[];
  /** It names neither side as the organisation is called; null: it does. */
  otherName: Said | null;
  /** From which instant its hours run. */
  limit: Said;
  contacts: readonly {
    name: string;
    role: Said;
    email: string | null;
    phone: string | null;
    ways: Said;
    /** Whether an exercise may write to it (invariant 12). */
    exercises: Said;
  }[];
  /** Which ways were shown to work; `last`: when one worked that does not now. */
  tests: readonly {
    name: string;
    way: Said;
    said: Said;
    tone: 'ok' | 'wait' | 'no';
    at: string | null;
    last: string | null;
    /** What another installation answered instead of a receipt. */
    why: Said | null;
  }[];
  canTest: boolean;
  canNoteCall: boolean;
  /** Named by the version in force, and not done by Vigie. */
  unserved: readonly { way: Said; who: string }[];
  versions: readonly AgreementVersionView[];
  /** The amendment that waits for this side's signature: who may sign, and the form. */
  sign:
    | (FormBase & {
        version: number;
        documentHash: string;
        fields: readonly Field[];
        may: boolean;
        state: SigningState;
      })
    | null;
  canPropose: boolean;
  /** Since when the controller is an organisation of this installation; null: it is none. */
  inside: string | null;
  /** The same of another installation, and its address. */
  outside: { since: string; url: string } | null;
  canTie: boolean;
  /** Whether secrets of webhooks may be made here. */
  canKeyWebhooks: boolean;
};

const list =
  template<object>(`<h1>{{w "agreements.title"}}</h1><p class="measure muted">{{w "agreements.lead"}}</p>{{#if canRecord}}<p class="noprint"><a class="btn{{#unless lines.length}} main{{/unless}}" href="{{o "/agreements/new"}}">{{w "agreement.record"}}</a></p>{{/if}}<p class="noprint"><a href="{{o "/parties"}}">{{w "receive.parties"}}</a> <a href="{{o "/sub-processors"}}">{{w "subMap.title"}}</a></p>
{{#if lines.length}}<div class="t"><table class="stacked" role="table"><caption>{{count lines.length "agreements.caption" "agreements.captions"}}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{w "agreements.controller"}}</th><th scope="col" role="columnheader">{{w "agreements.hours"}}</th><th scope="col" role="columnheader">{{w "agreements.protective"}}</th><th scope="col" role="columnheader">{{w "agreements.until"}}</th><th scope="col" role="columnheader">{{w "agreements.stage"}}</th></tr></thead>
<tbody role="rowgroup">{{#each lines}}<tr role="row"><th scope="row" role="rowheader"><a href="{{o href}}">{{controller}}</a><span class="due">{{reference}}</span></th><td role="cell" data-label="{{w "agreements.hours"}}">{{say hours}}</td><td role="cell" data-label="{{w "agreements.protective"}}">{{say protective}}</td><td role="cell" data-label="{{w "agreements.until"}}">{{#if this.until}}{{calendar this.until}}{{else}}–{{/if}}</td><td role="cell" data-label="{{w "agreements.stage"}}"><span class="tag {{#if amending}}near{{else}}done{{/if}}">{{say stage}}</span></td></tr>{{/each}}</tbody></table></div>
{{else}}<div class="empty"><p><strong>{{w "agreements.none"}}</strong></p><p>{{w "agreements.how"}}</p></div>{{/if}}
{{#if older}}<nav class="row" aria-label="{{w "list.pages"}}"><a class="btn" href="{{o older}}">{{w "list.older"}}</a></nav>{{/if}}`);

const one =
  template<object>(`<p class="crumb"><a href="{{o "/agreements"}}">{{w "nav.agreements"}}</a> › {{reference}}</p>
<h1>{{controller}}</h1>
{{#if otherName}}<p class="note near" role="note">{{say otherName}}</p>
{{/if}}<dl class="strip">{{#each facts}}<div><dt>{{say label}}</dt><dd>{{say this.value}}</dd></div>{{/each}}</dl>
<p class="measure"><strong>{{w "limit.title"}}</strong> {{say limit}}</p>
{{#if sign}}<section class="confirm" aria-labelledby="s-h"><h2 id="s-h">{{w "agreement.toSign" n=sign.version}}</h2>{{#with sign}}<ul class="ticks" id="signing">{{#each state.sides}}<li class="{{#if by}}ok{{else}}wait{{/if}}"><span>{{say side}}{{w "form.colon"}}{{#if by}}{{by}}, {{time at "full"}}{{else}}{{w "agreement.unsigned"}}{{/if}}</span></li>{{/each}}{{#each state.links}}<li class="{{#if expired}}no{{else}}wait{{/if}}"><span>{{w "agreement.linkTo"}} {{who}}, {{time at "full"}}, {{say mail}}<span class="due">{{#if expired}}{{w "agreement.linkExpired"}}{{else}}{{w "agreement.linkOpen"}}{{/if}} {{time expiresAt "full"}}</span></span></li>{{else}}{{#if unlinked}}<li class="no"><span>{{w "agreement.noLink"}}</span></li>{{/if}}{{/each}}</ul>{{> faults}}{{#if may}}<form id="sheet" method="post" action="{{o action}}" class="stack" novalidate>{{> hidden}}<input type="hidden" name="documentHash" value="{{documentHash}}">{{#each fields}}{{> field}}{{/each}}<p>{{w "agreement.signWhat"}}</p><button class="btn main" type="submit">{{w "agreement.sign"}}</button></form>{{else}}<p>{{w "agreement.signOther"}}</p>{{/if}}{{/with}}</section>{{/if}}
<p class="measure">{{#if inside}}{{w "tie.since"}} {{time inside "full"}}. {{/if}}{{#with outside}}{{w "exchange.since"}} {{time since "full"}}{{w "form.colon"}}<span class="hash">{{url}}</span> {{/with}}{{#if canTie}}<a class="noprint" href="{{o (join path "/tie")}}">{{w "tie.title"}}</a>{{/if}}</p>
<div class="cols"><section class="stack" aria-labelledby="v-h"><div class="row end"><h2 id="v-h">{{w "agreement.versions"}}</h2>{{#if canPropose}}<a class="noprint" href="{{o (join path "/amend")}}">{{w "agreement.amend"}}</a>{{/if}}</div>{{#each versions}}<article class="card" aria-labelledby="v{{number}}"><div class="row end"><h3 id="v{{number}}">{{w "agreement.version" n=number}}</h3><span class="tag">{{say this.state}}</span></div>
<p>{{#if from}}{{w "agreement.from"}} {{time from "date"}} {{w "agreement.to"}} {{time to "date"}}{{else}}{{w "agreement.notInForce"}}{{/if}}</p>
{{#if signatures.length}}<ul class="ticks">{{#each signatures}}<li class="ok"><span>{{say side}}{{w "form.colon"}}{{by}}{{#if at}}, {{time at "full"}}{{/if}}</span></li>{{/each}}</ul>{{/if}}
{{#if changes.length}}<details><summary>{{count changes.length "agreement.changeOne" "agreement.changes"}}</summary><div class="stack-s">{{> contractChanges}}</div></details>{{/if}}
<details><summary>{{w "agreement.hash"}}</summary><p class="hash">{{groups hash}}</p></details></article>{{/each}}</section>
<section class="card" aria-labelledby="k-h"><h2 id="k-h">{{w "notice.contacts"}}</h2>{{> unserved}}<dl class="facts">{{#each contacts}}<div><dt>{{say role}}</dt><dd>{{name}}{{#if phone}}, <a class="nowrap" href="{{tel phone}}">{{tight phone}}</a>{{/if}}{{#if email}}<span class="due">{{email}}</span>{{/if}}<span class="due">{{say ways}}</span><span class="due">{{say exercises}}</span></dd></div>{{/each}}</dl><h3 id="contacts">{{w "contacts.liveness"}}</h3><ul class="ticks">{{#each tests}}<li class="{{tone}}"><span>{{name}}, {{say way}}{{w "form.colon"}}{{say said}}{{#if at}} {{time at "full"}}{{/if}}{{#if why}}<span class="due">{{say why}}</span>{{/if}}{{#if last}}<span class="due">{{w "contacts.last"}} {{time last "full"}}</span>{{/if}}</span></li>{{/each}}</ul>{{#if canTest}}<p class="noprint"><a href="{{o (join path "/contacts")}}">{{w "contacts.title"}}</a></p>{{/if}}{{#if canNoteCall}}<p class="noprint"><a href="{{o (join path "/contacts/call")}}">{{w "contacts.call"}}</a></p>{{/if}}{{#if canKeyWebhooks}}<p class="noprint"><a href="{{o (join path "/webhooks")}}">{{w "webhooks.title"}}</a></p>{{/if}}</section></div>`);

export const agreementsPage = (frame: MemberFrame, view: AgreementsView): string =>
  memberPage(frame, { title: { key: 'agreements.title' }, main: list(frame, view) });

/** The other side has not signed, and holds no link to sign by. */
const isUnlinked = ({ sides, links }: SigningState): boolean => links.length === 0 && sides.at(-1)?.by === null;

export function agreementPage(frame: MemberFrame, view: AgreementView): string {
  const sign =
    view.sign === null
      ? null
      : { ...view.sign, fields: view.sign.fields.map(drawn), unlinked: isUnlinked(view.sign.state) };
  return memberPage(frame, {
    title: `${view.controller}, ${view.reference}`,
    main: one(frame, { ...view, sign, path: `/agreements/${view.id}` }),
    failed: (view.sign?.faults.length ?? 0) > 0,
  });
}
