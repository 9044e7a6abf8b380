import type { Clock } from '../../domain/deadline/clockState';
import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import type { ExchangeLine, NoticeLine } from './incident';
import { drawnItems, type ItemLine } from './parts/items';
import { type ChangeLine, drawnChanges } from './parts/paper';
import type { WaitingCall } from './parts/calls';
import type { KeptWith } from './parts/files';
import type { MeasureLine } from './parts/measures';
import type { Said } from './words/word';

export type VersionLine = {
  number: number;
  kind: Said;
  frozenAt: string;
  by: Said;
  lateReason: string | null;
  /** Items that the machine left out, as they name another client. */
  held: readonly Said[];
  items: readonly ItemLine[];
  changes: readonly ChangeLine[];
  proofs: NoticeLine['proofs'];
  /** To the controller's own organisation of this installation; null: it is none. */
  handed: { text: Said; at: string | null } | null;
  /** Each contact's copy, to keep. */
  copies: readonly { who: string; text: string; pdf: string | null }[];
  /** `notedAt`: when it was written down, where that was later. */
  acknowledgements: readonly { at: string; notedAt: string | null; name: string; via: Said; caught: boolean }[];
};

export type NoticeView = {
  incident: { id: string; reference: string };
  noticeId: string;
  /** A form of this notice was sent, or opened, once more. */
  isAgain: boolean;
  reference: string;
  /** Reference of the contract: one controller may have several. */
  agreement: string;
  controller: string;
  state: Said;
  clock: Clock | null;
  provisional: boolean;
  /** Just after sending: what has happened and what happens next. */
  sent: { version: number; next: readonly Said[] } | null;
  act: { href: string; label: Said } | null;
  versions: readonly VersionLine[];
  mayAnswer: boolean;
  questions: readonly {
    id: string;
    who: string;
    at: string;
    notedAt: string | null;
    dueAt: string;
    text: string;
    answeredAt: string | null;
    answer: string | null;
    /** Documents with it; with its answer, null while it waits. */
    kept: KeptWith;
    keptAnswer: KeptWith | null;
    /** Where the answer stands that goes to the installation that asked. */
    exchange: ExchangeLine | null;
  }[];
  measures: readonly MeasureLine[];
  /** Calls that somebody has to make, and what to read. */
  waiting: readonly WaitingCall[];
  calls: readonly { who: string; at: string; notedAt: string | null; reached: boolean; note: string | null }[];
  contacts: readonly { name: string; role: Said; email: string | null; phone: string | null; ways: Said }[];
  actions: readonly { href: string; label: Said }[];
};

const version = `<section class="card" aria-labelledby="v{{number}}"><div class="row end"><h3 id="v{{number}}">{{w "notice.version" n=number}}, {{say kind}}</h3><span class="small muted">{{time frozenAt "full"}} · {{say by}}</span></div>
{{#if lateReason}}<p class="note near">{{w "notice.lateReason"}} {{lateReason}}</p>{{/if}}
{{#if held.length}}<p class="note near">{{w "notice.held"}} {{#each held}}{{say this}}{{#unless @last}}, {{/unless}}{{/each}}.</p>{{/if}}
{{#if proofs.length}}<ul class="list proofs">{{#each proofs}}<li><span class="tag {{tone}}">{{say label}}</span> {{who}}{{#if at}}, {{time at "plain"}}{{/if}}{{#if why}}<span class="due">{{say why}}</span>{{/if}}{{#if replay}} <a class="small noprint" href="{{o replay}}" aria-label="{{w "notice.replayOf" who=who}}">{{w "notice.replay"}}</a>{{/if}}{{#if tries.length}}<details class="small"><summary>{{count tries.length "notice.tryOne" "notice.tries"}}</summary><ol class="list">{{#each tries}}<li>{{say label}}{{#if code}} ({{code}}){{/if}}{{#if at}}, {{time at "plain"}}{{/if}}{{#if why}}{{w "form.colon"}}{{say why}}{{/if}}</li>{{/each}}</ol></details>{{/if}}</li>{{/each}}</ul>{{/if}}
{{#if handed}}<p>{{say handed.text}}{{#if handed.at}}, {{time handed.at "full"}}{{/if}}</p>{{/if}}
{{#if copies.length}}<p class="small noprint">{{#each copies}}{{who}}{{w "form.colon"}}{{#if pdf}}<a href="{{o pdf}}">PDF</a>, {{/if}}<a href="{{o this.text}}">{{w "notice.text"}}</a>{{#unless @last}} · {{/unless}}{{/each}}</p>{{/if}}
{{#if acknowledgements.length}}<ul class="ticks">{{#each acknowledgements}}<li class="ok"><span>{{w "notice.ackBy"}} <strong>{{name}}</strong>, {{time at "full"}}{{#if notedAt}}, {{w "notice.notedAt"}} {{time notedAt "full"}}{{/if}}, {{say via}}{{#if caught}} ({{w "notice.ackCaught"}}){{/if}}</span></li>{{/each}}</ul>{{/if}}
{{#if changes.length}}<h4>{{w "notice.changes"}}</h4>{{> changes}}{{/if}}
{{#if items.length}}<details{{#if @first}} open{{/if}}><summary>{{w "notice.items"}}</summary>{{> items}}</details>{{/if}}</section>`;

