import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import type { FileLine } from './parts/files';
import type { Fault, Option } from './parts/form';
import type { Said } from './words/word';

export type FilesView = {
  /** Page of what they are kept with. */
  path: string;
  crumbs: readonly { href: string; label: Said }[];
  /** Null for who may only read, and where there is nothing to keep a file with. */
  upload: { action: string; key: string; csrf: string } | null;
  /** What a file can be kept with. */
  about: readonly Option[];
  chosen: string;
  bounds: Said;
  faults: readonly Fault[];
  /** What stands at the field of the file. */
  error: Said | null;
  changed: Said | null;
  files: readonly (FileLine & { about: Said })[];
};

const upload = `{{#if upload}}<form method="post" action="{{o upload.action}}" enctype="multipart/form-data" class="stack card" aria-labelledby="up-h"><h2 id="up-h">{{w "files.keep"}}</h2>
<input type="hidden" name="_csrf" value="{{upload.csrf}}"><input type="hidden" name="_key" value="{{upload.key}}">
{{> upload}}</form>{{/if}}`;

const main =
  template<object>(`<p class="crumb">{{#each crumbs}}<a href="{{o href}}">{{say label}}</a> › {{/each}}{{w "files.title"}}</p>
<h1>{{w "files.title"}}</h1>
<p class="measure muted">{{w "files.intro"}}</p>
{{> faults}}${upload}
{{#if files.length}}<ul class="list">{{#each files}}<li>{{> file}}<span class="due">{{say about}}</span><span class="due">{{w "files.keptAt"}} {{time at "full"}}</span><span class="hash">{{groups hash}}</span></li>{{/each}}</ul>{{else}}<p class="muted">{{w "files.none"}}</p>{{/if}}
<p><a href="{{o path}}">{{w "form.back"}}</a></p>`);

/** Papers of a case or a notice: what each belongs to, and its hash, as the journal has it. */
export const filesPage = (frame: MemberFrame, view: FilesView): string =>
  memberPage(frame, { title: { key: 'files.title' }, main: main(frame, view), failed: view.faults.length > 0 });
