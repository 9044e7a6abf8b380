import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import { registerHead, type RegisterTab } from './parts/registerHead';
import { type RegisterLine, registerRows } from './parts/registerRows';
import type { Said } from './words/word';

export type ProcessingView = {
  tabs: readonly RegisterTab[];
  /** Names of the short columns. */
  columns: readonly string[];
  lines: readonly RegisterLine[];
  files: readonly { href: string; label: Said }[];
};

const title: Said = { key: 'register.processingLong' };

const main = template<object>(`${registerHead}
<p class="measure">{{w "register.processingIntro"}}</p>
{{#if lines.length}}<div class="row noprint"><span>{{w "register.files"}}</span>{{#each files}}<a href="{{o href}}">{{say label}}</a>{{/each}}</div>
<div class="t"><table class="stacked" role="table"><caption>{{count lines.length "register.contractCount" "register.contractsCount"}}</caption>
${registerRows}</table></div>
{{else}}<p class="empty">{{w "register.noContract"}} <a href="{{o "/agreements"}}">{{w "nav.agreements"}}</a></p>{{/if}}`);

/** The register of processing, a row a contract. */
export const processingPage = (frame: MemberFrame, view: ProcessingView): string =>
  memberPage(frame, { title, main: main(frame, { ...view, title }) });
