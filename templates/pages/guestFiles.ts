import { template } from './frame/engine';
import type { Frame } from './frame/frame';
import { outsidePage } from './frame/layout';
import type { FileLine } from './parts/files';
import type { Fault, Option } from './parts/form';
import type { Said } from './words/word';

export type GuestFilesView = {
  sender: string;
  reference: string;
  exercise: boolean;
  /** Path of the notice behind the same link. */
  back: string;
  /** Null where nothing was asked. */
  upload: { action: string; key: string } | null;
  /** What a file can be kept with. */
  about: readonly Option[];
  chosen: string;
  bounds: Said;
  faults: readonly Fault[];
  /** What stands at the field of the file. */
  error: Said | null;
  files: readonly (FileLine & { about: Said })[];
};

const main =
  template<object>(`<p class="crumb"><a href="{{link back}}">{{w "measures.back"}}</a></p><h1>{{w "files.title"}}</h1>
{{#if exercise}}<p class="note near"><strong>{{w "guest.exercise"}}</strong></p>{{/if}}<p class="muted">{{w "notice.reference"}} {{tight reference}}. {{w "files.guestIntro" sender=sender}}</p>
{{> faults}}{{#if upload}}<form method="post" action="{{link upload.action}}" enctype="multipart/form-data" class="stack card" aria-labelledby="up-h"><h2 id="up-h">{{w "files.keep"}}</h2><input type="hidden" name="_key" value="{{upload.key}}">
{{> upload}}</form>{{else}}<p>{{w "files.askFirst"}}</p>{{/if}}
{{#if files.length}}<ul class="list">{{#each files}}<li>{{> guestFile}}<span class="due">{{say about}}</span><span class="due">{{w "files.keptAt"}} {{time at "full"}}</span><span class="hash">{{groups hash}}</span></li>{{/each}}</ul>{{else}}<p class="muted">{{w "files.none"}}</p>{{/if}}`);

/** Documents with a contact's questions and with our answers, behind its link. */
export const guestFilesPage = (frame: Frame, view: GuestFilesView): string =>
  outsidePage(frame, view.sender, {
    title: { key: 'files.title' },
    main: main(frame, { ...view, changed: null }),
    failed: view.faults.length > 0,
  });
