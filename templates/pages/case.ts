import type { ExchangeLine } from './incident';
import type { Clock } from '../../domain/deadline/clockState';
import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import type { Advice } from './parts/advices';
import type { ApprovalLine } from './parts/approvals';
import type { AssessmentPanel, Line } from './parts/assessment';
import type { CompetenceView } from './parts/competence';
import type { KeptWith } from './parts/files';
import type { MeasureLine } from './parts/measures';
import type { StageLine } from './parts/stages';
import type { StoryLine } from './parts/story';
import type { Said } from './words/word';

/** `answers`: what was assessed then; empty where it was decided without a score. */
export type DecisionView = {
  /** Its entry in the journal. */
  seq: number;
  risk: Said;
  by: string;
  at: string;
  lines: readonly Line[];
  answers: readonly Line[];
};

type AuthorityQuestion = { text: Said; askedAt: string; dueAt: string | null; answeredAt: string | null };

type ProcessorQuestion = {
  text: Said;
  askedAt: string;
  dueAt: string;
  answeredAt: string | null;
  answer: Said | null;
  /** Whether it has reached the processor's own notice; null: by hand. */
  handing: ExchangeLine | null;
  /** Documents with it; with its answer, null while it waits. */
  kept: KeptWith;
  keptAnswer: KeptWith | null;
};

export type CaseView = {
  id: string;
  reference: string;
  title: Said;
  isAgain: boolean;
  /** The instant as of which it is shown, to be read only; null: as it stands now. */
  knownAt: string | null;
  next: { clock: Clock | null; text: Said; href: string; act: Said } | null;
  strip: readonly { label: Said; value: Said; at: string | null }[];
  /** The case of the same breach that goes on in its place; before, those of whose breach it may be. */
  same: readonly { text: Said; href: string; label: Said }[];
  clock: { clock: Clock; reg1182: string; provisional: boolean } | null;
  /** Every other limit of its own, as "Now" lists them. */
  limits: readonly { what: Said; clock: Clock; source: Said }[];
  /** The incident of our own journal that it belongs to. */
  incident: { href: string; reference: string; note: Said | null } | null;
  approvals: readonly ApprovalLine[];
  owed: readonly Said[];
  /** Fields on which the processor now says otherwise; `href`: where it is taken over, for who may. */
  processorNow: { fields: readonly string[]; href: string | null } | null;
  /** Sections of the record of which fields stay open for good, and why. */
  leftOpen: readonly Line[];
  isOpen: boolean;
  told: readonly { kind: Said; from: Said; at: string; text: Said }[];
  /** Null where nobody scored, and nobody can. */
  assessment: AssessmentPanel | null;
  /** Newest first: the one that counts. */
  decisions: readonly DecisionView[];
  advices: readonly Advice[];
  competence: CompetenceView;
  files: readonly {
    authority: Said;
    state: Said;
    /** Why it does not stop the clock; null where it does. */
    notCompetent: Said | null;
    filings: readonly {
      type: Said;
      at: string;
      receipt: Said;
      together: Said | null;
      unwritten: Said | null;
      /** Only the number of its receipt is kept. */
      isCopyOwed: boolean;
      /** Why its receipt has no copy; null where nobody said so. */
      noCopy: Said | null;
    }[];
    /** From when it has been silent long enough to be closed with; null where that is not so. */
    silentFrom: string | null;
    questions: readonly AuthorityQuestion[];
  }[];
  persons: {
    state: Said;
    draft: string | null;
    /** The public notice that stands, and where it is read. */
    published: { version: number; url: string } | null;
    tellings: readonly { at: string; line: Said }[];
  };
  processor: {
    acknowledged: readonly { what: Said; by: string; at: string; handing: ExchangeLine | null }[];
    questions: readonly ProcessorQuestion[];
    measures: readonly MeasureLine[];
  } | null;
  /** Questions and measures that wait for an answer; null for none. */
  waiting: {
    asked: readonly (AuthorityQuestion & { authority: Said })[];
    questions: readonly ProcessorQuestion[];
    measures: readonly MeasureLine[];
  } | null;
  regimes: { unanswered: number; stages: readonly StageLine[] };
  actions: readonly { href: string; label: Said }[];
  story: readonly StoryLine[];
};

