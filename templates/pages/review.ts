import type { Clock } from '../../domain/deadline/clockState';
import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import { drawn, type Field, type FormBase } from './parts/form';
import { type ChangeLine, drawnChanges, type Paper } from './parts/paper';
import type { Said } from './words/word';
import { writtenPaper } from './writtenPaper';

export type ReviewView = FormBase & {
  incident: { id: string; reference: string };
  noticeId: string;
  controller: string;
  clock: Clock | null;
  paper: Paper;
  changes: readonly ChangeLine[];
  /** `href`: where what is wrong is mended. */
  checks: readonly { ok: boolean; text: Said; href: string | null }[];
  /** The very letter of each recipient, in the language of its contract; none while something keeps it from leaving. */
  letters: readonly { way: Said; who: string; subject: string; text: string; language: 'fr' | 'en' }[];
  /** Every recipient by name, with the way: nobody is told in silence. */
  recipients: readonly { way: Said; who: string }[];
  /** Named by the contract, and not done by Vigie. */
  unserved: readonly { way: Said; who: string }[];
  /** A text names another client of ours; `othersAsked`: the box by which that is confirmed. */
  others: readonly Said[];
  /** Names of the first start that the controller would read. */
  madeUp: readonly Said[];
  othersAsked: Field;
  caught: boolean;
  ready: boolean;
  /** Asked for once the limit has passed. */
  late: Field | null;
};

const main =
  template<object>(`<p class="crumb"><a href="{{o incidentPath}}">{{tight incident.reference}}</a> › <a href="{{o noticePath}}">{{controller}}</a> › {{w "review.crumb"}}</p>
<h1>{{w "review.title"}}</h1>
{{#if clock}}{{#unless clock.doneAt}}<p class="row">{{clock clock}}<span>{{w "clock.before"}} {{time clock.dueAt "end"}}</span></p>{{/unless}}{{/if}}
{{> faults}}{{> others}}{{#each madeUp}}<p class="note near">{{say this}}</p>{{/each}}<p class="jump"><a href="#go-h">{{w "review.jump"}}</a></p><div class="cols"><div class="stack">
{{#if changes.length}}<section class="stack-s" aria-labelledby="chg"><h2 id="chg">{{w "review.changes"}}</h2>{{> changes}}</section>{{/if}}
{{#if letters.length}}<section class="stack-s" aria-labelledby="let-h"><h2 id="let-h">{{w "review.letters"}}</h2><p class="small muted">{{w "review.lettersHint"}} {{w (join "paper.in." paper.language)}}</p>
{{#each letters}}<details{{#if @first}} open{{/if}}><summary>{{w "review.letterTo" way=(say way) who=who}}</summary><article class="paper" lang="{{language}}" aria-label="{{who}}">{{#if subject}}<p><strong>{{subject}}</strong></p>{{/if}}<div class="letter-text">{{this.text}}</div></article></details>{{/each}}</section>
{{else}}<p class="small muted">{{w (join "paper.in." paper.language)}}</p><article class="paper" lang="{{paper.language}}" aria-label="{{w "draft.previewLabel"}}">{{written}}</article>{{/if}}</div>
{{#if hasForm}}<form id="sheet" class="confirm" method="post" action="{{o action}}" aria-labelledby="go-h">{{> hidden}}{{else}}<section class="confirm" aria-labelledby="go-h">{{/if}}<h2 id="go-h">{{w "review.send" controller=controller}}</h2>
<ul class="ticks">{{#each checks}}<li class="{{#if ok}}ok{{else}}wait{{/if}}"><span>{{say text}}{{#if href}} <a href="{{o href}}">{{w "review.mend"}}</a>{{/if}}</span></li>{{/each}}</ul>
<dl class="facts">{{#each recipients}}<div><dt>{{say way}}</dt><dd>{{who}}</dd></div>{{/each}}</dl>{{> unserved}}
{{#each late}}{{> field}}{{/each}}{{#if others.length}}{{#with othersAsked}}{{> field}}{{/with}}{{/if}}{{#if caught}}<p class="note near">{{w "review.caught"}}</p>{{/if}}<p><strong>{{w "review.noRecall"}}</strong> {{w "review.correct"}}</p>
{{#if ready}}<button class="btn main full" type="submit">{{w "review.go"}}</button>{{else}}<p class="note near">{{w "review.notReady"}}</p>{{/if}}
<p><a href="{{o (join noticePath "/draft")}}">{{w "review.back"}}</a></p>{{#if hasForm}}</form>{{else}}</section>{{/if}}
</div>`);

export function reviewPage(frame: MemberFrame, view: ReviewView): string {
  const incidentPath = `/incidents/${view.incident.id}`;
  const noticePath = `${incidentPath}/notices/${view.noticeId}`;
  return memberPage(frame, {
    title: { key: 'review.pageTitle', values: { controller: view.controller } },
    main: main(frame, {
      ...view,
      incidentPath,
      noticePath,
      written: writtenPaper(frame, view.paper),
      changes: drawnChanges(view.changes),
      late: view.late === null ? [] : [drawn(view.late)],
      othersAsked: drawn(view.othersAsked),
      // what is typed in it is kept by the language switch, also while nothing can be sent
      hasForm: view.ready || view.late !== null,
    }),
    failed: view.faults.length > 0 || view.changed !== null,
  });
}
