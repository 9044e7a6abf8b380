import type { Said } from '../words/word';

/** A text that others will read, word for word. */
export type PaperText = { title: Said; inLanguage: Said; language: 'fr' | 'en'; subject: string; text: string };

/** Texts as they would leave now, the first one open. */
export const papersSource = `{{#each papers}}<details{{#if @first}} open{{/if}}><summary>{{say title}}, {{say inLanguage}}</summary><article class="paper" lang="{{language}}" aria-label="{{subject}}"><p><strong>{{subject}}</strong></p><div class="letter-text">{{text}}</div></article></details>
{{/each}}`;