const head = `<p class="crumb"><a href="{{o "/cases"}}">{{w "nav.cases"}}</a> › {{tight reference}}</p>
<h1>{{say title}}</h1>
{{> again}}
{{#if knownAt}}<p class="note near"><strong>{{w "journal.knownAt"}} {{time knownAt "full"}}.</strong> {{w "journal.knownHidden"}} {{w "case.knownOnly"}} <a href="{{o path}}">{{w "journal.now"}}</a></p>{{/if}}
{{#if next}}<div class="next">{{#if next.clock}}{{clock next.clock short=true}}{{/if}}<p><strong>{{w "case.next"}} {{say next.text}}.</strong></p><a class="btn main" href="{{o next.href}}">{{say next.act}}</a></div>{{/if}}
<dl class="strip">{{#each strip}}<div><dt>{{say label}}</dt><dd>{{#if at}}{{time at "plain"}}{{else}}{{say value}}{{/if}}</dd></div>{{/each}}</dl>`;

const clock = `{{#if theClock}}<section class="stack-s" aria-labelledby="delais"><h2 id="delais">{{w "case.clock"}}</h2>
<ul class="clocks"><li><strong>{{w "case.clockWhat"}}</strong>{{clock theClock.clock}}<span class="due">{{#if theClock.clock.doneAt}}{{time theClock.clock.doneAt "full"}}{{else}}{{w "case.clockStrict"}}, {{w "clock.before"}} {{time theClock.clock.dueAt "end"}}. {{w "case.clockReg"}}, {{w "clock.before"}} {{time theClock.reg1182 "end"}}.{{/if}}{{#if theClock.provisional}} {{w "case.clockProvisional"}}{{/if}}</span>{{#unless theClock.clock.doneAt}}<progress value="{{passed theClock.clock}}" max="100" aria-label="{{w "clock.passed"}}">{{passed theClock.clock}} %</progress>{{/unless}}</li></ul></section>{{/if}}
{{#if limits.length}}<section class="stack-s" aria-labelledby="echeances"><h2 id="echeances">{{w "case.limits"}}</h2><ul class="clocks">{{#each limits}}<li><strong>{{say what}}</strong>{{clock clock}}<span class="due">{{say source}}, {{w "clock.before"}} {{time clock.dueAt "end"}}</span></li>{{/each}}</ul></section>{{/if}}`;

const incident = `{{#with incident}}<section class="stack-s" aria-labelledby="inc"><h2 id="inc">{{w "case.incident"}}</h2><p><a href="{{o href}}">{{tight reference}}</a></p>{{#if note}}<p class="measure muted">{{say note}}</p>{{/if}}</section>{{/with}}`;

const facts = (list: string) =>
  `<dl class="facts">{{#each ${list}}}<div><dt>{{say label}}</dt><dd>{{say text}}</dd></div>{{/each}}</dl>`;
const decided = `<p><strong>{{say risk}}</strong> <span class="muted">{{by}}, {{time at "full"}}</span></p>{{#if @root.readsBack}}<p class="noprint"><a href="{{o (join @root.path (join "/known/" seq))}}">{{w "journal.known"}} {{time at "hour"}}</a></p>{{/if}}${facts('lines')}{{#if answers.length}}<details><summary>{{w "assessment.answers"}}</summary>${facts('answers')}</details>{{/if}}`;
const decision = `{{#if assessment}}{{> assessment}}{{/if}}
<section class="stack-s" aria-labelledby="risque"><h2 id="risque">{{w "case.decision"}}</h2>
{{#if decision}}{{#with decision}}${decided}{{/with}}{{else}}<p class="muted">{{w "case.decisionNone"}}</p>{{/if}}
{{#if earlier.length}}<details><summary>{{w "case.decisionsEarlier"}}</summary>{{#each earlier}}<section class="card" aria-labelledby="avant-{{@index}}"><h3 id="avant-{{@index}}">{{w "case.decisionOf"}} {{time at "full"}}</h3>${decided}</section>{{/each}}</details>{{/if}}
{{> advices}}</section>`;

