import type { Paper } from '../blocks/block';
import { template } from './frame/engine';
import type { Frame } from './frame/frame';
import { outsidePage } from './frame/layout';

export type PublicNoticeView = {
  paper: Paper;
  version: number;
  at: string;
  others: readonly { language: 'fr' | 'en'; href: string }[];
};

const main = template<object>(`{{#if paper.mark}}<p class="note near"><strong>{{paper.mark}}</strong></p>{{/if}}
<h1>{{paper.title}}</h1>
<p class="muted">{{w label n=version}} {{time at "long"}}{{#each others}} · <a href="{{href}}" hreflang="{{language}}" lang="{{language}}">{{name}}</a>{{/each}}</p>
{{#each paper.blocks}}{{#if (is kind "heading")}}<h2>{{text}}</h2>
{{/if}}{{#if (is kind "paragraph")}}<p class="measure said">{{text}}</p>
{{/if}}{{#if (is kind "note")}}<p class="note{{#if strong}} near{{/if}}">{{text}}</p>
{{/if}}{{#if (is kind "list")}}<ul class="measure">{{#each items}}<li>{{this}}</li>{{/each}}</ul>
{{/if}}{{/each}}<p class="small muted">{{paper.foot}}</p>`);

/** The public notice: the frozen words, block by block, for a telephone first. */
export const publicNoticePage = (frame: Frame, view: PublicNoticeView): string =>
  outsidePage(frame, view.paper.author, {
    title: view.paper.subject,
    main: main(frame, {
      ...view,
      label: view.version > 1 ? 'publicNotice.corrected' : 'publicNotice.version',
      others: view.others.map((one) => ({ ...one, name: NAMES[one.language] })),
    }),
  });

const NAMES = { fr: 'Français', en: 'English' } as const;
