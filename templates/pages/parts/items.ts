import type { Said } from '../words/word';

export type AnswerLine = {
  /** `miss`: must be settled before anything leaves. */
  state: 'known' | 'follow' | 'never' | 'miss';
  /** The three answers in words. */
  label: Said;
  /** Instant that goes with the label: when the rest will follow. */
  at: string | null;
  /** Controller, where several are shown side by side. */
  whose: string | null;
  text: string | null;
  contacts: readonly {
    name: string;
    role: string | null;
    phone: string | null;
    email: string | null;
    always: boolean;
  }[];
};

export type ItemLine = {
  letter: 'a' | 'b' | 'c' | 'd' | 'e';
  answers: readonly AnswerLine[];
  /** Said for the first time, or otherwise, in this version. */
  isNew: boolean;
};

const stateClass = `state{{#if (is state "follow")}} follow{{/if}}{{#if (is state "never")}} never{{/if}}{{#if (is state "miss")}} miss{{/if}}`;

/** Items as their template wants them. `quiet`: a reader outside needs no "known" beside what is known. */
export function drawnItems(items: readonly ItemLine[], isQuiet = false) {
  return items.map((item) => ({
    ...item,
    heading: `item.${item.letter}`,
    open: item.answers.some(({ state }) => state === 'follow' || state === 'miss'),
    answers: item.answers.map((answer) => ({ ...answer, quiet: isQuiet && answer.state === 'known' })),
  }));
}

/** Fragments that templates write as `{{> name}}`. */
export const itemParts = {
  contacts: `{{#each contacts}}<p>{{name}}{{#if role}}, {{role}}{{/if}}{{#if phone}}, <a class="nowrap" href="{{tel phone}}">{{tight phone}}</a>{{#if always}} ({{w "item.always"}}){{/if}}{{/if}}{{#if email}}, {{email}}{{/if}}</p>{{/each}}`,
  items: `<ol class="items">{{#each items}}<li{{#if open}} class="open"{{/if}} id="item-{{letter}}"><span class="letter" aria-hidden="true">{{letter}}</span><div><h3><span class="vh">{{letter}}. </span>{{w heading}}{{#if isNew}} <span class="tag done">{{w "item.new"}}</span>{{/if}}</h3>{{#each answers}}{{#unless quiet}}<p class="${stateClass}">{{say label}}{{#if at}} {{time at "full"}}{{/if}}{{#if whose}} · {{whose}}{{/if}}</p>{{/unless}}{{#if text}}<p class="said">{{text}}</p>{{/if}}{{> contacts}}{{/each}}</div></li>{{/each}}</ol>`,
} as const;