const files = `<section class="stack-s" aria-labelledby="aut"><h2 id="aut">{{w "case.files"}}</h2>
{{> competence}}
{{#if files.length}}{{#each files}}<section class="card" aria-labelledby="aut-{{@index}}"><h3 id="aut-{{@index}}">{{say authority}}</h3><p><span class="tag">{{say state}}</span></p>{{#if notCompetent}}<p class="note near">{{say notCompetent}}</p>{{/if}}{{#if silentFrom}}<p class="note near">{{w "case.silent"}} {{time silentFrom "full"}}.</p>{{/if}}<ul class="list">{{#each filings}}<li>{{say type}}, {{say receipt}}<span class="due">{{time at "full"}}</span>{{#if together}}<span class="due">{{say together}}</span>{{/if}}{{#if unwritten}}<p class="note near">{{say unwritten}}</p>{{/if}}{{#if isCopyOwed}}<p class="note near">{{#if @root.knownAt}}{{w "case.copyOwed"}}{{else}}<a href="{{o (join @root.path "/files")}}">{{w "case.copyOwed"}}</a>{{/if}}</p>{{/if}}{{#if noCopy}}<span class="due">{{w "case.noCopy"}} {{say noCopy}}</span>{{/if}}</li>{{/each}}{{#each questions}}<li>{{w "case.question"}} {{say text}}<span class="due">{{time askedAt "plain"}}{{#if answeredAt}}, {{w "case.answered"}} {{time answeredAt "plain"}}{{else if dueAt}}, {{w "clock.before"}} {{time dueAt "end"}}{{/if}}</span></li>{{/each}}</ul></section>{{/each}}{{#unless @root.knownAt}}<p><a href="{{o (join @root.path "/files")}}">{{w "files.title"}}</a></p>{{/unless}}{{else}}<p class="muted">{{w "case.filesNone"}}</p>{{/if}}</section>`;

const persons = `<section class="stack-s" aria-labelledby="pers"><h2 id="pers">{{w "case.tellings"}}</h2><p><span class="tag">{{say persons.state}}</span></p>
{{#if persons.draft}}<details><summary>{{w "case.draft"}}</summary><p class="said">{{persons.draft}}</p>{{#unless knownAt}}<p><a href="{{o (join path "/message")}}">{{w "case.readTexts"}}</a></p>{{/unless}}</details>{{/if}}
{{#if persons.published}}<p>{{w "message.published" n=persons.published.version}} <a href="{{link persons.published.url}}">{{persons.published.url}}</a></p>{{/if}}
{{#unless knownAt}}<p><a href="{{o (join path "/recipients")}}">{{w "recipients.title"}}</a></p>{{/unless}}
{{#if persons.tellings.length}}<ul class="list">{{#each persons.tellings}}<li>{{say line}}<span class="due">{{time at "full"}}</span></li>{{/each}}</ul>{{/if}}</section>`;

const regimes = `<section class="stack-s" id="regimes" aria-labelledby="reg"><h2 id="reg">{{w "regimes.title"}}</h2>
{{#with regimes}}{{#if unanswered}}<p>{{w "regimes.left" n=unanswered}}</p>{{/if}}{{#if stages.length}}{{> stages}}{{/if}}{{/with}}
{{#unless knownAt}}<p class="noprint"><a href="{{o (join path "/regimes")}}">{{w "regimes.open"}}</a></p>{{/unless}}</section>`;

const askedCard = `<div class="card"><h3>{{w "case.asked"}}</h3><p class="said">{{say text}}</p><p class="small muted">{{time askedAt "full"}}{{#unless answeredAt}}, {{w "clock.before"}} {{time dueAt "end"}}{{/unless}}{{> handing}}</p>{{> kept}}{{#if answeredAt}}<h4>{{w "case.answer"}}</h4><p class="said">{{say answer}}</p><p class="small muted">{{time answeredAt "full"}}</p>{{> keptAnswer}}{{/if}}</div>`;

const told = `<section class="stack-s" aria-labelledby="recu"><h2 id="recu">{{w "case.told"}}</h2>
{{#each told}}<details class="card"><summary>{{say kind}}, {{say from}} <span class="due">{{time at "full"}}</span></summary><p class="said">{{say text}}</p></details>{{/each}}</section>`;

