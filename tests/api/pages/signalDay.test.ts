import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';
import { vigie } from '../../cli/terminal';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
  night.at('2026-03-27T12:00:00.000Z');
});
afterAll(() => door.stop());

const said = { text: 'Un poste volé', when: 'before', data: 'no', declarant: '+33 1 99 00 00 20', looksLike: 'theft' };
const signal = (fields: Record<string, string>) => door.send('ines', '/signal', { ...said, ...fields });
const faultsIn = (html: string): string[] =>
  [...html.slice(html.indexOf('class="errors"')).matchAll(/<li><a href="#f-(\w+)">/g)].map(([, name = '']) => name);

describe('who saw it before today and does not know the hour', () => {
  it('gives the day: its first instant is recorded', async () => {
    const sent = await signal({ day: '2026-03-25' });
    expect(sent.status).toBe(303);
    const id = (sent.headers.get('location') ?? '').split('/').at(-1)?.split('?')[0] ?? '';
    const state = await night.ports.projections.read('o1', 'incident', id);
    expect(state?.report).toMatchObject({ alertedAt: '2026-03-24T23:00:00.000Z', alertedDay: '2026-03-25' });
  });

  it('is shown by that day, in lists, on its page, in the journal and by the command: no hour is made up', async () => {
    const parts = [await door.read('ines', '/incidents'), await door.read('sacha', '/journal')];
    const [row] = await night.ports.projections.list('o1', 'incident', { limit: 1 });
    for (const { text } of [...parts, await door.read('ines', `/incidents/${row?.id ?? ''}`)]) {
      expect(text).toMatch(/<time datetime="2026-03-25">25\smars\s2026<\/time>/);
      expect(text).not.toMatch(/00:00\s\(UTC/);
    }
    const token = night.people.get('ines')?.token ?? '';
    const env = { VIGIE_URL: door.base, VIGIE_TOKEN: token, VIGIE_ORG: 'o1', LANG: 'fr_FR.UTF-8' };
    expect((await vigie(['incident', 'list'], { env })).out).toMatch(/25\/03\/2026 /);
    expect((await vigie(['incident', 'show', row?.id ?? ''], { env })).out).toMatch(/25\/03\/2026$/m);
  });

  it('a day that does not begin at the instant beside it is refused', async () => {
    const token = night.people.get('ines')?.token ?? '';
    const body = { text: 'x', source: 'person', alertedAt: '2026-03-25T23:00:00.000Z', alertedDay: '2026-03-20' };
    const headers = { 'idempotency-key': 'another-day' };
    const declarant = { phone: '+33 1 99 00 00 20' };
    const answer = await door.call('POST', '/api/v1/organisations/o1/signals', {
      token,
      headers,
      body: { ...body, declarant },
    });
    expect(answer).toMatchObject({ status: 400, body: { issues: [{ pointer: '/body/alertedDay' }] } });
  });

  it('an hour that is known stands before the day', async () => {
    expect((await signal({ alertedAt: '2026-03-25T10:00', day: '2026-03-24' })).status).toBe(303);
  });

  it.each([[''], ['2026-02-30']])('the day “%s” is asked for', async (day) => {
    expect(faultsIn((await signal({ day })).text)).toEqual(['day']);
  });
});

describe('what is wrong with a signal is said in one answer', () => {
  it('a text that misses, and two instants that are yet to come', async () => {
    const { text } = await signal({ text: '', alertedAt: '2027-01-01T00:00', detectedAt: '2027-01-02T00:00' });
    expect(faultsIn(text)).toEqual(['text', 'alertedAt', 'detectedAt']);
  });

  it('a day that is yet to come is said at the day', async () => {
    expect(faultsIn((await signal({ text: '', day: '2027-01-01' })).text)).toEqual(['text', 'day']);
  });
});

describe('who knows the hour', () => {
  const { when: _when, ...unsaid } = said;
  const exact = (fields: object) => door.send('ines', '/signal', { ...unsaid, ...fields } as Record<string, string>);

  it('gives it, and is not asked whether it was just now or today', async () => {
    const sent = await exact({ alertedAt: '2026-03-27T12:30' });
    expect(sent.status).toBe(303);
    const id = (sent.headers.get('location') ?? '').split('/').at(-1)?.split('?')[0] ?? '';
    const state = await night.ports.projections.read('o1', 'incident', id);
    expect(state?.report.alertedAt).toBe('2026-03-27T11:30:00.000Z');
  });

  it('who gives neither is asked', async () => {
    const sent = await exact({});
    expect(sent.status).toBe(400);
    expect(faultsIn(sent.text)).toContain('when');
  });
});
