import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';

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
    expect(state?.report.alertedAt).toBe('2026-03-24T23:00:00.000Z');
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
