import type { Clock } from '../../domain/deadline/clockState';
import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import type { WaitingCall } from './parts/calls';
import type { Said } from './words/word';

export type ClockLine = {
  clock: Clock;
  what: Said;
  /** Path inside the organisation. */
  href: string;
  subject: Said;
  forWhom: Said;
  source: Said;
  who: Said;
  /** What the button of the one next action says. */
  act: Said;
  provisional: boolean;
  /** Somebody else than the reader has to do it. */
  waits: boolean;
};

/** `past`: due already, it happens as soon as the engine gets to it. */
export type AloneLine = { at: string; past: boolean; text: Said };
export type CallLine = { role: Said; name: string; phone: string | null };

/** `at`: when it was recorded; `href`: the entry, for who may read the journal. */
export type AlarmLine = { tone: 'late' | 'near'; what: Said; more: Said; at: string | null; href: string | null };

/** What is to be seen to, and where. */
export type NoteLine = { what: Said; href: string; act: Said };

export type NowView = {
  /** What the first start made up, and where it is replaced. */
  setup: readonly NoteLine[];
  /** Exercises that run, or are due; contacts that ask for a test. */
  duties: readonly NoteLine[];
  alarms: readonly AlarmLine[];
  /** Calls that somebody has to make, the most pressing of them. */
  waiting: readonly WaitingCall[];
  /** How many there are, and where all of them stand; null: here. */
  calling: number;
  allCalls: string | null;
  /** A stretch of the clocks that the filter leaves: what is of one incident or case together, the nearest limit first. */
  groups: readonly { href: string; lines: readonly ClockLine[] }[];
  /** The one thing to be done first, by this reader; null further down the list, and where others have to act. */
  first: ClockLine | null;
  /** Clocks before the filter, and after it. */
  total: number;
  chosen: number;
  /** The next stretch; null: nothing comes later. */
  later: string | null;
  views: readonly { href: string; label: Said; count: number; current: boolean }[];
  alone: readonly AloneLine[];
  /** How many more than those that are shown. */
  aloneMore: number;
  calls: readonly CallLine[];
  /** Clocks met within the last day. */
  met: readonly { clock: Clock; what: Said; forWhom: Said }[];
  filtered: boolean;
  /** When the pack was made that is kept for hours in which nothing else works; null: none is. */
  packAt: string | null;
};

