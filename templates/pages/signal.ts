import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import type { CallLine } from './now';
import type { Said } from './words/word';
import { drawn, type Field, type FormBase } from './parts/form';

/** Four questions, and a phone number for who cannot wait. Nothing has to be qualified. */
export type SignalView = FormBase & {
  /** When the form was made: "just now" means this, however often it is sent. */
  madeAt: string;
  what: Field;
  when: Field;
  at: Field;
  day: Field;
  data: Field;
  phone: Field;
  more: readonly Field[];
  calls: readonly CallLine[];
};

const main = template<object>(`<h1>{{w "signal.title"}}</h1>
<p>{{w "signal.lead"}}</p>
<p class="note near"><strong>{{w "signal.machine"}}</strong> {{w "signal.unplug"}}</p>
{{> faults}}<form id="sheet" method="post" action="{{o action}}" class="stack" novalidate>{{> hidden}}<input type="hidden" name="madeAt" value="{{madeAt}}">
{{#each what}}{{> field}}{{/each}}<div class="moment stack-s">{{#each when}}{{> field}}{{/each}}<div class="later">{{#each at}}{{> field}}{{/each}}{{#each day}}{{> field}}{{/each}}</div></div>{{#each data}}{{> field}}{{/each}}{{#each phone}}{{> field}}{{/each}}
<details{{#if moreOpen}} open{{/if}}><summary>{{w "signal.more"}}</summary><div class="stack">{{#each more}}{{> field}}{{/each}}</div></details>
<button class="btn main big full" type="submit">{{w "signal.send"}}</button>
<p class="hint">{{#if caught}}{{w "signal.nextCaught"}}{{else}}{{w "signal.next"}}{{/if}}</p></form>
{{#if calls.length}}<p class="note">{{w "signal.urgent"}} {{#each calls}}<a class="nowrap" href="{{tel phone}}">{{tight phone}}</a> ({{name}}){{#unless @last}}, {{/unless}}{{/each}}.</p>{{/if}}`);

export type SignalledView = {
  reference: string;
  at: string;
  /** Its form was sent, or opened, once more: nothing was recorded twice. */
  again: boolean;
  /** Who gets a mail of it, as words; `told` false: nobody does. */
  told: { told: boolean; words: Said };
  incidentPath: string;
  calls: readonly CallLine[];
};

const done = template<object>(`<h1>{{w "signal.doneTitle"}}</h1>
<section class="note {{#if told.told}}done{{else}}near{{/if}}" aria-labelledby="n-h"><h2 id="n-h">{{w "signal.received"}} {{time at "near"}} · {{w "signal.number"}} <strong>{{tight reference}}</strong></h2><p>{{say told.words}} {{w "signal.keep"}}</p></section>
{{#if again}}<p class="note near" role="status">{{w "signal.again"}}</p>{{/if}}<p class="row"><a class="btn main" href="{{o incidentPath}}">{{w "signal.open"}}</a><a href="{{o "/signal"}}">{{w "signal.another"}}</a></p>
{{#if calls.length}}<p class="note">{{#if told.told}}{{w "signal.urgent"}}{{else}}{{w "signal.callNow"}}{{/if}} {{#each calls}}<a class="nowrap" href="{{tel phone}}">{{tight phone}}</a> ({{name}}){{#unless @last}}, {{/unless}}{{/each}}.</p>{{/if}}`);

const reachable = (calls: readonly CallLine[]) => calls.filter(({ phone }) => phone !== null);

export function signalPage(frame: MemberFrame, view: SignalView): string {
  const { what, when, at, day, data, phone, more } = view;
  const fields = {
    what: [drawn(what)],
    when: [drawn(when)],
    at: [drawn(at)],
    day: [drawn(day)],
    data: [drawn(data)],
    phone: [drawn(phone)],
    more: more.map(drawn),
    moreOpen: more.some(({ error }) => error !== null),
  };
  return memberPage(frame, {
    title: { key: 'signal.title' },
    main: main(frame, { ...view, ...fields, caught: frame.caught, calls: reachable(view.calls) }),
    narrow: true,
    failed: view.faults.length > 0,
  });
}

export const signalledPage = (frame: MemberFrame, view: SignalledView): string =>
  memberPage(frame, {
    title: { key: 'signal.doneTitle' },
    main: done(frame, { ...view, calls: reachable(view.calls) }),
    narrow: true,
  });
