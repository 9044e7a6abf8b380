import type { Clock } from '../../domain/deadline/clockState';
import { envelopeName } from '../../domain/notice/envelopeName';
import { template } from './frame/engine';
import type { Frame } from './frame/frame';
import { outsidePage } from './frame/layout';
import { drawn, type Field, type Fault } from './parts/form';
import { drawnSections, type Section } from './parts/blocks';
import { drawnItems, type ItemLine } from './parts/items';
import type { KeptWith } from './parts/files';
import type { MeasureLine } from './parts/measures';
import { type ChangeLine, drawnChanges } from './parts/paper';
import type { Said } from './words/word';

export type GuestForm = { action: string; key: string; fields: readonly Field[]; faults: readonly Fault[] };

/** What a controller's contact sees by its link. Nothing in it names, or counts, anybody else's case. */
export type GuestView = {
  /** Path of this link. */
  path: string;
  sender: string;
  reference: string;
  title: Said;
  summary: readonly Said[];
  /** What is known at a glance: nature, detection, awareness, numbers. */
  facts: readonly { label: Said; value: Said; at: string | null }[];
  exercise: boolean;
  automatic: boolean;
  to: { name: string; role: Said; controller: string; agreement: string };
  version: { shown: number; newest: number; sentAt: string | null };
  otherVersions: readonly { number: number; href: string; at: string }[];
  /** A button of the page's form, so that nothing typed there is lost. */
  otherLanguage: { href: string; code: 'fr' | 'en'; label: string };
  /** Null where nobody is asked to acknowledge. */
  acknowledged: { at: string; name: string; function: string } | null;
  acknowledge: GuestForm | null;
  /** Newest older version that this contact acknowledged; null if none. */
  ackedBefore: number | null;
  /** The controller's own limit, presumed from the sending. */
  authority: { clock: Clock; hours: number; from: string } | null;
  changes: readonly ChangeLine[];
  /** Version before the one shown; null for the first. */
  before: number | null;
  items: readonly ItemLine[];
  /** What the letter says beside its items: 0, then f, g and h. */
  chronology: readonly Section[];
  behind: readonly Section[];
  text: string | null;
  ask: GuestForm;
  questions: readonly {
    text: string;
    at: string;
    dueAt: string;
    answeredAt: string | null;
    answer: string | null;
    /** Documents with it; with its answer, null while it waits. */
    kept: KeptWith;
    keptAnswer: KeptWith | null;
  }[];
  /** On which the controller is consulted. */
  measures: readonly MeasureLine[];
  /** Path where a word on one is given; null where none waits. */
  answerMeasure: string | null;
  /** Until when a question asked now is answered. */
  promise: Said;
  asked: boolean;
  /** Whoever has just acknowledged came second. */
  earlier: boolean;
  pdf: string | null;
  plain: string | null;
  /** The signed envelope; `href` null where nothing was signed yet when the version left. Null where no mail went. */
  proof: { href: string | null } | null;
  hash: string | null;
  expiresAt: string | null;
};

const forms = `{{#if acknowledged}}<section class="note done" id="ack" aria-labelledby="ack-h"><h2 id="ack-h">✓ {{w "guest.acked"}}</h2><p>{{w "guest.ackedOn"}} {{time acknowledged.at "long"}}, {{acknowledged.name}}, {{acknowledged.function}}.</p>{{#if earlier}}<p role="status">{{w "guest.ackedByOther"}}</p>{{/if}}</section>
{{else if acknowledge}}<section class="confirm noprint" id="ack" aria-labelledby="ack-h"><h2 id="ack-h">{{w "guest.ackTitle"}}</h2>{{#with acknowledge}}{{#if faults.length}}<div class="errors" role="alert" aria-labelledby="err-h" tabindex="-1" autofocus><h3 id="err-h">{{count faults.length "form.fault" "form.faults"}}</h3>{{> faultList}}</div>{{/if}}<input type="hidden" name="version" value="{{../version.shown}}">{{#if ../ackedBefore}}<p class="note near">{{w "guest.ackedBefore" n=../ackedBefore}} {{w "guest.ackThis" n=../version.shown}}</p>{{/if}}<p>{{w "guest.ackMeaning"}}</p>{{#each fields}}{{> field}}{{/each}}<button class="btn main big full" type="submit" formaction="{{link action}}">{{w "guest.ack"}}</button><p class="hint">{{w "guest.ackRecord"}}</p>{{/with}}</section>{{/if}}`;

