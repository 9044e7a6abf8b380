import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import type { Script, WaitingCall } from './parts/calls';
import type { Said } from './words/word';

type Tone = 'run' | 'near' | 'late' | 'done';

export type AtOnceLine = {
  href: string;
  reference: string;
  title: Said;
  at: string;
  stage: Said;
  told: Said;
  acknowledged: Said;
  state: Said;
  tone: Tone;
};

export type AtOnceListView = {
  title: Said;
  tabs: readonly { href: string; label: Said; current: boolean }[];
  lines: readonly AtOnceLine[];
  older: string | null;
  /** Where one is recorded; none for who may not. */
  records: readonly { href: string; label: Said }[];
};

const list =
  template<object>(`<div class="row end"><h1>{{say title}}</h1>{{#if records.length}}<span class="row noprint">{{#each records}}<a class="btn" href="{{o href}}">{{say label}}</a>{{/each}}</span>{{/if}}</div>
<p class="measure muted">{{w "atOnce.lead"}} <a href="{{o "/unacknowledged"}}">{{w "board.title"}}</a></p>
<nav class="tabs" aria-label="{{w "atOnce.kinds"}}"><ul>{{#each tabs}}<li><a href="{{o href}}"{{#if current}} aria-current="page"{{/if}}>{{say label}}</a></li>{{/each}}</ul></nav>
{{#if lines.length}}<div class="t"><table class="stacked" role="table"><caption>{{count lines.length "atOnce.caption" "atOnce.captions"}}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{w "atOnce.what"}}</th><th scope="col" role="columnheader">{{w "atOnce.recordedAt"}}</th><th scope="col" role="columnheader">{{w "atOnce.stage"}}</th><th scope="col" role="columnheader">{{w "atOnce.told"}}</th><th scope="col" role="columnheader">{{w "atOnce.acknowledged"}}</th><th scope="col" role="columnheader">{{w "atOnce.state"}}</th></tr></thead>
<tbody role="rowgroup">{{#each lines}}<tr role="row"><th scope="row" role="rowheader"><a href="{{o href}}">{{say title}}</a><span class="due">{{tight reference}}</span></th><td role="cell" data-label="{{w "atOnce.recordedAt"}}">{{time at "plain"}}</td><td role="cell" data-label="{{w "atOnce.stage"}}">{{say stage}}</td><td role="cell" data-label="{{w "atOnce.told"}}">{{say told}}</td><td role="cell" data-label="{{w "atOnce.acknowledged"}}">{{say acknowledged}}</td><td role="cell" data-label="{{w "atOnce.state"}}"><span class="tag {{tone}}">{{say state}}</span></td></tr>{{/each}}</tbody></table></div>
{{else}}<div class="empty"><p><strong>{{w "atOnce.none"}}</strong></p></div>{{/if}}
{{#if older}}<nav class="row" aria-label="{{w "list.pages"}}"><a class="btn" href="{{o older}}">{{w "list.older"}}</a></nav>{{/if}}`);

export const atOnceListPage = (frame: MemberFrame, view: AtOnceListView): string =>
  memberPage(frame, { title: view.title, main: list(frame, view) });

/** How far one controller was told. `at`: when; null while it was not. */
export type ToldLine = {
  controller: string;
  at: string | null;
  mails: Said | null;
  failed: Said | null;
  acknowledgedAt: string | null;
  state: Said;
  tone: Tone;
};

export type AtOnceView = {
  crumb: { href: string; label: Said };
  title: Said;
  reference: string;
  stage: Said;
  /** What forbids to tell; null where nothing does. */
  secrecy: { said: Said; ground: Said } | null;
  /** Why no agreement allows it; null where one does, and where that is not the question. */
  flag: { said: Said; why: Said } | null;
  facts: readonly { name: Said; text?: Said; at?: string; href?: string }[];
  controllers: readonly ToldLine[];
  acts: readonly { href: string; label: Said }[];
  waiting: readonly WaitingCall[];
  scripts: readonly Script[];
  said: readonly { at: string; who: string; what: Said; note: Said | null }[];
};

const page =
  template<object>(`<p class="crumb"><a href="{{o crumb.href}}">{{say crumb.label}}</a> › {{tight reference}}</p>
<div class="row end"><h1>{{say title}} <span class="muted">{{tight reference}}</span></h1><span class="tag">{{say stage}}</span></div>
{{#if flag}}<p class="note late"><strong>{{say flag.said}}</strong> {{say flag.why}}</p>
{{/if}}{{#if secrecy}}<p class="note near"><strong>{{say secrecy.said}}</strong> {{say secrecy.ground}}</p>
{{/if}}{{#if acts.length}}<p class="row noprint">{{#each acts}}<a class="btn" href="{{o href}}">{{say label}}</a>{{/each}}</p>
{{/if}}{{#if waiting.length}}{{> calls calling=waiting.length}}<div class="stack" id="scripts">{{> scripts}}</div>
{{/if}}<section class="card" aria-labelledby="f-h"><h2 id="f-h">{{w "atOnce.facts"}}</h2><dl class="facts">{{#each facts}}<div><dt>{{say name}}</dt><dd>{{#if at}}{{time at "full"}}{{else if href}}<a href="{{o href}}">{{say text}}</a>{{else}}<span class="letter-text">{{say text}}</span>{{/if}}</dd></div>{{/each}}</dl></section>
<section aria-labelledby="c-h"><h2 id="c-h">{{w "atOnce.who"}}</h2>{{#if controllers.length}}<div class="t"><table class="stacked" role="table"><caption class="vh">{{w "atOnce.who"}}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{w "atOnce.controller"}}</th><th scope="col" role="columnheader">{{w "atOnce.when"}}</th><th scope="col" role="columnheader">{{w "atOnce.mails"}}</th><th scope="col" role="columnheader">{{w "atOnce.acknowledged"}}</th><th scope="col" role="columnheader">{{w "atOnce.state"}}</th></tr></thead>
<tbody role="rowgroup">{{#each controllers}}<tr role="row"><th scope="row" role="rowheader">{{controller}}</th><td role="cell" data-label="{{w "atOnce.when"}}">{{#if at}}{{time at "plain"}}{{else}}–{{/if}}</td><td role="cell" data-label="{{w "atOnce.mails"}}">{{#if mails}}{{say mails}}{{else}}–{{/if}}{{#if failed}}<span class="due">{{say failed}}</span>{{/if}}</td><td role="cell" data-label="{{w "atOnce.acknowledged"}}">{{#if acknowledgedAt}}{{time acknowledgedAt "plain"}}{{else}}–{{/if}}</td><td role="cell" data-label="{{w "atOnce.state"}}"><span class="tag {{tone}}">{{say state}}</span></td></tr>{{/each}}</tbody></table></div>{{else}}<p class="muted">{{w "atOnce.nobody"}}</p>{{/if}}</section>
{{#if said.length}}<section aria-labelledby="s-h"><h2 id="s-h">{{w "atOnce.said"}}</h2><ol class="line">{{#each said}}<li class="key"><div class="when">{{time at "near"}}</div><div><strong>{{who}}</strong>, {{say what}}{{#if note}}<span class="due">{{say note}}</span>{{/if}}</div></li>{{/each}}</ol></section>{{/if}}`);

export const atOncePage = (frame: MemberFrame, view: AtOnceView): string =>
  memberPage(frame, { title: view.title, main: page(frame, view) });
