const head = (...words: string[]): string =>
  `<thead role="rowgroup"><tr role="row">${words.map((key) => `<th scope="col" role="columnheader">{{w "${key}"}}</th>`).join('')}</tr></thead>`;
const cell = (key: string, inner: string): string => `<td role="cell" data-label="{{w "${key}"}}">${inner}</td>`;
const table = (caption: string, heads: string[], rows: string): string =>
  `<div class="t"><table class="stacked" role="table"><caption>{{w "${caption}"}}</caption>\n${head(...heads)}\n<tbody role="rowgroup">${rows}</tbody></table></div>`;

const steps = table(
  'exercises.pointsHow',
  [
    'exercises.step',
    'exercises.for',
    'exercises.took',
    'exercises.target',
    'exercises.verdict',
    'exercises.score',
    'exercises.by',
  ],
  `{{#each steps}}<tr role="row"><th scope="row" role="rowheader">{{say step}}</th>${cell('exercises.for', '{{#if forWhom}}{{say forWhom}}{{else}}–{{/if}}')}${cell('exercises.took', '{{#if took}}{{took}}{{else}}–{{/if}}')}${cell('exercises.target', '{{#if target}}{{target}}{{else}}–{{/if}}')}${cell('exercises.verdict', '<span class="tag {{tone}}">{{say verdict}}</span>')}${cell('exercises.score', '{{points}}')}${cell('exercises.by', '{{#if by}}{{by}}{{else}}–{{/if}}')}</tr>{{/each}}`,
);

const notices = table(
  'exercises.items',
  ['exercises.controller', 'exercises.first', 'exercises.last', 'exercises.wasTold', 'exercises.wouldBeTold'],
  `{{#each notices}}<tr role="row"><th scope="row" role="rowheader">{{controller}}</th>${cell('exercises.first', '{{say first}}')}${cell('exercises.last', '{{say last}}')}${cell('exercises.wasTold', '{{told}}')}${cell('exercises.wouldBeTold', '{{wouldBeTold}}')}</tr>{{/each}}`,
);

const cases = table(
  'exercises.cases',
  ['exercises.case', 'exercises.caseRisk', 'exercises.caseTold', 'exercises.caseLast', 'exercises.caseOwed'],
  `{{#each cases}}<tr role="row"><th scope="row" role="rowheader">{{what}}</th>${cell('exercises.caseRisk', '{{say risk}}')}${cell('exercises.caseTold', '{{say first}}')}${cell('exercises.caseLast', '{{say last}}')}${cell('exercises.caseOwed', '{{say owed}}')}</tr>{{/each}}`,
);

const people = table(
  'exercises.people',
  ['exercises.person', 'exercises.mails', 'exercises.acts', 'exercises.reacted'],
  `{{#each people}}<tr role="row"><th scope="row" role="rowheader">{{name}}</th>${cell('exercises.mails', '{{told}}')}${cell('exercises.acts', '{{acts}}')}${cell('exercises.reacted', '{{#if after}}{{after}}{{else}}{{w "exercises.silent"}}{{/if}}')}</tr>{{/each}}`,
);

/** The report of an exercise, line by line: it explains its own score. */
export const exerciseReport = `<section class="stack" aria-labelledby="r-h"><h2 id="r-h">{{#if isOver}}{{w "exercises.report"}}{{else}}{{w "exercises.reportSoFar"}}{{/if}}</h2>
<p><strong>{{say points}}</strong> <a class="noprint" href="{{o pdfHref}}">{{w "exercises.pdf"}}</a></p>
${steps}
{{#if notices.length}}${notices}{{/if}}
{{#if cases.length}}${cases}{{/if}}
{{#if people.length}}${people}{{/if}}
<p>{{#if reminders}}{{count reminders "exercises.reminder" "exercises.reminders"}}{{else}}{{w "exercises.noReminder"}}{{/if}} {{say outside}}</p>
{{#if hash}}<p class="muted small">{{w "exercises.reportHash"}}</p><p class="hash">{{groups hash}}</p>{{/if}}</section>`;
