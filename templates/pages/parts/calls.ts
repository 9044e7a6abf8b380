import type { Said } from '../words/word';

/** What to read to one person on the telephone; null once it was erased. */
export type Script = { who: string; phone: string | null; text: string | null };

/** A call that somebody still has to make. `href`: where its text is read and its outcome noted. */
export type WaitingCall = Script & {
  /** Of our own people, or a contact of the controller. */
  role: Said;
  controller: string;
  /** Of the clock that it serves; null where none runs. */
  before: string | null;
  since: string;
  href: string;
  act: Said;
};

/** Fragments that templates write as `{{> name}}`. */
export const callParts = {
  handing: `{{#with handing}}, {{say label}}{{#if at}}, {{time at "full"}}{{/if}}{{#if stated}} ({{w "exchange.stated"}} {{time stated "full"}}){{/if}}{{#if why}}<span class="due">{{say why}}</span>{{/if}}{{/with}}`,
  unserved: `{{#if unserved.length}}<div class="note near" id="unserved"><p><strong>{{w "unserved.title"}}</strong> {{w "unserved.what"}}</p><dl class="facts">{{#each unserved}}<div><dt>{{say way}}</dt><dd>{{who}}</dd></div>{{/each}}</dl></div>{{/if}}`,
  scripts: `{{#each scripts}}<details class="card"{{#if @first}} open{{/if}}><summary>{{w "call.read" who=who}}</summary>{{#if phone}}<p><a class="nowrap" href="{{tel phone}}">{{tight phone}}</a></p>{{/if}}{{#if text}}<p class="letter-text">{{text}}</p>{{else}}<p class="muted">{{w "call.erased"}}</p>{{/if}}</details>{{/each}}`,
  calls: `<section class="card" id="calls" aria-labelledby="calls-h"><h2 id="calls-h">{{count calling "call.one" "call.many"}}</h2>
<ul class="list acts">{{#each waiting}}<li class="row end"><span><strong>{{who}}</strong>, {{say role}}, {{controller}}<span class="due">{{#if before}}{{w "clock.before"}} {{time before "full"}} · {{/if}}{{w "call.since"}} {{time since "plain"}}</span></span><span class="row">{{#if phone}}<a class="btn" href="{{tel phone}}"><span class="vh">{{w "call.dial"}}</span>{{tight phone}}</a>{{/if}}<a href="{{o href}}">{{say act}}</a></span></li>{{/each}}</ul></section>`,
} as const;
