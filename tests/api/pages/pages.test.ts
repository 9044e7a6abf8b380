import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import { readStylesheet } from '../../../api/http/stylesheet';
import { openNightDoor } from '../../fakes/nightDoor';
import { memberPaths } from '../../fakes/nightPaths';
import { tellNight } from '../../fakes/nightStory';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Tables become labelled blocks on narrow screens; explicit roles keep their meaning then.
    'no-redundant-role': 'off',
    // Titles say state and object first, which can take more than 70 signs.
    'long-title': 'off',
  },
});

/** Budget of a page with its stylesheet, bytes as they are parsed. */
const MOST_BYTES = 60 * 1024;
/** Annex 1 whole, as one form. */
const MOST_OF_CONTRACT = 110 * 1024;
const isContract = (path: string) => /^\/agreements\/(new|[^/]+\/amend)$/.test(path);
/** Every band that the CNIL publishes, each with its count and what it is called. */
const MOST_OF_STATISTICS = 72 * 1024;
/** All that the authority's form asks, as one form. */
const MOST_OF_RECORD = 96 * 1024;
const isRecord = (path: string) => /^\/cases\/[^/]+\/record$/.test(path);
const mostOf = (path: string): number =>
  isRecord(path)
    ? MOST_OF_RECORD
    : isContract(path)
      ? MOST_OF_CONTRACT
      : path.startsWith('/registers/statistics')
        ? MOST_OF_STATISTICS
        : MOST_BYTES;
const cssBytes = readFileSync(join(__dirname, '../../../public/vigie.css')).length;

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;

beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

describe.each(['fr', 'en'] as const)('every page of a member, in %s', (language) => {
  it('is valid HTML within its budget, and says its language', async () => {
    const faults: string[] = [];
    for (const path of memberPaths(told)) {
      const answer = await door.read('sacha', path, language);
      const report = await validator.validateString(answer.text);
      const messages = report.results.flatMap(({ messages: all }) =>
        all.map(({ ruleId, message, line }) => `${ruleId}: ${message} (${line})`),
      );
      if (answer.status !== 200) faults.push(`${path}: ${answer.status}`);
      if (!answer.text.includes(`<html lang="${language}">`)) faults.push(`${path}: other language`);
      if (messages.length > 0) faults.push(`${path}: ${messages.slice(0, 4).join('; ')}`);
      const bytes = Buffer.byteLength(answer.text) + cssBytes;
      if (bytes > mostOf(path) && !path.includes('all=1')) faults.push(`${path}: ${bytes} bytes`);
    }
    expect(faults).toEqual([]);
  }, 90_000);
});

it('the stylesheet is kept for ever under a URL that names its bytes', async () => {
  const { url } = readStylesheet(join(__dirname, '../../../public/vigie.css'));
  const answer = await door.call('GET', url);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
});
