import { template } from './frame/engine';
import type { Frame } from './frame/frame';
import { outsidePage } from './frame/layout';
import type { GuestForm } from './guest';
import { drawn } from './parts/form';
import type { MeasureLine } from './parts/measures';

export type GuestMeasureView = {
  sender: string;
  reference: string;
  exercise: boolean;
  /** Path of the notice behind the same link. */
  back: string;
  measures: readonly MeasureLine[];
  /** Null where nothing waits for a word. */
  form: GuestForm | null;
};

const main =
  template<object>(`<p class="crumb"><a href="{{link back}}">{{w "measures.back"}}</a></p><h1>{{w "measures.title"}}</h1>
{{#if exercise}}<p class="note near"><strong>{{w "guest.exercise"}}</strong></p>{{/if}}<p class="muted">{{w "notice.reference"}} {{tight reference}}.</p>
{{#if form}}<form method="post" action="{{link form.action}}" class="confirm" aria-labelledby="m-h" novalidate><h2 id="m-h">{{w "measures.answer"}}</h2>{{#with form}}{{#if faults.length}}<div class="errors" role="alert" aria-labelledby="err-h" tabindex="-1" autofocus><h3 id="err-h">{{count faults.length "form.fault" "form.faults"}}</h3>{{> faultList}}</div>{{/if}}<input type="hidden" name="_key" value="{{key}}"><p>{{w "measures.answerIntro"}}</p>{{#each fields}}{{> field}}{{/each}}{{/with}}<button class="btn main big full" type="submit">{{w "measures.send"}}</button></form>{{else}}<p>{{w "measures.none"}}</p>{{/if}}
<section class="stack-s" aria-label="{{w "measures.title"}}">{{> measures}}</section>
<section class="note" aria-labelledby="d-h"><h2 id="d-h">{{w "guest.doubt"}}</h2><p>{{w "guest.doubtWhat"}}</p></section>`);

/** Protective measures on which a controller's contact is asked for a word, behind its link. */
export const guestMeasurePage = (frame: Frame, view: GuestMeasureView): string =>
  outsidePage(frame, view.sender, {
    title: { key: 'measures.title' },
    main: main(frame, { ...view, form: view.form && { ...view.form, fields: view.form.fields.map(drawn) } }),
    failed: (view.form?.faults.length ?? 0) > 0,
  });
