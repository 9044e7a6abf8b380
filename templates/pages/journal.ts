import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import type { Change } from './parts/changes';
import type { Fault } from './parts/form';
import type { Said } from './words/word';

export type EntryLine = {
  seq: number;
  at: string;
  /** Its day, where the hour is not known. */
  day: string | null;
  recordedAt: string;
  lateRecord: boolean;
  /** A newer version wrote it: only that it exists can be shown. */
  unreadable: boolean;
  title: Said;
  details: readonly Said[];
  changes: readonly Change[];
  by: Said;
  subject: { label: string; href: string | null };
  leaf: string;
  /** Of a decision: where its subject is read as it was known then. */
  known: string | null;
};

export type JournalView = {
  filter: { subject: string; kind: string; known: string };
  kinds: readonly { value: string; label: Said }[];
  /** The instant up to which entries are shown; null: everything. */
  knownAt: string | null;
  /** SHA-256 of the newest signed checkpoint, and whether the entries shown match their hashes; null before the first. */
  seal: { hash: string; verifierKey: string; checked: number; firstBad: number | null } | null;
  /** Whether this reader may have a copy as a file. */
  mayTake: boolean;
  head: number;
  lines: readonly EntryLine[];
  older: string | null;
  filtered: boolean;
  faults: readonly Fault[];
};

const main =
  template<object>(`<div class="row end"><h1>{{w "journal.title"}}</h1><p class="muted small">{{pageTime "full"}}</p></div>
<p class="noprint row"><a class="btn" href="{{o "/registers"}}">{{w "register.title"}}</a>{{#if mayTake}} <a class="btn" href="{{o "/journal/export"}}">{{w "export.title"}}</a>{{/if}}</p>
{{#if seal}}{{#if seal.firstBad}}<section class="note late" aria-labelledby="ver"><h2 id="ver">{{w "journal.altered"}} {{seal.firstBad}}</h2><p>{{w "journal.alteredWhat"}}</p></section>
{{else}}<section class="note done" aria-labelledby="ver"><h2 id="ver">✓ {{w "journal.sealed"}}</h2><p>{{count seal.checked "journal.checkedOne" "journal.checkedMany"}}</p><details><summary>{{w "journal.how"}}</summary><p class="small">{{w "journal.root"}}</p><p class="hash">{{groups seal.hash}}</p><p class="small">{{w "journal.verify"}}</p><p class="hash">vigie verify journal.jsonl --key {{seal.verifierKey}}</p><p class="small">{{w "export.keyWay"}}</p></details></section>{{/if}}
{{else}}<p class="note">{{w "journal.unsealed"}}</p>{{/if}}
{{#if faults.length}}<div class="errors" role="alert" aria-labelledby="err-h" tabindex="-1" autofocus><h2 id="err-h">{{count faults.length "form.fault" "form.faults"}}</h2>{{> faultList}}</div>{{/if}}
<form class="card" method="get" action="{{o "/journal"}}" role="search" aria-label="{{w "journal.filter"}}">
<div class="filters"><div class="field"><label for="f-subject">{{w "journal.subject"}}</label><input type="text" id="f-subject" name="subject" value="{{filter.subject}}" placeholder="INC-2026-12"></div>
<div class="field"><label for="f-kind">{{w "journal.kind"}}</label><select id="f-kind" name="kind">{{#each kinds}}<option value="{{this.value}}"{{#if (is this.value @root.filter.kind)}} selected{{/if}}>{{say label}}</option>{{/each}}</select></div>
<div class="field"><label for="f-known">{{w "journal.known"}}</label><input id="f-known" name="known" type="datetime-local" value="{{filter.known}}"></div>
<div class="row"><button class="btn main" type="submit">{{w "journal.show"}}</button><a href="{{o "/journal"}}">{{w "journal.clear"}}</a></div></div></form>
{{#if knownAt}}<p class="note near"><strong>{{w "journal.knownAt"}} {{time knownAt "full"}}.</strong> {{w "journal.knownHidden"}} <a href="{{o "/journal"}}">{{w "journal.now"}}</a></p>{{/if}}
{{#if lines.length}}<div class="t"><table class="stacked log" role="table">
<caption>{{count lines.length "journal.caption" "journal.captions" head=head}}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{w "journal.no"}}</th><th scope="col" role="columnheader">{{w "journal.at"}}</th><th scope="col" role="columnheader">{{w "journal.recordedAt"}}</th><th scope="col" role="columnheader">{{w "journal.entry"}}</th><th scope="col" role="columnheader">{{w "journal.by"}}</th><th scope="col" role="columnheader">{{w "journal.subject"}}</th><th scope="col" role="columnheader">{{w "journal.hash"}}</th></tr></thead>
<tbody role="rowgroup">{{#each lines}}
<tr role="row" id="e{{seq}}"{{#if unreadable}} data-state="near"{{/if}}><th scope="row" role="rowheader">{{seq}}</th><td role="cell" data-label="{{w "journal.at"}}">{{#if day}}{{calendar day}}{{else}}{{time at "plain"}}{{/if}}</td><td role="cell" data-label="{{w "journal.recordedAt"}}">{{time recordedAt "plain"}}{{#if lateRecord}}<span class="due">{{between at recordedAt}} {{w "story.after"}}</span>{{/if}}</td><td role="cell" class="said-what" data-label="{{w "journal.entry"}}">{{say title}}{{> moves}}{{#each details}}<span class="due said">{{say this}}</span>{{/each}}{{#if known}}<a class="small noprint" href="{{o known}}">{{w "journal.known"}} {{time recordedAt "hour"}}</a>{{/if}}</td><td role="cell" data-label="{{w "journal.by"}}">{{say by}}</td><td role="cell" data-label="{{w "journal.subject"}}">{{#if subject.href}}<a class="small" href="{{o subject.href}}">{{tight subject.label}}</a>{{else}}<span class="small">{{subject.label}}</span>{{/if}}</td><td role="cell" data-label="{{w "journal.hash"}}"><span class="hash">{{leaf}}</span></td></tr>{{/each}}
</tbody></table></div>
{{else if filtered}}<p class="empty">{{w "journal.noMatch"}} <a href="{{o "/journal"}}">{{w "now.clear"}}</a></p>
{{else}}<p class="empty">{{w "journal.none"}}</p>{{/if}}
{{#if older}}<nav class="row" aria-label="{{w "list.pages"}}"><a class="btn" href="{{o older}}">{{w "list.older"}}</a></nav>{{/if}}`);

export const journalPage = (frame: MemberFrame, view: JournalView): string =>
  memberPage(frame, { title: { key: 'journal.title' }, main: main(frame, view), failed: view.faults.length > 0 });
