import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import type { Said } from './words/word';

export type ExerciseLine = {
  href: string;
  reference: string;
  title: Said;
  startsAt: string;
  stage: Said;
  points: Said | null;
};

/** A signal that was ticked as an exercise, without one that was planned. */
export type SignalLine = { href: string; reference: string; title: Said; at: string; stage: Said };

export type ExercisesView = {
  lines: readonly ExerciseLine[];
  older: string | null;
  signals: readonly SignalLine[];
  olderSignals: string | null;
  /** When the procedure was last proved to work, and until when the next exercise is due. */
  proved: Said;
  due: Said;
  isOverdue: boolean;
  mayPlan: boolean;
};

const main =
  template<object>(`<div class="row end"><h1>{{w "exercises.title"}}</h1>{{#if mayPlan}}<a class="btn noprint" href="{{o "/exercises/new"}}">{{w "exercises.plan"}}</a>{{/if}}</div>
<p class="measure muted">{{w "exercises.lead"}}</p>
<p class="note{{#if isOverdue}} near{{/if}}"><strong>{{say proved}}</strong> {{say due}}</p>
{{#if lines.length}}<div class="t"><table class="stacked" role="table"><caption>{{count lines.length "exercises.caption" "exercises.captions"}}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{w "exercises.what"}}</th><th scope="col" role="columnheader">{{w "exercises.begins"}}</th><th scope="col" role="columnheader">{{w "exercises.stands"}}</th><th scope="col" role="columnheader">{{w "exercises.score"}}</th></tr></thead>
<tbody role="rowgroup">{{#each lines}}<tr role="row"><th scope="row" role="rowheader"><a href="{{o href}}">{{say title}}</a><span class="due">{{tight reference}}</span></th><td role="cell" data-label="{{w "exercises.begins"}}">{{time startsAt "plain"}}</td><td role="cell" data-label="{{w "exercises.stands"}}"><span class="tag">{{say stage}}</span></td><td role="cell" data-label="{{w "exercises.score"}}">{{#if points}}{{say points}}{{else}}–{{/if}}</td></tr>{{/each}}</tbody></table></div>
{{else}}<div class="empty"><p><strong>{{w "exercises.none"}}</strong></p></div>{{/if}}
{{#if older}}<nav class="row" aria-label="{{w "list.pages"}}"><a class="btn" href="{{o older}}">{{w "list.older"}}</a></nav>{{/if}}
{{#if signals.length}}<section class="stack" aria-labelledby="s-h"><h2 id="s-h">{{w "exercises.signals"}}</h2><p class="measure muted">{{w "exercises.signalsLead"}}</p>
<div class="t"><table class="stacked" role="table"><caption>{{count signals.length "exercises.signalCaption" "exercises.signalCaptions"}}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{w "exercises.signal"}}</th><th scope="col" role="columnheader">{{w "exercises.signalAt"}}</th><th scope="col" role="columnheader">{{w "exercises.stands"}}</th></tr></thead>
<tbody role="rowgroup">{{#each signals}}<tr role="row"><th scope="row" role="rowheader"><a href="{{o href}}">{{say title}}</a><span class="due">{{tight reference}}</span></th><td role="cell" data-label="{{w "exercises.signalAt"}}">{{time at "plain"}}</td><td role="cell" data-label="{{w "exercises.stands"}}"><span class="tag">{{say stage}}</span></td></tr>{{/each}}</tbody></table></div>
{{#if olderSignals}}<nav class="row" aria-label="{{w "exercises.signalPages"}}"><a class="btn" href="{{o olderSignals}}">{{w "list.older"}}</a></nav>{{/if}}</section>{{/if}}`);

export const exercisesPage = (frame: MemberFrame, view: ExercisesView): string =>
  memberPage(frame, { title: { key: 'exercises.title' }, main: main(frame, view) });
