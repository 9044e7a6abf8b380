import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { wordsOf } from '../../../api/pages/forms/issueWords';
import { toIssues } from '../../../api/http/issues';
import { CaseCommand } from '../../../domain/controllerCase/commands';
import { IncidentCommand } from '../../../domain/incident/commands';
import { Siren } from '../../../domain/party/siren';
import type { Frame } from '../../../templates/pages/frame/frame';
import { commands as ofCase } from '../../fakes/caseStory';
import { commands as ofIncident } from '../../fakes/incidentStory';
import { createNight, type Night } from '../../fakes/night';
import { openNightCase } from '../../fakes/nightCase';
import { openNightDoor } from '../../fakes/nightDoor';

const frame = { language: 'fr', zone: 'Europe/Paris', now: '2026-03-28T02:12:00.000Z', stylesheet: '' } satisfies Frame;

/** What somebody may type, tick or leave out, by what is asked. */
function badFor(value: unknown): unknown[] {
  if (typeof value === 'string') return ['', ' ', 'zz', 'x'.repeat(20_001), '2026-99-99', null];
  if (typeof value === 'number') return [-1, 0, 1.5, 1e15, null];
  if (Array.isArray(value)) return [[], [''], ['zz'], Array.from({ length: 500 }, () => 'zz'), null];
  if (value === null) return ['', 0, -1, 1e15];
  return [null];
}

type Named = readonly [
  string,
  Record<string, unknown>,
  { safeParse: typeof CaseCommand.safeParse } | typeof IncidentCommand,
];
const all: Named[] = [
  ...Object.entries(ofCase).map(([kind, command]): Named => [kind, { ...command }, CaseCommand]),
  ...Object.entries(ofIncident).map(([kind, command]): Named => [kind, { ...command }, IncidentCommand]),
];

describe('a bad answer is told what is allowed', () => {
  it.each(all)('%s', (_kind, command, schema) => {
    const generic = Object.entries(command)
      .filter(([name]) => name !== 'kind')
      .flatMap(([name, value]) =>
        badFor(value).flatMap((bad) => {
          const parsed = schema.safeParse({ ...command, [name]: bad });
          return parsed.success ? [] : toIssues(parsed.error.issues).map(({ message }) => `${name}: ${message}`);
        }),
      )
      .filter((line) => {
        const said = wordsOf(line.slice(line.indexOf(': ') + 2), frame);
        return typeof said === 'object' && said.key === 'err.check';
      })
      .filter((line) => !line.startsWith('copyHash: ')) // of a file that the case keeps: no form asks it
      .filter((line) => !/expected (?:object|string|record|boolean|array), received/.test(line)); // no form sends another type
    expect(generic).toEqual([]);
  });
});

describe('a company number', () => {
  it.each(['732 829 320', '732\u00a0829\u00a0320', ' 732829320 '])('may have spaces: %p', (typed) => {
    expect(Siren.parse(typed)).toBe('732829320');
  });

  it.each(['12', '732829321', '73282932000074'])('that is none is said once: %s', (typed) => {
    expect(Siren.safeParse(typed).error?.issues).toHaveLength(1);
  });
});

describe('on the form', () => {
  let night: Night;
  let door: Awaited<ReturnType<typeof openNightDoor>>;
  let path: string;
  beforeAll(async () => {
    night = await createNight();
    night.at('2026-03-28T02:12:00.000Z');
    path = `/cases/${await openNightCase(night)}`;
    door = await openNightDoor(night);
  }, 60_000);
  afterAll(() => door.stop());

  const faults = async (place: string, fields: Record<string, string>) => {
    const { text } = await door.send('sacha', place, fields);
    const summary = text.slice(text.indexOf('class="errors"'), text.indexOf('</div>', text.indexOf('class="errors"')));
    return [...summary.matchAll(/<li><a href="#(\S+)">([^<]+)<\/a>/g)].map(([, name, said]) => `${name} ${said}`);
  };

  it('countries by name are said at their question, once', async () => {
    expect(await faults(`${path}/record`, { touched: 'Belgique, Espagne' })).toEqual([
      expect.stringMatching(/^f-touched .*deux lettres/),
    ]);
    expect(await faults(`${path}/record`, { establishments: 'Belgique' })).toEqual([
      expect.stringMatching(/^f-establishments .*deux lettres/),
    ]);
    expect(await faults('/seat', { establishments: 'Belgique' })).toEqual([
      expect.stringMatching(/^f-establishments .*deux lettres/),
    ]);
  });

  it('urgent hours of 0 are said with what is allowed', async () => {
    const fields = { text: 'Combien ?', askedAt: '2026-03-28T02:00', urgentHours: '0' };
    expect(await faults(`${path}/ask`, fields)).toEqual([expect.stringMatching(/^f-urgentHours .*(?:1|au moins)/i)]);
  });

  it('an end that is missing is said at the end', async () => {
    const [fault = ''] = await faults(`${path}/record`, { period: 'range', periodFrom: '2026-03-26T10:00' });
    expect(fault).toMatch(/^f-periodTo /);
  });

  it('a SIREN that is none is said once, and one with spaces is kept as its digits', async () => {
    expect(await faults(`${path}/record`, { siren: '12' })).toEqual([expect.stringMatching(/^f-siren /)]);
    expect((await door.send('sacha', `${path}/record`, { siren: '732 829 320' })).status).toBe(303);
  });
});
