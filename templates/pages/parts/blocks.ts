import type { Block } from '../../blocks/block';

/** A section of a letter on a page: its letter in the margin, its title, what it is made of. */
export type Section = { letter: string; title: string; blocks: readonly Block[] };

/** "f) Sub-processors" has its letter in the margin, as items a to e have. */
const TITLE = /^(\w)[.)] /;

/** A letter's blocks, cut at their headings of the first level. */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: { letter: string; title: string; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 2) {
      const letter = TITLE.exec(block.text)?.[1] ?? '';
      sections.push({ letter, title: block.text.replace(TITLE, ''), blocks: [] });
    } else sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

/** Blocks as their template wants them: each cell knows its heading, for narrow screens. */
export const drawnSections = (sections: readonly Section[]) =>
  sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === 'table'
        ? {
            ...block,
            rows: block.rows.map((cells) => cells.map((text, at) => ({ text, label: block.head[at] ?? '' }))),
          }
        : block,
    ),
  }));

const table = `<div class="t"><table class="stacked" role="table"><thead role="rowgroup"><tr role="row">{{#each head}}<th scope="col" role="columnheader">{{this}}</th>{{/each}}</tr></thead><tbody role="rowgroup">{{#each rows}}<tr role="row">{{#each this}}<td role="cell" data-label="{{label}}">{{text}}</td>{{/each}}</tr>{{/each}}</tbody></table></div>`;

/** Fragments that templates write as `{{> name}}`. */
export const blockParts = {
  blocks: `{{#each blocks}}{{#if (is kind "heading")}}<h4>{{text}}</h4>{{else if (is kind "facts")}}<dl class="facts">{{#each rows}}<div><dt>{{term}}</dt><dd class="said">{{value}}</dd></div>{{/each}}</dl>{{else if (is kind "table")}}${table}{{else if (is kind "list")}}<ul>{{#each items}}<li>{{this}}</li>{{/each}}</ul>{{else if (is kind "note")}}<p class="note{{#if strong}} late{{/if}}">{{text}}</p>{{else}}<p class="said">{{text}}</p>{{/if}}{{/each}}`,
  sections: `<ol class="items">{{#each sections}}<li id="item-{{letter}}"><span class="letter" aria-hidden="true">{{letter}}</span><div><h3><span class="vh">{{letter}}. </span>{{title}}</h3>{{> blocks}}</div></li>{{/each}}</ol>`,
} as const;
