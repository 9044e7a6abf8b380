import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import { registerHead, type RegisterTab } from './parts/registerHead';
import { type RegisterLine, registerRows } from './parts/registerRows';
import type { Fault } from './parts/form';
import type { Said } from './words/word';

export type RegisterView = {
  title: Said;
  intro: Said;
  tabs: readonly RegisterTab[];
  asked: { from: string; to: string; role: string; state: string; contract: string; exercise: string };
  faults: readonly Fault[];
  contracts: readonly { id: string; reference: string }[];
  /** Names of the short columns. */
  columns: readonly string[];
  lines: readonly RegisterLine[];
  total: number;
  older: string | null;
  filtered: boolean;
  files: readonly { href: string; label: Said }[];
  /** Why one of the files is not offered. */
  tooLong: Said | null;
};

const roles = ['processor', 'controller', 'both'].map((value) => ({ value, word: `registerRole.${value}` }));
const states = [
  { value: 'open', word: 'register.open' },
  { value: 'closed', word: 'register.closedOnes' },
];

const filters = `<form class="card" method="get" action="{{o "/registers"}}" role="search" aria-label="{{w "register.filter"}}">{{#if asked.exercise}}<input type="hidden" name="exercise" value="true">{{/if}}
<div class="filters"><div class="field"><label for="f-from">{{w "register.from"}}</label><input id="f-from" name="from" type="date" value="{{asked.from}}"></div>
<div class="field"><label for="f-to">{{w "register.to"}}</label><input id="f-to" name="to" type="date" value="{{asked.to}}"></div>
<div class="field"><label for="f-role">{{w "register.role"}}</label><select id="f-role" name="role"><option value="">{{w "register.allRoles"}}</option>{{#each roles}}<option value="{{value}}"{{#if (is value @root.asked.role)}} selected{{/if}}>{{w word}}</option>{{/each}}</select></div>
<div class="field"><label for="f-state">{{w "register.state"}}</label><select id="f-state" name="state"><option value="">{{w "register.allStates"}}</option>{{#each states}}<option value="{{value}}"{{#if (is value @root.asked.state)}} selected{{/if}}>{{w word}}</option>{{/each}}</select></div>
<div class="field"><label for="f-contract">{{w "register.contract"}}</label><select id="f-contract" name="contract"><option value="">{{w "register.allContracts"}}</option>{{#each contracts}}<option value="{{id}}"{{#if (is id @root.asked.contract)}} selected{{/if}}>{{reference}}</option>{{/each}}</select></div>
<div class="row"><button class="btn main" type="submit">{{w "register.show"}}</button><a href="{{o "/registers"}}">{{w "register.clear"}}</a></div></div></form>`;

const main = template<object>(`${registerHead}
<p class="measure">{{say intro}}</p>
{{#if faults.length}}<div class="errors" role="alert" aria-labelledby="err-h" tabindex="-1" autofocus><h2 id="err-h">{{count faults.length "form.fault" "form.faults"}}</h2>{{> faultList}}</div>{{/if}}
${filters}
{{#if lines.length}}<div class="row noprint"><span>{{w "register.files"}}</span>{{#each files}}<a href="{{o href}}">{{say label}}</a>{{/each}}</div>{{#if tooLong}}<p class="small muted">{{say tooLong}}</p>{{/if}}
<div class="t"><table class="stacked" role="table"><caption>{{count total "register.caption" "register.captions"}}</caption>
${registerRows}</table></div>
{{else if filtered}}<p class="empty">{{w "register.noMatch"}} <a href="{{o "/registers"}}">{{w "register.clear"}}</a></p>
{{else}}<p class="empty">{{w "register.none"}}</p>{{/if}}
{{#if older}}<nav class="row" aria-label="{{w "list.pages"}}"><a class="btn" href="{{o older}}">{{w "list.older"}}</a></nav>{{/if}}`);

/** The register as a table; what a narrow page cannot hold opens below each row. */
export const registerPage = (frame: MemberFrame, view: RegisterView): string =>
  memberPage(frame, {
    title: view.title,
    main: main(frame, { ...view, roles, states }),
    failed: view.faults.length > 0,
  });
