const head = `<p class="crumb"><a href="{{o "/incidents"}}">{{w "nav.incidents"}}</a> › {{tight reference}}</p>
<h1>{{say title}}</h1>
{{#if declared}}<p class="muted">{{say declared}}</p>
{{/if}}{{> again}}
{{#if next}}<div class="next">{{#if next.clock}}{{clock next.clock short=true}}{{/if}}<p><strong>{{w "incident.todo"}} {{say next.text}}.</strong>{{#if next.extra}} <span class="extra">{{say next.extra}}</span>{{/if}}</p><a class="btn main" href="{{o next.href}}">{{say next.act}}</a></div>{{/if}}
<dl class="strip">{{#each strip}}<div><dt>{{say label}}</dt><dd>{{#if day}}{{calendar day}}{{else if at}}{{time at "plain"}}{{else}}{{say value}}{{/if}}</dd></div>{{/each}}</dl>`;

const clocks = `{{#if clocks.length}}<section class="stack-s" aria-labelledby="delais"><h2 id="delais">{{w "incident.clocks"}}</h2>
<ul class="clocks">{{#each clocks}}<li><strong>{{say what}}</strong>{{clock clock}}<span class="due">{{#if clock.doneAt}}{{time clock.doneAt "full"}}{{else}}{{w "clock.before"}} {{time clock.dueAt "end"}}{{/if}}{{#if toldCertain}}, {{w "clock.toldCertain"}}{{else if provisional}}, {{w "clock.provisional"}}{{/if}}{{#if note}} · {{say note}}{{/if}}</span>{{#unless clock.doneAt}}<progress value="{{passed clock}}" max="100" aria-label="{{w "clock.passed"}}">{{passed clock}} %</progress>{{/unless}}</li>{{/each}}</ul></section>{{/if}}`;

const items = `{{#if items.length}}<section class="stack-s" aria-labelledby="rub"><h2 id="rub">{{w "incident.items"}}</h2>{{#if controllers.length}}<p class="muted">{{count controllers.length "incident.oneController" "incident.controllers"}}</p>{{/if}}
{{> items}}</section>{{/if}}`;

const own = `{{#with own}}<section class="stack-s" id="nous" aria-labelledby="nous-h"><h2 id="nous-h">{{w "ask.ownProcessing"}}</h2><p><a href="{{o href}}">{{w "incident.ownCase"}} {{tight reference}}</a> <span class="tag">{{say state}}</span></p><p class="measure muted">{{say note}}</p></section>{{/with}}`;

const vulnerabilities = `{{#if vulnerabilities.length}}<section class="stack-s" id="failles" aria-labelledby="vul-h"><h2 id="vul-h">{{w "atOnce.vulnerabilities"}}</h2><ul class="list">{{#each vulnerabilities}}<li><a href="{{o href}}">{{tight reference}}</a> <span class="tag">{{say state}}</span><span class="due">{{say note}}</span></li>{{/each}}</ul></section>{{/if}}`;

const subNotices = `{{#if subNotices.length}}<section class="stack-s" id="sous-traitants" aria-labelledby="st-h"><h2 id="st-h">{{w "subNotice.title"}}</h2>{{#each subNotices}}<article class="card"><h3>{{from}}</h3><p><span class="tag {{#if certain}}late{{else}}near{{/if}}">{{#if certain}}{{w "subNotice.isCertain"}}{{else}}{{w "subNotice.isSuspicion"}}{{/if}}</span> {{w "subNotice.received"}} {{time receivedAt "full"}}</p>{{#each unauthorised}}<p class="note late"><strong>{{say this}}</strong></p>{{/each}}{{#if proposes}}<p>{{w "subNotice.proposes"}} {{#if confirm}}<a href="{{o confirm}}">{{w "ask.aware"}}</a>{{else}}{{w "subNotice.confirmLater"}}{{/if}}</p>{{/if}}<dl class="facts">{{#each facts}}<div><dt>{{say label}}</dt><dd>{{say value}}</dd></div>{{/each}}</dl></article>{{/each}}</section>{{/if}}`;