const main =
  template<object>(`<p class="crumb"><a href="{{o "/incidents"}}">{{w "nav.incidents"}}</a> › <a href="{{o incidentPath}}">{{tight incident.reference}}</a></p>
<div class="row end"><h1>{{w "notice.title" controller=controller}}</h1><span class="tag">{{say this.state}}</span></div>
{{> again}}{{#if sent}}<section class="note {{#if caught}}near{{else}}done{{/if}}" aria-labelledby="sent-h"><h2 id="sent-h">{{#if caught}}{{w "notice.sentCaught" version=sent.version}}{{else}}{{w "notice.sentTitle" version=sent.version}}{{/if}}</h2><ul>{{#each sent.next}}<li>{{say this}}</li>{{/each}}</ul></section>{{/if}}
<p class="row">{{#if clock}}{{clock clock}}<span>{{#if clock.doneAt}}{{time clock.doneAt "full"}}{{else}}{{w "clock.before"}} {{time clock.dueAt "end"}}{{/if}}{{#if provisional}}, {{w "clock.provisional"}}{{/if}}</span>{{/if}}<span class="muted">{{w "notice.reference"}} {{tight reference}} · {{w "guest.agreement"}} {{tight agreement}}</span></p>
{{#if act}}<p><a class="btn main" href="{{o act.href}}">{{say act.label}}</a></p>{{/if}}
<div class="cols"><div class="stack">
{{#if waiting.length}}{{> calls calling=waiting.length}}<div class="stack-s" id="scripts">{{> scripts scripts=waiting}}</div>{{/if}}
{{#if questions.length}}<section class="stack-s" aria-labelledby="q-h"><h2 id="q-h">{{w "notice.questions"}}</h2>{{#each questions}}<div class="note{{#unless answeredAt}} near{{/unless}}"><p class="said">{{text}}</p><p class="small">{{who}}, {{time at "full"}}{{#if notedAt}}, {{w "notice.notedAt"}} {{time notedAt "full"}}{{/if}} · {{#if answeredAt}}{{w "notice.answered"}} {{time answeredAt "full"}}{{else}}{{w "clock.before"}} {{time dueAt "end"}} · {{#if @root.mayAnswer}}<a href="{{o (join @root.noticePath (join "/answer?question=" id))}}">{{w "notice.answer"}}</a>{{else}}{{w "notice.waits"}}{{/if}}{{/if}}</p>{{> kept}}{{#if answer}}<p class="said">{{answer}}</p>{{/if}}{{> keptAnswer}}{{#with exchange}}<p class="small">{{say label}}{{#if at}}, {{time at "full"}}{{/if}}{{#if stated}} ({{w "exchange.stated"}} {{time stated "full"}}){{/if}}{{#if why}}<span class="due">{{say why}}</span>{{/if}}</p>{{/with}}</div>{{/each}}</section>{{/if}}
{{#if measures.length}}<section class="stack-s" aria-labelledby="m-h"><h2 id="m-h">{{w "measures.title"}}</h2>{{> measures}}</section>{{/if}}
<section class="stack-s" aria-labelledby="v-h"><h2 id="v-h">{{w "notice.versions"}}</h2>{{#if versions.length}}{{#each versions}}${version}{{/each}}{{else}}<p class="empty">{{w "notice.noVersion"}}</p>{{/if}}</section>
{{#if calls.length}}<section class="stack-s" aria-labelledby="c-h"><h2 id="c-h">{{w "notice.calls"}}</h2><ol class="ticks">{{#each calls}}<li class="{{#if reached}}ok{{else}}no{{/if}}"><span><strong>{{who}}</strong><span class="due">{{time at "full"}}{{#if notedAt}}, {{w "notice.notedAt"}} {{time notedAt "full"}}{{/if}}, {{#if reached}}{{w "notice.reached"}}{{else}}{{w "notice.notReached"}}{{/if}}</span>{{#if note}}<span class="said">{{note}}</span>{{/if}}</span></li>{{/each}}</ol></section>{{/if}}
</div><div class="stack">
{{#if actions.length}}<section class="card noprint" aria-labelledby="act-h"><h2 id="act-h">{{w "incident.actions"}}</h2><ul class="list acts">{{#each actions}}<li><a href="{{o href}}">{{say label}}</a></li>{{/each}}</ul></section>{{/if}}
<section class="card" aria-labelledby="k-h"><h2 id="k-h">{{w "notice.contacts"}}</h2><dl class="facts">{{#each contacts}}<div><dt>{{say role}}</dt><dd>{{name}}{{#if phone}}, <a class="nowrap" href="{{tel phone}}">{{tight phone}}</a>{{/if}}{{#if email}}<span class="due">{{email}}</span>{{/if}}<span class="due">{{say ways}}</span></dd></div>{{/each}}</dl></section>
</div></div>`);

export function noticePage(frame: MemberFrame, view: NoticeView): string {
  const incidentPath = `/incidents/${view.incident.id}`;
  const noticePath = `${incidentPath}/notices/${view.noticeId}`;
  const versions = view.versions.map((one) => ({
    ...one,
    items: drawnItems(one.items),
    changes: drawnChanges(one.changes),
  }));
  return memberPage(frame, {
    title: { key: 'notice.pageTitle', values: { controller: view.controller } },
    main: main(frame, { ...view, caught: frame.caught, versions, incidentPath, noticePath }),
  });
}
