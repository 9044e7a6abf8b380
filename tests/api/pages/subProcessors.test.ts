import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'no-redundant-role': 'off', 'long-title': 'off' },
});

let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  door = await openNightDoor((await tellNight()).night);
}, 60_000);
afterAll(() => door.stop());

describe.each(['fr', 'en'] as const)('the map of sub-processors, in %s', (language) => {
  it('is valid HTML: a drawing with title and description, and the same as a table', async () => {
    const { status, text } = await door.read('ines', '/sub-processors', language);
    const report = await validator.validateString(text);
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    expect(status).toBe(200);
    const main = text.slice(text.indexOf('<main'));
    const drawing = main.slice(main.indexOf('<svg'), main.indexOf('</svg>'));
    const table = main.slice(main.indexOf('<table'), main.indexOf('</table>'));
    for (const part of [drawing, table]) expect(part).toContain('Cabinet d&#x27;études rang 2');
    expect(drawing).toContain('role="img" aria-labelledby="map-t map-d"><title id="map-t">');
    expect(drawing).not.toMatch(/style=|script|href/);
  });

  it('is led to from the contracts', async () => {
    expect((await door.read('ines', '/agreements', language)).text).toContain('/sub-processors">');
  });
});
