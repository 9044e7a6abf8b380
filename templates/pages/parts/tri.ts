import type { Said } from '../words/word';
import { drawn, type Field } from './form';

/** c, d or e: three answers, each with its own fields. */
export type TriFields = {
  letter: 'c' | 'd' | 'e';
  chosen: 'value' | 'follow' | 'never' | null;
  error: Said | null;
  value: readonly Field[];
  follow: readonly Field[];
  never: readonly Field[];
};

/** A fragment over `tris`. */
export const tri = `{{#each tris}}<fieldset class="card{{#if error}} bad{{/if}}" id="{{letter}}"><legend><span class="h2"><span class="muted">{{letter}}.</span> {{w heading}}</span></legend><p class="hint">{{w hint}}</p>{{#if error}}<p class="err" id="e-{{letter}}">{{say error}}</p>{{/if}}
<div class="tri"><div class="pick three" role="group" aria-label="{{w "draft.answer"}}">{{#each answers}}<label class="check"><input type="radio" name="{{../letter}}" value="{{value}}"{{#if @first}} id="f-{{../letter}}"{{/if}}{{#if checked}} checked{{/if}}> <span>{{w label}}</span></label>{{/each}}</div>
<div class="reveal r-value">{{#each this.value}}{{> field}}{{/each}}</div><div class="reveal r-follow">{{#each follow}}{{> field}}{{/each}}</div><div class="reveal r-never">{{#each never}}{{> field}}{{/each}}</div></div></fieldset>
{{/each}}`;

const choices = ['value', 'follow', 'never'] as const;

/** Three answers as their template wants them. */
export const drawnTri = ({ letter, chosen, error, value, follow, never }: TriFields) => ({
  letter,
  error,
  heading: `item.${letter}`,
  hint: `draft.${letter}Hint`,
  answers: choices.map((choice) => ({ value: choice, label: `answer.${choice}`, checked: choice === chosen })),
  value: value.map(drawn),
  follow: follow.map(drawn),
  never: never.map(drawn),
});
