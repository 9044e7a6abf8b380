import type { ExchangeLine } from '../incident';
import type { Said } from '../words/word';

/** A file that is kept, and where it is taken. */
export type FileLine = {
  href: string;
  name: Said;
  kind: string;
  size: Said;
  at: string;
  hash: string;
  /** By which way it came from the other side; null: it was kept here. */
  via: Said | null;
  /** Whether the other side has it; null where it does not go there. */
  handing: ExchangeLine | null;
};

/** Files of one thing, and where another is added; null where nobody may. */
export type KeptWith = { files: readonly FileLine[]; add: { href: string; label: Said } | null };

const named = (address: 'o' | 'link'): string =>
  `<a href="{{${address} href}}">{{say name}}</a> <span class="muted">{{kind}}, {{say size}}{{#if via}}, {{say via}}{{/if}}{{> handing}}</span>`;

const kept = `{{#if files.length}}<ul class="list">{{#each files}}<li>${named('o')}</li>{{/each}}</ul>{{/if}}{{#with add}}<p class="small noprint"><a href="{{o href}}">{{say label}}</a></p>{{/with}}`;

/** Stands within the line of a question. */
const guestKept = `{{#each files}}<span class="due">${named('link')}</span>{{/each}}{{#with add}}<span class="due noprint"><a class="btn" href="{{link href}}">{{say label}}</a></span>{{/with}}`;

/** Fragments that templates write as `{{> name}}`. */
export const fileParts = {
  file: named('o'),
  guestFile: named('link'),
  kept: `{{#with kept}}${kept}{{/with}}`,
  keptAnswer: `{{#with keptAnswer}}${kept}{{/with}}`,
  guestKept: `{{#with kept}}${guestKept}{{/with}}`,
  guestKeptAnswer: `{{#with keptAnswer}}${guestKept}{{/with}}`,
  /** What a file belongs to, the file, and the button. */
  upload: `<div class="field"><label for="f-about">{{w "files.about"}}</label><select id="f-about" name="about">{{#each about}}<option value="{{value}}"{{#if (is value @root.chosen)}} selected{{/if}}>{{say label}}</option>{{/each}}</select></div>
<div class="field{{#if error}} bad{{/if}}"><label for="f-file">{{w "files.file"}}</label><span class="hint" id="h-file">{{say bounds}}</span>{{#if error}}<span class="err" id="e-file">{{say error}}</span>{{/if}}
<input id="f-file" name="file" type="file" accept=".pdf,.png,.jpg,.jpeg,.eml"{{#if error}} aria-invalid="true" aria-describedby="h-file e-file"{{else}} aria-describedby="h-file"{{/if}}></div>
<p><button class="btn main" type="submit">{{w "files.go"}}</button></p>`,
} as const;
