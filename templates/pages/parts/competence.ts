import type { Said } from '../words/word';

/** Whom to tell of a case, and how far that is done (rule G12). */
export type CompetenceView = {
  /** Why these; or what is not recorded for that to be known. */
  rule: Said;
  isKnown: boolean;
  lines: readonly { name: string; state: Said; toldAt: string | null; dueAt: string | null }[];
  notes: readonly Said[];
  /** Where it is recorded; null for who may not. */
  record: string | null;
};

/** For which authority a form is shown, where there are several, and why telling this one does not count. */
export type AuthorityChoice = {
  authorities: readonly { href: string; label: Said; current: boolean }[];
  notCompetent: Said | null;
};

/** Fragments that templates write as `{{> name}}`. */
export const competenceParts = {
  competence: `{{#with competence}}<section class="card" aria-labelledby="comp"><h3 id="comp">{{w "competence.title"}}</h3><p{{#unless isKnown}} class="note near"{{/unless}}>{{say rule}}</p>{{#if lines.length}}<ul class="list">{{#each lines}}<li>{{name}}<span class="due">{{say state}}{{#if toldAt}} {{time toldAt "full"}}{{else if dueAt}}, {{w "clock.before"}} {{time dueAt "end"}}{{/if}}</span></li>{{/each}}</ul>{{/if}}{{#each notes}}<p class="small">{{say this}}</p>{{/each}}{{#if record}}<p class="noprint"><a href="{{o record}}">{{w "competence.record"}}</a></p>{{/if}}</section>{{/with}}`,
  authorityChoice: `{{#if authorities.length}}<nav class="tabs" aria-label="{{w "competence.choice"}}"><ul>{{#each authorities}}<li><a href="{{o href}}"{{#if current}} aria-current="page"{{/if}}>{{say label}}</a></li>{{/each}}</ul></nav>{{/if}}{{#if notCompetent}}<p class="note near">{{say notCompetent}}</p>{{/if}}`,
} as const;
