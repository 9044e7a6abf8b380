import type { Statistics, StatisticsGroup } from '../../domain/register/statistics';
import { bandWord } from '../register/statisticsWords';
import { durationWords } from './frame/duration';
import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import { registerHead, type RegisterTab } from './parts/registerHead';
import type { Fault } from './parts/form';

export type StatisticsView = {
  tabs: readonly RegisterTab[];
  asked: { from: string; to: string };
  faults: readonly Fault[];
  statistics: Statistics;
};

/** Units of a bar; the widest is the largest number of its group. */
const BAR = 120;

/** Drawn beside its number, which says the same: nobody needs the bar, and none has no length. */
const bar = (name: string): string =>
  `<span class="num">{{${name}.count}}</span>{{#if ${name}.width}} <svg class="tally" viewBox="0 0 ${BAR} 10" width="${BAR}" height="10" aria-hidden="true" focusable="false"><rect width="{{${name}.width}}" height="10" fill="currentColor"/></svg>{{/if}}`;

const main = template<object>(`${registerHead}
<p class="measure">{{w "statistics.intro"}}</p>
{{#if faults.length}}<div class="errors" role="alert" aria-labelledby="err-h" tabindex="-1" autofocus><h2 id="err-h">{{count faults.length "form.fault" "form.faults"}}</h2>{{> faultList}}</div>{{/if}}
<form class="card" method="get" action="{{o "/registers/statistics"}}" role="search" aria-label="{{w "register.filter"}}"><div class="filters"><div class="field"><label for="f-from">{{w "register.from"}}</label><input id="f-from" name="from" type="date" value="{{asked.from}}"></div>
<div class="field"><label for="f-to">{{w "register.to"}}</label><input id="f-to" name="to" type="date" value="{{asked.to}}"></div>
<div class="row"><button class="btn main" type="submit">{{w "register.show"}}</button><a href="{{o "/registers/statistics"}}">{{w "register.clear"}}</a></div></div></form>
{{#if any}}<dl class="facts"><div><dt>{{w "statistics.total"}}, {{w "statistics.processor"}}</dt><dd>{{total.processor}}</dd></div><div><dt>{{w "statistics.total"}}, {{w "statistics.controller"}}</dt><dd>{{total.controller}}</dd></div>{{#if median.processor}}<div><dt>{{w "statistics.median"}}, {{w "statistics.processor"}}</dt><dd>{{median.processor}}</dd></div>{{/if}}{{#if median.controller}}<div><dt>{{w "statistics.median"}}, {{w "statistics.controller"}}</dt><dd>{{median.controller}}</dd></div>{{/if}}</dl>
{{#each groups}}<div class="t"><table class="stacked" role="table"><caption>{{w title}}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{w "statistics.what"}}</th><th scope="col" role="columnheader">{{w "statistics.processor"}}</th><th scope="col" role="columnheader">{{w "statistics.controller"}}</th></tr></thead>
<tbody role="rowgroup">{{#each lines}}<tr role="row"><th scope="row" role="rowheader">{{label}}</th><td role="cell" data-label="{{w "statistics.processor"}}">${bar('processor')}</td><td role="cell" data-label="{{w "statistics.controller"}}">${bar('controller')}</td></tr>{{/each}}</tbody></table></div>
{{/each}}{{else}}<p class="empty">{{w "statistics.none"}}</p>{{/if}}`);

/** Breaches in the authority's own bands: numbers, each with its bar. */
export function statisticsPage(frame: MemberFrame, { statistics, ...view }: StatisticsView): string {
  const { total, medianMs } = statistics;
  const { language } = frame;
  const lengthOf = (ms: number | null) => (ms === null ? null : durationWords(ms, language));
  return memberPage(frame, {
    title: { key: 'statistics.long' },
    main: main(frame, {
      ...view,
      title: { key: 'statistics.long' },
      any: total.processor + total.controller > 0,
      total,
      median: { processor: lengthOf(medianMs.processor), controller: lengthOf(medianMs.controller) },
      groups: statistics.groups.filter(({ counts }) => counts.some(isAny)).map((group) => drawn(group, language)),
    }),
    failed: view.faults.length > 0,
  });
}

function drawn({ key, counts }: StatisticsGroup, language: MemberFrame['language']) {
  const most = Math.max(1, ...counts.flatMap(({ processor, controller }) => [processor, controller]));
  const shown = (count: number) => ({ count, width: Math.round((count / most) * BAR) });
  return {
    title: `statistics.${key}`,
    lines: counts.filter(isAny).map(({ term, processor, controller }) => ({
      label: bandWord(language, key, term),
      processor: shown(processor),
      controller: shown(controller),
    })),
  };
}

/** Rows of nought are left out of the page: the files of the registers have the breaches themselves. */
const isAny = ({ processor, controller }: StatisticsGroup['counts'][number]): boolean => processor + controller > 0;