const main =
  template<object>(`<div class="row end"><h1>{{w "now.title"}}</h1><p class="muted small">{{pageTime "full"}}. <a href="{{o ""}}">{{w "now.refresh"}}</a> · <a href="{{o "/pack"}}">{{w "pack.title"}}</a> {{#if packAt}} · <a href="{{o "/pack/kept"}}">{{w "pack.kept"}} {{time packAt "hour"}}</a>{{/if}}</p></div>
{{#each setup}}<p class="note near"><strong>{{w "now.setup"}}</strong> {{say what}} <a href="{{o href}}">{{say act}}</a></p>
{{/each}}{{#each duties}}<p class="note near">{{say what}} <a href="{{o href}}">{{say act}}</a></p>
{{/each}}{{#each alarms}}<p class="note {{tone}}"><strong>{{w "alarm.title"}} {{say what}}.</strong>{{#if at}} {{time at "full"}},{{/if}} {{say more}}{{#if href}} <a href="{{o href}}">{{w "alarm.open"}}</a>{{/if}}</p>
{{/each}}{{#if first}}<div class="next">{{clock first.clock short=true}}<p><strong>{{w "now.first"}} {{say first.what}}.</strong> <span class="extra">{{say first.subject}} · {{say first.forWhom}}</span></p><a class="btn main" href="{{o first.href}}">{{say first.act}}</a></div>
{{/if}}{{#if waiting.length}}{{> calls}}
{{#if allCalls}}<p><a href="{{o allCalls}}">{{w "now.allCalls" n=calling}}</a></p>
{{/if}}{{/if}}{{#if total}}<nav class="tabs" aria-label="{{w "now.views"}}"><ul>{{#each views}}<li><a href="{{o href}}"{{#if current}} aria-current="page"{{/if}}>{{say label}} <span class="tag">{{this.count}}</span></a></li>{{/each}}</ul></nav>
{{/if}}{{#if shown}}<div class="t"><table class="stacked tight" role="table">
<caption>{{count shown "now.caption" "now.captions" total=total}} <span class="muted small cut">· {{w "now.order"}}</span></caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{w "now.left"}}</th><th scope="col" role="columnheader">{{w "now.what"}}</th><th scope="col" role="columnheader">{{w "now.forWhom"}}</th><th scope="col" role="columnheader">{{w "now.source"}}</th><th scope="col" role="columnheader">{{w "now.who"}}</th></tr></thead>
{{#each groups}}<tbody role="rowgroup">{{#if many}}
<tr role="row" class="group"><th scope="rowgroup" colspan="5" role="rowheader" aria-colspan="5"><a href="{{o href}}">{{say subject}}</a> <span class="tag">{{count lines.length "now.limitOne" "now.limitMany"}}</span></th></tr>{{/if}}{{#each lines}}
<tr role="row" data-state="{{state clock}}"><td role="cell">{{clock clock}}<span class="due">{{time clock.dueAt "end"}}{{#if provisional}}, {{w "clock.provisional"}}{{/if}}</span></td><th scope="row" role="rowheader"><a href="{{o href}}">{{say what}}</a>{{#unless ../many}}<span class="due">{{say subject}}</span>{{/unless}}</th><td role="cell" data-label="{{w "now.forWhom"}}">{{say forWhom}}</td><td role="cell" data-label="{{w "now.source"}}">{{say source}}</td><td role="cell" data-label="{{w "now.who"}}">{{say who}}</td></tr>{{/each}}
</tbody>{{/each}}</table></div>
{{#if later}}<nav class="row" aria-label="{{w "list.pages"}}"><a class="btn" href="{{o later}}">{{w "now.later"}}</a></nav>
{{/if}}{{else if filtered}}<p class="empty">{{w "now.noMatch"}} <a href="{{o ""}}">{{w "now.clear"}}</a></p>
{{else if waiting.length}}{{else}}<div class="empty"><p><strong>{{w "now.nothing"}}</strong></p><p>{{#if next}}{{w "now.nextLimit"}} {{time next "full"}}{{else}}{{w "now.noLimit"}}{{/if}}</p><p><a class="btn" href="{{o "/signal"}}">{{w "now.signal"}}</a></p></div>
{{/if}}<div class="cols even">
<section class="card" aria-labelledby="seul"><h2 id="seul">{{w "now.alone"}}</h2>
{{#if alone.length}}<ol class="line">{{#each alone}}<li class="key"><div class="when">{{time at "near"}}<span>{{#if past}}{{w "now.soon"}}{{else}}{{w "now.in"}} {{until at}}{{/if}}</span></div><div>{{say text}}</div></li>{{/each}}</ol>{{#if aloneMore}}<p class="muted">{{count aloneMore "now.aloneOne" "now.aloneMany"}}</p>{{/if}}{{else}}<p class="muted">{{w "now.aloneNothing"}}</p>{{/if}}</section>
<section class="card" aria-labelledby="relais"><h2 id="relais">{{w "now.call"}}</h2>
{{#if calls.length}}<dl class="facts">{{#each calls}}<div><dt>{{say role}}</dt><dd>{{name}}{{#if phone}}, <a class="nowrap" href="{{tel phone}}">{{tight phone}}</a>{{/if}}</dd></div>{{/each}}</dl>{{else}}<p class="muted">{{w "now.callNobody"}} <a href="{{o "/members"}}">{{w "members.title"}}</a></p>{{/if}}</section>
</div>
{{#if met.length}}<details><summary>{{count met.length "now.metOne" "now.metMany"}}</summary>
<div class="t"><table class="stacked" role="table"><caption>{{w "now.met"}}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{w "now.result"}}</th><th scope="col" role="columnheader">{{w "now.what"}}</th><th scope="col" role="columnheader">{{w "now.forWhom"}}</th></tr></thead>
<tbody role="rowgroup">{{#each met}}<tr role="row"><td role="cell">{{clock clock}}</td><th scope="row" role="rowheader">{{say what}}</th><td role="cell" data-label="{{w "now.forWhom"}}">{{say forWhom}}</td></tr>{{/each}}</tbody></table></div></details>
{{/if}}`);

export function nowPage(frame: MemberFrame, view: NowView): string {
  const groups = view.groups.map(({ href, lines }) => ({
    href,
    lines,
    subject: lines[0]?.subject ?? '',
    many: lines.length > 1,
  }));
  const shown = groups.reduce((sum, { lines }) => sum + lines.length, 0);
  const next = view.alone[0]?.at ?? null;
  return memberPage(frame, {
    title: titleOf(view),
    main: main(frame, { ...view, groups, shown, next }),
    hasNext: view.first !== null,
  });
}

function titleOf({ chosen, calling }: NowView): Said {
  if (chosen > 0) return { key: chosen === 1 ? 'now.titleOne' : 'now.titleCount', values: { n: String(chosen) } };
  return calling > 0 ? { key: 'now.titleCalls', values: { n: String(calling) } } : { key: 'now.titleNothing' };
}