const notices = `{{#if notices.length}}<section class="stack-s" id="avis" aria-labelledby="avis-h"><h2 id="avis-h">{{w "incident.notices"}}</h2>
<div class="t"><table class="stacked" role="table"><caption>{{w "incident.noticesCaption"}}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{w "incident.notice"}}</th><th scope="col" role="columnheader">{{w "incident.sent"}}</th><th scope="col" role="columnheader">{{w "incident.delivery"}}</th><th scope="col" role="columnheader">{{w "incident.receipt"}}</th></tr></thead>
<tbody role="rowgroup">{{#each notices}}<tr role="row" data-state="{{this.state}}"><th scope="row" role="rowheader"><a href="{{o href}}">{{controller}}</a><span class="due">{{say label}}</span></th><td role="cell" data-label="{{w "incident.sent"}}">{{#if sentAt}}{{time sentAt "plain"}}{{/if}}<span class="due">{{say sending}}</span></td><td role="cell" data-label="{{w "incident.delivery"}}">{{#if proofs.length}}<ul class="list proofs">{{#each proofs}}<li><span class="tag {{tone}}">{{say label}}</span> {{who}}{{#if at}}<span class="due">{{time at "plain"}}</span>{{/if}}</li>{{/each}}</ul>{{else}}–{{/if}}</td><td role="cell" data-label="{{w "incident.receipt"}}">{{#if acknowledged}}{{say acknowledged}}{{#if acknowledgedAt}}<span class="due">{{time acknowledgedAt "plain"}}</span>{{/if}}{{else}}–{{/if}}</td></tr>{{/each}}</tbody></table></div>{{#if many}}<p class="small">{{#if maySend}}<a href="{{o (join path "/notices")}}">{{w "batch.title"}}</a> · {{/if}}<a href="{{o (join path "/unacknowledged")}}">{{w "board.title"}}</a></p>{{/if}}</section>{{/if}}`;

const story = `<section class="stack-s" id="chrono" aria-labelledby="chrono-h"><div class="row end"><h2 id="chrono-h">{{w "incident.story"}}</h2>{{#if mayAddFact}}<a class="noprint" href="{{o (join path "/fact")}}">{{w "incident.addFact"}}</a>{{/if}}</div>
<p class="muted">{{w "incident.storyHint"}}{{#if showsAll}} <a href="{{o path}}#chrono">{{w "incident.hideMachine"}}</a>{{else if hiddenEntries}} <a href="{{o path}}?all=1#chrono">{{count hiddenEntries "incident.showMachineOne" "incident.showMachine"}}</a>{{/if}}</p>
{{> story}}</section>`;

const aside = `{{#if actions.length}}<section class="card noprint" aria-labelledby="act-h"><h2 id="act-h">{{w "incident.actions"}}</h2><ul class="list acts">{{#each actions}}<li><a href="{{o href}}">{{say label}}</a></li>{{/each}}{{#if toOpenCase}}<li><a href="{{o toOpenCase}}">{{w "case.open"}}</a></li>{{/if}}</ul></section>{{/if}}
<section class="card" id="declarant" aria-labelledby="decl-h"><h2 id="decl-h">{{w "incident.reportedBy"}}</h2><p>{{declarant.name}}{{#if declarant.phone}}, <a class="nowrap" href="{{tel declarant.phone}}">{{tight declarant.phone}}</a>{{/if}}{{#if declarant.email}}<span class="due">{{declarant.email}}</span>{{/if}}</p></section>
<section class="card" id="prevenus" aria-labelledby="prev-h"><h2 id="prev-h">{{w "incident.told"}}</h2>{{#if told.length}}<ol class="ticks">{{#each told}}<li class="{{tone}}"><span><strong>{{name}}</strong>{{#if of}}, {{of}}{{/if}}<span class="due">{{say note}}{{#if at}}, {{time at "plain"}}{{/if}}</span></span></li>{{/each}}</ol>{{else}}<p class="muted">{{w "incident.toldNobody"}}</p>{{/if}}</section>
{{#if controllers.length}}<section class="card" aria-labelledby="scope-h"><h2 id="scope-h">{{w "incident.scope"}}</h2><dl class="facts">{{#each controllers}}<div><dt>{{name}}</dt><dd>{{say note}}</dd></div>{{/each}}</dl><p class="small muted">{{w "incident.scopeHint"}}</p></section>{{/if}}
{{#if readsJournal}}<section class="card" aria-labelledby="jr"><h2 id="jr">{{w "nav.journal"}}</h2><p><a href="{{o (join "/journal?subject=" reference)}}">{{w "incident.journal"}}</a></p></section>{{/if}}`;

/** Where are we, what next? In the order of the eye: next act, state, clocks, items, proofs, story. */
export const incidentSource = `${head}
{{> approvals}}
${clocks}
<div class="cols"><div class="stack">${own}
${vulnerabilities}
${subNotices}
${items}
${notices}
${story}</div>
<div class="stack">${aside}</div></div>`;
