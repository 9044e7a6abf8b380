import Handlebars from 'handlebars';
import type { Paper } from '../blocks/block';
import { type Inset, written } from './inset';
import { styles } from './mailStyle';

const engine = Handlebars.create();

/** A text with its line breaks; escaped, then broken. */
const lines = (text: unknown): string => Handlebars.escapeExpression(String(text)).replaceAll('\n', '<br>');
engine.registerHelper('lines', (text: unknown) => new Handlebars.SafeString(lines(text)));

/** Only http and https leave; anything else is a fault of whoever gave it. */
engine.registerHelper('href', (url: unknown) => {
  const { protocol, href } = new URL(String(url));
  if (protocol !== 'https:' && protocol !== 'http:') throw new RangeError('a link is neither http nor https');
  return href;
});

engine.registerHelper('isTop', (level: unknown) => level === 2);
engine.registerHelper('style', (name: unknown) => styles[styleName(String(name))]);

function styleName(name: string): keyof typeof styles {
  if (name in styles) return name as keyof typeof styles;
  throw new RangeError(`no style ${name}`);
}

const partials = {
  heading: `{{#if (isTop level)}}<h2 style="{{style "h2"}}">{{lines text}}</h2>{{else}}<h3 style="{{style "h3"}}">{{lines text}}</h3>{{/if}}`,
  paragraph: `<p style="{{style "p"}}">{{lines text}}</p>`,
  note: `<p role="note" style="{{#if strong}}{{style "strong"}}{{else}}{{style "note"}}{{/if}}">{{lines text}}</p>`,
  list: `<ul style="{{style "ul"}}">{{#each items}}<li style="{{style "li"}}">{{lines this}}</li>{{/each}}</ul>`,
  facts: `<dl style="{{style "dl"}}">{{#each rows}}<dt style="{{style "dt"}}">{{lines term}}</dt><dd style="{{style "dd"}}">{{lines value}}</dd>{{/each}}</dl>`,
  table: `<table style="{{style "table"}}"><thead><tr>{{#each head}}<th scope="col" style="{{style "th"}}">{{lines this}}</th>{{/each}}</tr></thead><tbody>{{#each rows}}<tr>{{#each this}}<td style="{{style "td"}}">{{lines this}}</td>{{/each}}</tr>{{/each}}</tbody></table>`,
  action: `<p style="{{style "p"}}"><a href="{{href url}}" style="{{style "button"}}">{{lines text}}</a></p>
<p style="{{style "small"}}">{{url}}</p>`,
};

for (const [kind, source] of Object.entries(partials)) engine.registerPartial(kind, source);

const beforeStrap = engine.compile(
  `<!DOCTYPE html>
<html lang="{{paper.language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{{paper.subject}}</title>
</head>
<body style="{{style "body"}}">
<main style="{{style "main"}}">
{{#if paper.mark}}<p style="{{style "mark"}}">{{paper.mark}}</p>
{{/if}}<p style="{{style "small"}}">`,
  { strict: true },
);

const afterStrap = engine.compile(
  `</p>
<h1 style="{{style "h1"}}">{{lines paper.title}}</h1>
{{#each paper.blocks}}{{> (lookup this "kind")}}
{{/each}}<hr style="{{style "hr"}}">
<p style="{{style "small"}}">{{lines paper.foot}}<br>{{lines paper.hashLabel}}<br>{{contentHash}}</p>
</main>
</body>
</html>
`,
  { strict: true },
);

/** The HTML part: one file, no image, no font, no style sheet, nothing fetched. */
export const toHtml = (paper: Paper, contentHash: string): string =>
  written(htmlAroundStrap(paper, contentHash), paper.strap);

/** The same, whatever the strap says. */
export const htmlAroundStrap = (paper: Paper, contentHash: string): Inset => ({
  before: beforeStrap({ paper }),
  at: lines,
  after: afterStrap({ paper, contentHash }),
});
