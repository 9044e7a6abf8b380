import type { Clock } from '../../domain/deadline/clockState';
import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import { drawn, type Field, type FormBase } from './parts/form';
import { drawnItems, type ItemLine } from './parts/items';
import type { Said } from './words/word';

/** One notice that could leave: ticked by a person, never in advance. */
export type BatchLine = {
  noticeId: string;
  controller: string;
  /** Where it is read whole. */
  href: string;
  clock: Clock | null;
  /** What the page has shown of it. */
  seen: string;
  checked: boolean;
  /** Everybody by name, with the way. */
  recipients: readonly { way: Said; who: string }[];
  /** Items in which it is not like most. */
  differs: readonly ItemLine[];
  /** Other clients of ours that its texts name. */
  others: readonly Said[];
};

export type BatchView = Omit<FormBase, 'revision' | 'back'> & {
  incident: { id: string; reference: string };
  common: readonly ItemLine[];
  lines: readonly BatchLine[];
  unready: readonly { controller: string; href: string; why: Said }[];
  /** Chosen, and not sent: why. */
  refused: readonly { controller: string; href: string; why: Said }[];
  /** How many of all have left, and how many stand where. */
  gone: number;
  all: number;
  figures: readonly { label: Said; value: string }[];
  late: Field | null;
  othersAsked: Field | null;
  /** By which it is confirmed that the reason of delay names another client; null while it names nobody. */
  reasonAsked: Field | null;
  caught: boolean;
};

const line = `<li class="card stack-s"><div class="row end"><label class="check" for="s-{{noticeId}}"><input type="checkbox" id="s-{{noticeId}}" name="send.{{noticeId}}" value="yes"{{#if checked}} checked{{/if}}> <span><strong>{{controller}}</strong></span></label>{{#if clock}}<span>{{clock clock}} <span class="due">{{time clock.dueAt "end"}}</span></span>{{/if}}</div><input type="hidden" name="seen.{{noticeId}}" value="{{seen}}">
{{#if others.length}}<div class="note near"><p><strong>{{w "draft.othersTitle"}}</strong></p><ul>{{#each others}}<li>{{say this}}</li>{{/each}}</ul></div>{{/if}}<dl class="facts">{{#each recipients}}<div><dt>{{say way}}</dt><dd>{{who}}</dd></div>{{/each}}</dl>
{{#each differs}}<p><strong>{{letter}}. {{w heading}}</strong></p>{{#each answers}}<p class="small">{{say label}}{{#if at}} {{time at "full"}}{{/if}}</p>{{#if text}}<p class="said">{{text}}</p>{{/if}}{{> contacts}}{{/each}}{{/each}}
<p class="small"><a href="{{o href}}">{{w "batch.whole" controller=controller}}</a></p></li>`;

const main =
  template<object>(`<p class="crumb"><a href="{{o incidentPath}}">{{tight incident.reference}}</a> › {{w "batch.crumb"}}</p>
<h1>{{w "batch.title"}}</h1>
<p class="measure muted">{{w "batch.intro"}}</p>
{{> faults}}{{#if refused.length}}<section class="note late" aria-labelledby="no-h"><h2 id="no-h">{{w "batch.refused"}}</h2><ul class="list">{{#each refused}}<li><a href="{{o href}}">{{controller}}</a>{{w "form.colon"}}{{say why}}</li>{{/each}}</ul></section>{{/if}}
<section class="card stack-s" aria-labelledby="how-h"><h2 id="how-h">{{w "batch.progress"}}</h2><p><progress value="{{gone}}" max="{{all}}" aria-label="{{w "batch.progress"}}">{{gone}} / {{all}}</progress></p>
<dl class="facts">{{#each figures}}<div><dt>{{say label}}</dt><dd>{{value}}</dd></div>{{/each}}</dl><p class="small"><a href="{{o here}}">{{w "now.refresh"}}</a> · <a href="{{o boardPath}}">{{w "board.title"}}</a> · <a href="{{o commonPath}}">{{w "common.title"}}</a> · <a href="{{o numbersPath}}">{{w "numbers.title"}}</a></p></section>
{{#if lines.length}}<section class="card" aria-labelledby="com-h"><h2 id="com-h">{{w "batch.common"}}</h2>{{#if items.length}}<p class="small muted">{{w "batch.commonHint"}}</p>{{> items}}{{else}}<p class="muted">{{w "batch.noCommon"}}</p>{{/if}}</section>
<form id="sheet" class="stack" method="post" action="{{o action}}" aria-labelledby="who-h"><input type="hidden" name="_csrf" value="{{csrf}}"><input type="hidden" name="_key" value="{{key}}">
<h2 id="who-h">{{count lines.length "batch.readyOne" "batch.readyMany"}}</h2><p class="small"><a href="{{o allPath}}">{{w "batch.tickAll"}}</a></p>
<ul class="plain stack">{{#each lines}}${line}{{/each}}</ul>
<div class="confirm"><h2>{{w "batch.send"}}</h2>{{#each asked}}{{> field}}{{/each}}{{#if caught}}<p class="note near">{{w "review.caught"}}</p>{{/if}}<p><strong>{{w "batch.noRecall"}}</strong> {{w "batch.guard"}}</p>
<button class="btn main full" type="submit">{{w "batch.go"}}</button></div></form>
{{else}}<p class="empty">{{w "batch.none"}}</p>{{/if}}
{{#if unready.length}}<section class="stack-s" aria-labelledby="un-h"><h2 id="un-h">{{count unready.length "batch.unreadyOne" "batch.unreadyMany"}}</h2><ul class="list">{{#each unready}}<li><a href="{{o href}}">{{controller}}</a>{{w "form.colon"}}{{say why}}</li>{{/each}}</ul></section>{{/if}}`);

/** Every notice that is ready, the common text once, what differs, and one button for those that are ticked. */
export function batchPage(frame: MemberFrame, view: BatchView): string {
  const incidentPath = `/incidents/${view.incident.id}`;
  const asked = [view.late, view.reasonAsked, view.othersAsked].filter((one) => one !== null).map(drawn);
  return memberPage(frame, {
    title: { key: 'batch.pageTitle', values: { n: view.lines.length, incident: view.incident.reference } },
    main: main(frame, {
      ...view,
      incidentPath,
      here: `${incidentPath}/notices`,
      allPath: `${incidentPath}/notices?all=1`,
      boardPath: `${incidentPath}/unacknowledged`,
      commonPath: `${incidentPath}/common`,
      numbersPath: `${incidentPath}/numbers`,
      items: drawnItems(view.common, true),
      lines: view.lines.map((one) => ({ ...one, differs: drawnItems(one.differs, true) })),
      asked,
    }),
    failed: view.faults.length > 0 || view.changed !== null,
  });
}
