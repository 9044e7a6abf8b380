import { template } from './frame/engine';
import type { Frame } from './frame/frame';
import { outsidePage } from './frame/layout';

/** One field of a body or a shape. `shape`: a shape of the same page that describes it further. */
export type FieldLine = { name: string; type: string; shape: string | null; needed: boolean; description: string };

export type OperationEntry = {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  /** Roles that may; a tool is a machine with a token. Null: no token opens it, its seal does. */
  roles: readonly string[] | null;
  tool: boolean;
  parameters: readonly FieldLine[];
  body: readonly FieldLine[];
  bodyExample: string | null;
  status: number;
  answer: { type: string; shape: string | null };
  answerExample: string | null;
  problems: readonly { status: string; titles: string }[];
};

export type Reference = {
  groups: readonly { name: string; operations: readonly OperationEntry[] }[];
  shapes: readonly { name: string; description: string; fields: readonly FieldLine[] }[];
};

export type ReferenceView = Reference & { other: { href: string; language: string; name: string } };

const fields = (list: string): string =>
  `<ul class="list">{{#each ${list}}}<li><code>{{name}}</code> {{#if shape}}<a href="#shape-{{shape}}">{{type}}</a>{{else}}<span class="muted">{{type}}</span>{{/if}}{{#if needed}} <strong>{{w "docs.needed"}}</strong>{{/if}}{{#if description}}: <span lang="en">{{description}}</span>{{/if}}</li>{{/each}}</ul>`;

const operation = `<section class="stack-s card" aria-labelledby="op-{{id}}"><h3 id="op-{{id}}" lang="en">{{summary}}</h3>
<p><code>{{method}} {{path}}</code></p><p lang="en">{{description}}</p>
<p class="small">{{#if roles}}{{w "docs.roles"}} {{#each roles}}{{#unless @first}}, {{/unless}}{{this}}{{/each}}{{#if tool}}, {{w "docs.tool"}}{{/if}}{{else}}{{w "docs.sealed"}}{{/if}}</p>
{{#if parameters.length}}<h4>{{w "docs.parameters"}}</h4>${fields('parameters')}{{/if}}
{{#if body.length}}<h4>{{w "docs.body"}}</h4>${fields('body')}{{/if}}
<h4>{{w "docs.answer"}} {{status}}</h4><p>{{#if answer.shape}}<a href="#shape-{{answer.shape}}">{{answer.type}}</a>{{else}}{{answer.type}}{{/if}}</p>
{{#if bodyExample}}<details><summary>{{w "docs.bodyExample"}}</summary><pre class="said" lang="en"><code>{{bodyExample}}</code></pre></details>{{/if}}
{{#if answerExample}}<details><summary>{{w "docs.answerExample"}}</summary><pre class="said" lang="en"><code>{{answerExample}}</code></pre></details>{{/if}}
<details><summary>{{w "docs.problems"}}</summary><ul class="list" lang="en">{{#each problems}}<li><strong>{{status}}</strong> {{titles}}</li>{{/each}}</ul></details></section>`;

const main = template<object>(`<h1>{{w "docs.title"}}</h1>
<p class="measure">{{w "docs.intro"}}</p><p><a href="/api/v1/openapi.json">{{w "docs.document"}}</a> · <a href="{{link other.href}}" lang="{{other.language}}" hreflang="{{other.language}}">{{other.name}}</a></p>
<nav aria-label="{{w "docs.groups"}}"><ul class="list">{{#each groups}}<li><a href="#group-{{name}}" lang="en">{{name}}</a></li>{{/each}}<li><a href="#shapes">{{w "docs.shapes"}}</a></li></ul></nav>
{{#each groups}}<section class="stack" aria-labelledby="group-{{name}}"><h2 id="group-{{name}}" lang="en">{{name}}</h2>
{{#each operations}}${operation}
{{/each}}</section>
{{/each}}<section class="stack" aria-labelledby="shapes"><h2 id="shapes">{{w "docs.shapes"}}</h2>
{{#each shapes}}<section class="stack-s" aria-labelledby="shape-{{name}}"><h3 id="shape-{{name}}" lang="en">{{name}}</h3>{{#if description}}<p lang="en">{{description}}</p>{{/if}}{{#if fields.length}}${fields('fields')}{{/if}}</section>
{{/each}}</section>`);

/** The API, group by group: who may, what it takes, what it answers. No script, nothing from elsewhere. */
export const referencePage = (frame: Frame, view: ReferenceView): string =>
  outsidePage(frame, 'Vigie', { title: { key: 'docs.title' }, main: main(frame, view) });
