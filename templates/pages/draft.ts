import type { Clock } from '../../domain/deadline/clockState';
import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import { drawn, type Field, type FormBase } from './parts/form';
import type { Paper } from './parts/paper';
import { drawnTri, tri, type TriFields } from './parts/tri';
import type { Said } from './words/word';
import { writtenPaper } from './writtenPaper';

export type DraftView = FormBase & {
  incident: { id: string; reference: string };
  noticeId: string;
  controller: string;
  version: number;
  isSupplement: boolean;
  clock: Clock | null;
  provisional: boolean;
  a: readonly Field[];
  b: { summary: Paper['items'][number]['answers'][number]['contacts']; fields: readonly Field[]; open: boolean };
  tris: readonly TriFields[];
  paper: Paper;
  /** What is kept names another client of ours. */
  others: readonly Said[];
  /** Names of the first start that the controller would read. */
  madeUp: readonly Said[];
  ways: readonly { label: Said; who: string }[];
  /** Named by the contract, and not done by Vigie. */
  unserved: readonly { way: Said; who: string }[];
  /** When the protective notice leaves by itself; null where nothing leaves alone. */
  aloneAt: string | null;
  savedAt: string | null;
  /** It has just been kept, and that is said. */
  kept: boolean;
};

const main =
  template<object>(`<p class="crumb"><a href="{{o ""}}">{{w "nav.now"}}</a> › <a href="{{o incidentPath}}">{{tight incident.reference}}</a> › <a href="{{o noticePath}}">{{controller}}</a></p>
<h1>{{#if isSupplement}}{{w "draft.supplementTitle" controller=controller version=version}}{{else}}{{w "draft.title" controller=controller version=version}}{{/if}}</h1>
<p class="row">{{#if clock}}{{#unless clock.doneAt}}{{clock clock}}<span>{{w "clock.before"}} {{time clock.dueAt "end"}}{{#if provisional}}, {{w "clock.provisional"}}{{/if}}.</span>{{/unless}}{{/if}}<span>{{w "draft.lead"}}</span></p>
{{> faults}}{{> others}}{{#each madeUp}}<p class="note near">{{say this}}</p>{{/each}}{{#if kept}}{{#if savedAt}}<p class="note done" role="status"><strong>✓ {{w "draft.saved"}} {{time savedAt "near"}}.</strong> {{w "draft.nothingSent"}}</p>{{/if}}{{/if}}<div class="cols even">
<form id="sheet" method="post" action="{{o action}}" class="stack" novalidate>{{> hidden}}
<fieldset class="card" id="a"><legend><span class="h2"><span class="muted">a.</span> {{w "item.a"}}</span></legend><p class="hint">{{w "draft.aHint"}}</p>{{#each a}}{{> field}}{{/each}}</fieldset>
<fieldset class="card" id="b"><legend><span class="h2"><span class="muted">b.</span> {{w "item.b"}}</span></legend><p class="hint">{{w "draft.bHint"}}</p>{{#each b.summary}}<p>{{name}}{{#if role}}, {{role}}{{/if}}{{#if phone}}, {{tight phone}}{{/if}}{{#if email}}, {{email}}{{/if}}</p>{{/each}}<details{{#if b.open}} open{{/if}}><summary>{{w "draft.bChange"}}</summary><div class="stack-s">{{#each b.fields}}{{> field}}{{/each}}</div></details></fieldset>
${tri}<p class="hint" id="send-hint">{{w "draft.sendHint"}}</p>
<div class="row"><button class="btn main" type="submit" name="do" value="review" aria-describedby="send-hint">{{w "draft.review"}}</button><button class="btn" type="submit" name="do" value="save">{{w "draft.save"}}</button></div>
<p class="small muted">{{#if savedAt}}{{w "draft.saved"}} {{time savedAt "near"}}. {{/if}}{{#if aloneAt}}{{w "draft.alone"}} {{time aloneAt "full"}}.{{/if}}</p>
</form>
<div class="stack stick"><div class="stack">
<section class="stack-s" aria-labelledby="prev-h"><h2 id="prev-h">{{w "draft.preview" controller=controller}}</h2><p class="small muted">{{w "draft.previewHint"}} {{w (join "paper.in." paper.language)}}</p>
<article class="paper" lang="{{paper.language}}" aria-label="{{w "draft.previewLabel"}}">{{written}}</article></section>
<section class="card" aria-labelledby="out-h"><h2 id="out-h">{{w "draft.ways"}}</h2><dl class="facts">{{#each ways}}<div><dt>{{say label}}</dt><dd>{{who}}</dd></div>{{/each}}</dl>{{> unserved}}</section>
</div></div></div>`);

export function draftPage(frame: MemberFrame, view: DraftView): string {
  const incidentPath = `/incidents/${view.incident.id}`;
  const content = {
    ...view,
    tris: view.tris.map(drawnTri),
    incidentPath,
    noticePath: `${incidentPath}/notices/${view.noticeId}`,
    a: view.a.map(drawn),
    b: { ...view.b, fields: view.b.fields.map(drawn) },
    written: writtenPaper(frame, view.paper),
  };
  return memberPage(frame, {
    title: { key: 'draft.pageTitle', values: { controller: view.controller, version: String(view.version) } },
    main: main(frame, content),
    failed: view.faults.length > 0 || view.changed !== null,
  });
}
