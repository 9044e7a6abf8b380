import { template } from './frame/engine';
import type { Frame } from './frame/frame';
import { outsidePage } from './frame/layout';
import type { Fault } from './parts/form';
import type { Said } from './words/word';

export type EntranceView = {
  /** `/enter`, or the place of a form that waits to be sent. */
  action: string;
  /** What goes back with the token: where to go on, or the fields of the form that waits. */
  hidden: readonly { name: string; value: string }[];
  isKept: boolean;
  /** It brought a file, which is not kept. */
  hasFile: boolean;
  csrf: string;
  /** Path to which the choice of a language returns. */
  back: string;
  error: Said | null;
};

const main =
  template<object>(`<h1>{{w "enter.title"}}</h1>{{> faults}}{{#if isKept}}<p class="note near" role="status">{{#if hasFile}}{{w "enter.keptFile"}}{{else}}{{w "enter.kept"}}{{/if}}</p>{{/if}}<form method="post" action="{{link action}}" class="card stack" novalidate>{{#each hidden}}<input type="hidden" name="{{name}}" value="{{value}}">{{/each}}
<div class="field{{#if error}} bad{{/if}}"><label for="f-token">{{w "enter.token"}}</label><span class="hint" id="h-token">{{w "enter.hint"}}</span>{{#if error}}<span class="err" id="e-token">{{say error}}</span>{{/if}}<input id="f-token" name="{{#if isKept}}_token{{else}}token{{/if}}" type="password" autocomplete="off"{{#if error}} aria-invalid="true" aria-describedby="h-token e-token"{{else}} aria-describedby="h-token"{{/if}}></div>
<button class="btn main big full" type="submit">{{w "enter.go"}}</button></form>
{{#unless isKept}}<form method="post" action="/language"><input type="hidden" name="_csrf" value="{{csrf}}"><input type="hidden" name="back" value="{{back}}"><button class="plain" type="submit" name="language" value="{{w "enter.otherLanguage"}}" lang="{{w "enter.otherLanguage"}}">{{w "enter.otherName"}}</button></form>{{/unless}}
<section class="note" aria-labelledby="lien"><h2 id="lien">{{w "enter.notice"}}</h2><p>{{w "enter.noticeWhat"}}</p></section>`);

/** The entrance. Nothing of what was typed is shown again; the same words whether a token exists or not. */
export function entrancePage(frame: Frame, view: EntranceView): string {
  const faults: Fault[] = view.error === null ? [] : [{ href: '#f-token', text: view.error, about: null }];
  return outsidePage(frame, 'Vigie', {
    title: { key: 'enter.title' },
    main: main(frame, { ...view, faults, changed: null }),
    failed: view.error !== null,
  });
}