const processor = `{{#with processor}}<section class="stack-s" aria-labelledby="proc"><h2 id="proc">{{w "case.processor"}}</h2>
{{#if acknowledged.length}}<ul class="list">{{#each acknowledged}}<li>{{w "case.acknowledged"}} {{say what}}, {{by}}<span class="due">{{time at "full"}}{{> handing}}</span></li>{{/each}}</ul>{{else}}<p class="muted">{{w "case.unacknowledged"}}</p>{{/if}}
{{#each questions}}${askedCard}{{/each}}{{#if measures.length}}<h3>{{w "measures.title"}}</h3>{{> measures}}{{/if}}</section>{{/with}}`;

/** What waits for somebody's word, before all that is only to be read. */
const waiting = `{{#with waiting}}<section class="stack-s" aria-labelledby="att"><h2 id="att">{{w "case.waiting"}}</h2>
{{#each asked}}<div class="card"><h3>{{say authority}}</h3><p class="said">{{say text}}</p><p class="small muted">{{time askedAt "full"}}{{#if dueAt}}, {{w "clock.before"}} {{time dueAt "end"}}{{/if}}</p></div>{{/each}}
{{#each questions}}${askedCard}{{/each}}{{> measures}}</section>{{/with}}
{{#if isOpen}}<section class="card" aria-labelledby="reste"><h2 id="reste">{{w "case.owed"}}</h2>{{#if owed.length}}<ul class="list">{{#each owed}}<li>{{say this}}</li>{{/each}}</ul>{{else}}<p>{{w "case.owedNone"}}</p>{{/if}}</section>{{/if}}`;

const story = `<section class="stack-s" id="chrono" aria-labelledby="chrono-h"><h2 id="chrono-h">{{w "case.story"}}</h2>
{{> story}}</section>`;

const aside = `{{#if actions.length}}<section class="card noprint" aria-labelledby="act-h"><h2 id="act-h">{{w "incident.actions"}}</h2><ul class="list acts">{{#each actions}}<li><a href="{{o href}}">{{say label}}</a></li>{{/each}}</ul></section>{{/if}}
{{#unless knownAt}}<section class="card noprint" aria-labelledby="fiche"><h2 id="fiche">{{w "sheet.title"}}</h2><p><a href="{{o (join path "/sheet")}}">{{w "sheet.intro"}}</a></p></section>{{/unless}}
{{#with processorNow}}<section class="note near"><p><strong>{{w "case.processorNow"}}</strong></p><ul class="list">{{#each fields}}<li>{{this}}</li>{{/each}}</ul>{{#if href}}<p class="noprint"><a href="{{o href}}">{{w "takeAsk.title"}}</a></p>{{/if}}</section>{{/with}}
{{#if leftOpen.length}}<section class="card" aria-labelledby="vide"><h2 id="vide">{{w "case.leftOpen"}}</h2>${facts('leftOpen')}</section>{{/if}}
{{#if readsBack}}<section class="card" aria-labelledby="jr"><h2 id="jr">{{w "nav.journal"}}</h2><p><a href="{{o (join "/journal?subject=" reference)}}">{{w "incident.journal"}}</a></p></section>{{/if}}`;

const main = template<object>(`${head}
{{> approvals}}
{{#each same}}<p class="note near">{{say text}} <a href="{{o href}}">{{say label}}</a></p>{{/each}}${clock}
${waiting}
<div class="cols"><div class="stack">${incident}
${decision}
${files}
${persons}
${regimes}
${told}
${processor}
${story}</div>
<div class="stack">${aside}</div></div>`);

/** Where are we, what next? In the order of the eye: next act, state, the limit, the decision, whom we told, what we were told. */
export const casePage = (frame: MemberFrame, view: CaseView): string => {
  const { knownAt, reference } = view;
  const readsJournal = !frame.closed.includes('journal');
  return memberPage(frame, {
    title: knownAt === null ? reference : { key: 'case.knownTitle', values: { reference } },
    // what was left of a limit is said as of then
    main: main(knownAt === null ? frame : { ...frame, now: knownAt }, {
      ...view,
      theClock: view.clock,
      decision: view.decisions[0] ?? null,
      earlier: view.decisions.slice(1),
      csrf: frame.csrf,
      path: `/cases/${view.id}`,
      readsBack: readsJournal && knownAt === null,
    }),
    hasNext: view.next !== null,
  });
};