const main =
  template<object>(`<p class="row"><span class="tag">{{#if isNewest}}{{w "guest.newest" n=version.shown}}{{else}}{{w "guest.older" n=version.shown}}{{/if}}</span>{{#if version.sentAt}}<span class="small muted">{{w "guest.sentOn"}} {{time version.sentAt "long"}}</span>{{/if}}<button class="vh" type="submit" form="question" formaction="{{link enter}}" tabindex="-1" aria-hidden="true">{{w "form.send"}}</button>{{#with otherLanguage}}<button class="plain noprint" type="submit" form="question" formaction="{{link href}}" name="_fill" value="1" lang="{{code}}">{{label}}</button>{{/with}}</p>
<h1>{{say title}}</h1>
{{#if exercise}}<p class="note near"><strong>{{w "guest.exercise"}}</strong></p>{{/if}}{{#unless isNewest}}<p class="note near">{{w "guest.olderNote"}} <a href="{{link path}}">{{w "guest.toNewest" n=version.newest}}</a></p>{{/unless}}
{{#each summary}}<p{{#if @first}} class="lede"{{/if}}>{{say this}}</p>{{/each}}{{#if facts.length}}<dl class="strip">{{#each facts}}<div><dt>{{say label}}</dt><dd>{{#if at}}{{time at "long"}}{{else}}{{say this.value}}{{/if}}</dd></div>{{/each}}</dl>{{/if}}{{#if automatic}}<p class="note">{{w "guest.automatic"}}</p>{{/if}}
<p class="muted">{{w "guest.for"}} {{to.name}}, {{say to.role}}, {{to.controller}}. {{w "guest.agreement"}} {{to.agreement}}. {{w "notice.reference"}} {{tight reference}}.</p>
<form id="question" method="post" action="{{link ask.action}}" enctype="multipart/form-data" class="stack" novalidate><input type="hidden" name="_key" value="{{ask.key}}">
${forms}
{{#if authority}}<section class="note" aria-labelledby="dl"><h2 id="dl">{{w "guest.limit"}}</h2>
<p class="row">{{clock authority.clock}}<span class="small muted">{{w "guest.computed"}} {{pageTime "long"}}</span></p>
<p>{{w "guest.hours" n=authority.hours}}, {{time authority.from "long"}}{{w "form.colon"}}<strong>{{time authority.clock.dueAt "end"}}</strong>.</p>
<p class="small">{{w "guest.yours"}}</p></section>{{/if}}
{{#if changes.length}}<section class="stack-s" aria-labelledby="new"><h2 id="new">{{w "guest.changed" n=before}}</h2>{{> changes}}</section>{{/if}}
{{#if items.length}}<section class="stack-s" aria-labelledby="av"><h2 id="av">{{w "guest.items"}}</h2>
{{#if chronology.length}}{{> sections sections=chronology}}{{/if}}{{> items}}{{#if behind.length}}{{> sections sections=behind}}{{/if}}{{#if acknowledge}}<p class="noprint"><a href="#ack">{{w "guest.backToAck"}}</a></p>{{/if}}</section>{{/if}}
{{#if text}}<section class="card"><p class="said">{{text}}</p></section>{{/if}}
{{#if measures.length}}<section class="stack-s" id="measures" aria-labelledby="m-h"><h2 id="m-h">{{w "measures.title"}}</h2>{{> measures}}{{#if answerMeasure}}<p class="noprint"><a class="btn" href="{{link answerMeasure}}">{{w "measures.answer"}}</a></p>{{/if}}</section>{{/if}}
<section class="card noprint" id="ask" aria-labelledby="q-h"><h2 id="q-h">{{w "guest.askTitle"}}</h2>{{#if asked}}<p class="note done" role="status">{{w "guest.asked"}} {{say promise}}</p>{{/if}}
{{#if questions.length}}<ul class="ticks">{{#each questions}}<li class="{{#if answeredAt}}ok{{else}}wait{{/if}}"><span class="said">{{text}}<span class="due">{{time at "full"}}{{#if answeredAt}} · {{w "notice.answered"}} {{time answeredAt "full"}}{{else}} · {{w "guest.waiting"}} {{time dueAt "end"}}{{/if}}</span>{{> guestKept}}{{#if answer}}<span class="due said">{{answer}}</span>{{/if}}{{> guestKeptAnswer}}</span></li>{{/each}}</ul>{{/if}}
<div class="stack-s">{{#unless asked}}<p>{{say promise}}</p>{{/unless}}{{#if ask.faults.length}}<div class="errors" role="alert" aria-labelledby="qerr-h" tabindex="-1" autofocus><h3 id="qerr-h">{{count ask.faults.length "form.fault" "form.faults"}}</h3>{{> faultList faults=ask.faults}}</div>{{/if}}{{#each ask.fields}}{{> field}}{{/each}}<button class="btn" type="submit">{{w "guest.ask"}}</button></div></section>
</form>
<section class="card" aria-labelledby="f-h"><h2 id="f-h">{{w "guest.take"}}</h2><ul class="list stack-s">{{#if pdf}}<li><a href="{{link pdf}}">{{w "guest.pdf" n=version.shown}}</a></li>{{/if}}{{#if plain}}<li><a href="{{link plain}}">{{w "guest.text" n=version.shown}}</a></li>{{/if}}{{#if proof}}<li>{{#if proof.href}}<a href="{{link proof.href}}">{{w "guest.proof" n=version.shown}}</a><span class="due">{{w "guest.proofHow" file=proofFile}}</span>{{else}}{{w "guest.noProof"}}{{/if}}</li>{{/if}}{{#each otherVersions}}<li><a href="{{link href}}">{{w "guest.readVersion" n=number}}</a>, {{time at "full"}}</li>{{/each}}</ul>
{{#if hash}}<details><summary>{{w "guest.hash"}}</summary><p class="small">SHA-256</p><p class="hash">{{groups hash}}</p></details>{{/if}}</section>
<section class="note" aria-labelledby="d-h"><h2 id="d-h">{{w "guest.doubt"}}</h2><p>{{w "guest.doubtWhat"}}</p></section>
<p class="small muted">{{w "guest.yourLink"}}{{#if expiresAt}} {{w "guest.until"}} {{time expiresAt "long"}}.{{/if}} {{w "guest.noForward"}}</p>`);

export function guestPage(frame: Frame, view: GuestView): string {
  const { version, acknowledge, ask } = view;
  const content = {
    ...view,
    proofFile: envelopeName(view.reference, version.shown),
    isNewest: version.shown === version.newest,
    // Enter acknowledges where that is asked: the switch, which comes first, is never what it presses
    enter: (acknowledge !== null && view.acknowledged === null ? acknowledge : ask).action,
    acknowledge: acknowledge === null ? null : { ...acknowledge, fields: acknowledge.fields.map(drawn) },
    ask: { ...ask, fields: ask.fields.map(drawn) },
    items: drawnItems(view.items, true),
    chronology: drawnSections(view.chronology),
    behind: drawnSections(view.behind),
    changes: drawnChanges(view.changes),
  };
  return outsidePage(frame, view.sender, {
    title: { key: 'guest.pageTitle', values: { n: String(version.shown) } },
    main: main(frame, content),
    failed: (acknowledge?.faults.length ?? 0) + ask.faults.length > 0,
  });
}
