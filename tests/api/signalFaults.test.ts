import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { vigie } from '../cli/terminal';
import { createNight, type Night } from '../fakes/night';
import { openNightDoor } from '../fakes/nightDoor';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
  night.at('2026-03-27T12:00:00.000Z');
});
afterAll(() => door.stop());

const tokenOf = () => night.people.get('ines')?.token ?? '';

it('one answer lists what a signal lacks and the instants that are yet to come', async () => {
  const head = await night.ports.journal.head('o1');
  const body = { source: 'person', alertedAt: '2027-01-01T00:00:00.000Z', detectedAt: '2027-01-02T00:00:00.000Z' };
  const headers = { 'idempotency-key': 'a-signal-with-faults' };
  const answer = await door.call('POST', '/api/v1/organisations/o1/signals', { token: tokenOf(), headers, body });
  expect(answer.status).toBe(400);
  const { issues } = answer.body as { issues: { pointer: string; message: string }[] };
  expect(issues.map(({ pointer }) => pointer).toSorted()).toEqual([
    '/body/alertedAt',
    '/body/declarant',
    '/body/detectedAt',
    '/body/text',
  ]);
  expect(issues.filter(({ message }) => message === 'is yet to come')).toHaveLength(2);
  expect(await night.ports.journal.head('o1')).toBe(head);
});

it('an instant that is none is said once', async () => {
  const body = { text: 'x', source: 'person', alertedAt: 'soon', declarant: { phone: '+33 1 99 00 00 20' } };
  const headers = { 'idempotency-key': 'a-signal-without-instant' };
  const answer = await door.call('POST', '/api/v1/organisations/o1/signals', { token: tokenOf(), headers, body });
  expect(answer.body).toMatchObject({ issues: [{ pointer: '/body/alertedAt' }] });
});

it('the command line says both', async () => {
  const env = { VIGIE_URL: door.base, VIGIE_TOKEN: tokenOf(), VIGIE_ORG: 'o1', LANG: 'en_GB.UTF-8' };
  const flags = ['--text', 'x', '--at', '2027-01-01T00:00:00Z', '--email', 'nobody', '--name', 'A'];
  const { code, noted } = await vigie(['signal', ...flags], { env });
  expect(code).not.toBe(0);
  expect(noted).toMatch(/email/);
  expect(noted).toMatch(/alertedAt/);
});
