import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import type { Said } from './words/word';

export type MessageView = {
  path: string;
  reference: string;
  /** The public notice, where one is public. */
  published: { version: number; url: string } | null;
  /** Words are null where the text was erased. */
  texts: readonly {
    title: Said;
    inLanguage: Said;
    language: 'fr' | 'en';
    hash: string;
    subject: string | null;
    text: string | null;
  }[];
};

const main =
  template<object>(`<p class="crumb"><a href="{{o "/cases"}}">{{w "nav.cases"}}</a> › <a href="{{o path}}">{{tight reference}}</a> › {{w "message.title"}}</p>
<h1>{{w "message.title"}}</h1>
{{#if published}}<p class="note done">{{w "message.published" n=published.version}} <a href="{{link published.url}}">{{published.url}}</a></p>{{/if}}
{{#if texts.length}}<p class="measure muted">{{w "message.intro"}}</p>
{{#each texts}}<details{{#if @first}} open{{/if}}><summary>{{say title}}, {{say inLanguage}}</summary>{{#if this.text}}<article class="paper" lang="{{language}}" aria-label="{{subject}}"><p><strong>{{subject}}</strong></p><div class="letter-text">{{this.text}}</div></article>{{else}}<p class="muted">{{w "message.erased"}}</p>{{/if}}
<p class="small muted">{{w "message.hash"}} <code>{{hash}}</code></p></details>
{{/each}}{{else}}<p class="muted">{{w "message.none"}}</p>{{/if}}
<p><a href="{{o path}}">{{w "form.back"}}</a></p>`);

/** What the persons will read, word for word, in each language that was written. */
export const messagePage = (frame: MemberFrame, view: MessageView): string =>
  memberPage(frame, { title: { key: 'message.title' }, main: main(frame, view) });
