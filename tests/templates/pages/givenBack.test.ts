import { describe, expect, it } from '@jest/globals';
import { template } from '../../../templates/pages/frame/engine';
import { drawn, type Field } from '../../../templates/pages/parts/form';

const frame = { language: 'fr' as const, zone: 'Europe/Paris', now: '2026-03-28T02:12:00.000Z', stylesheet: '/s.css' };
const inner = template<object>('<p>{{text}}</p>{{#each fields}}{{> field}}{{/each}}');
const outer = template<object>('<main title="{{text}}">{{main}}</main><input type="hidden" name="t" value="{{text}}">');

const steering = 'a\u202Eb\u0007c\u0085d "<q>" value="\u200E"';
const field = (kind: Field['kind'], value: string): Field => ({
  kind,
  name: kind,
  label: 'Texte',
  hint: null,
  optional: false,
  value,
  values: [],
  options: [],
  error: null,
  repeated: null,
});
const pageOf = (value: string) =>
  outer(frame, {
    text: value,
    main: inner(frame, { text: value, fields: [field('area', value), field('text', value)].map(drawn) }),
  }).toHTML();
const read = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#x3D;', '=');
const found = (html: string, pattern: RegExp): string => read(pattern.exec(html)?.[1] ?? 'not there');

describe('what a page gives back', () => {
  it('is in text areas and inputs what was typed, whatever it holds, and spelled out wherever it is shown', () => {
    const html = pageOf(steering);
    expect(found(html, /<textarea[^>]*>([^<]*)</)).toBe(steering);
    expect(found(html, /name="text" type="text" value="([^"]*)"/)).toBe(steering);
    expect(found(html, /type="hidden" name="t" value="([^"]*)"/)).toBe(steering);
    const spelled = 'a[U+202E]b[U+0007]c[U+0085]d "<q>" value="[U+200E]"';
    expect(found(html, /<p>([^<]*)</)).toBe(spelled);
    expect(found(html, /<main title="([^"]*)"/)).toBe(spelled);
  });

  it('keeps the empty lines that a text area begins with, of which a browser drops one', () => {
    expect(found(pageOf('\nA'), /<textarea[^>]*>([^<]*)</)).toBe('\n\nA');
  });
});
