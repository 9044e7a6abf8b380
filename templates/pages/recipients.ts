import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import type { Fault } from './parts/form';
import type { Said } from './words/word';

/** A number as the reader's language writes it. */
export type Figure = { label: Said; value: string };

export type RecipientListView = {
  /** When it came, and by which hash: it is called the same wherever one is chosen. */
  name: Said;
  hash: string;
  counts: readonly Figure[];
  /** The first ones, each with its line in the file; the title says that they are only the first. */
  faults: readonly { line: number; reason: Said }[];
  faultsTitle: Said;
  duplicateLines: string;
  duplicatesTitle: Said;
  /** All rows that were left out, as a file; null where none was. */
  leftOut: string | null;
  /** Whom its mails did not reach, as a file; null where nobody, or who reads may not have it. */
  unreached: string | null;
  /** Where it stands once it is accepted; null before. */
  tag: Said | null;
  mayAccept: boolean;
  /** Why it cannot be accepted now, and where to go for it; null where it can, or somebody only reads. */
  hindrance: { text: Said; way: { href: string; label: Said } | null } | null;
  /** Not accepted, and another list was since. */
  isOlder: boolean;
  /** Of how many in all it is known what became of their mail or letter. */
  reached: number;
  all: number;
  figures: readonly Figure[];
  /** It is leaving: the page says how to look again. */
  isLeaving: boolean;
  /** Of whom no mail reaches; null where the list has nobody of them. Paths are null where nothing can be done now. */
  letters: {
    count: number;
    print: string | null;
    printedAt: string | null;
    files: readonly { href: string | null; number: number; hash: string }[];
    posted: { at: string; told: number } | null;
    /** Of which somebody said that they will not be posted. */
    notPosted: number;
    /** Some were posted, and these wait. */
    left: number;
    confirm: string | null;
  } | null;
};

export type RecipientsView = {
  path: string;
  reference: string;
  /** Null for who may only read. */
  upload: { action: string; key: string; csrf: string } | null;
  faults: readonly Fault[];
  /** What stands at the field of the file. */
  error: Said | null;
  changed: Said | null;
  exercise: boolean;
  lists: readonly RecipientListView[];
};

const upload = `{{#if upload}}<form method="post" action="{{o upload.action}}" enctype="multipart/form-data" class="stack card" aria-labelledby="up-h"><h2 id="up-h">{{w "recipients.upload"}}</h2>
<input type="hidden" name="_csrf" value="{{upload.csrf}}"><input type="hidden" name="_key" value="{{upload.key}}">
<div class="field{{#if error}} bad{{/if}}"><label for="f-file">{{w "recipients.file"}}</label><span class="hint" id="h-file">{{w "recipients.hint"}}</span>{{#if error}}<span class="err" id="e-file">{{say error}}</span>{{/if}}
<input id="f-file" name="file" type="file" accept=".csv,text/csv"{{#if error}} aria-invalid="true" aria-describedby="h-file e-file"{{else}} aria-describedby="h-file"{{/if}}></div>
<p><button class="btn main" type="submit">{{w "recipients.go"}}</button></p></form>{{/if}}`;

const counts = `<dl class="facts">{{#each counts}}<div><dt>{{say label}}</dt><dd>{{value}}</dd></div>{{/each}}</dl>
{{#if faults.length}}<details><summary>{{say faultsTitle}}</summary><ul class="list">{{#each faults}}<li>{{w "recipients.line"}} {{line}}{{w "form.colon"}}{{say reason}}</li>{{/each}}</ul></details>{{/if}}
{{#if duplicateLines}}<p class="small muted">{{say duplicatesTitle}}{{w "form.colon"}}{{duplicateLines}}</p>{{/if}}
{{#if leftOut}}<p class="small"><a href="{{o leftOut}}">{{w "recipients.leftOut"}}</a></p>{{/if}}`;

const letters = `{{#with letters}}<div class="stack-s"><p>{{count count "letters.one" "letters.many"}}{{#if print}} <a href="{{o print}}">{{w "letters.print"}}</a>{{/if}}</p>
{{#if printedAt}}<p>{{w "letters.printedAt"}} {{time printedAt "full"}}</p><ul class="list">{{#each files}}<li>{{#if href}}<a href="{{o href}}">{{w "letters.file"}} {{number}} (PDF)</a>{{else}}{{w "letters.file"}} {{number}}{{/if}} <span class="hash">{{groups hash}}</span></li>{{/each}}</ul>{{/if}}
{{#if posted}}<p>{{count posted.told "letters.postedOne" "letters.posted"}} {{time posted.at "full"}}</p>{{/if}}{{#if left}}<p>{{w "letters.left"}}{{w "form.colon"}}{{left}}</p>{{/if}}{{#if notPosted}}<p>{{w "letters.notPosted"}}{{w "form.colon"}}{{notPosted}}. {{#if posted.told}}{{w "letters.otherwise"}}{{else}}{{w "letters.anew"}}{{/if}}</p>{{/if}}{{#if confirm}}<p><a href="{{o confirm}}">{{w "letters.confirm"}}</a></p>{{/if}}</div>{{/with}}`;

const progress = `{{#if all}}<p><progress value="{{reached}}" max="{{all}}" aria-label="{{w "recipients.progress"}}">{{reached}} / {{all}}</progress></p>{{/if}}
<dl class="facts">{{#each figures}}<div><dt>{{say label}}</dt><dd>{{value}}</dd></div>{{/each}}</dl>
{{#if unreached}}<p><a href="{{o unreached}}">{{w "recipients.unreachedFile"}}</a></p><p class="small muted measure">{{w "recipients.unreachedHow"}}</p>{{/if}}`;

const main =
  template<object>(`<p class="crumb"><a href="{{o "/cases"}}">{{w "nav.cases"}}</a> › <a href="{{o path}}">{{tight reference}}</a> › {{w "recipients.title"}}</p>
<h1>{{w "recipients.title"}}</h1>
<p class="measure muted">{{w "recipients.intro"}}</p>
{{#if exercise}}<p>{{w "recipients.exercise"}}</p>{{/if}}{{> faults}}${upload}
{{#each lists}}<section class="card stack-s" aria-labelledby="list-{{@index}}"><h2 id="list-{{@index}}">{{say name}}</h2>
${counts}
{{#if tag}}<p><span class="tag">{{say tag}}</span>{{#if isLeaving}} <a href="{{o (join ../path "/recipients")}}">{{w "recipients.lookAgain"}}</a>{{/if}}</p>
${progress}${letters}{{else if isOlder}}<p>{{w "recipients.older"}}</p>{{else}}<p>{{w "recipients.waiting"}}{{#if mayAccept}} <a href="{{o (join ../path "/send")}}">{{w "caseAsk.send"}}</a>{{/if}}</p>{{#with hindrance}}<p class="note near">{{say text}}{{#if way}} <a href="{{o way.href}}">{{say way.label}}</a>{{/if}}</p>{{/with}}{{/if}}
<p class="small muted">{{w "recipients.hash"}} <code>{{hash}}</code></p></section>
{{else}}<p class="muted">{{w "recipients.none"}}</p>
{{/each}}<p><a href="{{o path}}">{{w "form.back"}}</a></p>`);

/** Whom we tell, and how far we have come: counts alone, nobody is named. */
export const recipientsPage = (frame: MemberFrame, view: RecipientsView): string =>
  memberPage(frame, {
    title: { key: 'recipients.title' },
    main: main(frame, view),
    failed: view.faults.length > 0,
  });
