import { template } from './frame/engine';
import type { Frame } from './frame/frame';
import { outsidePage } from './frame/layout';
import type { Fault } from './parts/form';
import type { Said } from './words/word';

export type EntranceView = { key: string; csrf: string; error: Said | null };

const main =
  template<object>(`<h1>{{w "enter.title"}}</h1>{{> faults}}<form method="post" action="/enter" class="card stack" novalidate><input type="hidden" name="_csrf" value="{{csrf}}"><input type="hidden" name="_key" value="{{key}}">
<div class="field{{#if error}} bad{{/if}}"><label for="f-token">{{w "enter.token"}}</label><span class="hint" id="h-token">{{w "enter.hint"}}</span>{{#if error}}<span class="err" id="e-token">{{say error}}</span>{{/if}}<input id="f-token" name="token" type="password" autocomplete="off"{{#if error}} aria-invalid="true" aria-describedby="h-token e-token"{{else}} aria-describedby="h-token"{{/if}}></div>
<button class="btn main big full" type="submit">{{w "enter.go"}}</button></form>
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
