import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { reportEvent } from '../../../application/incident/reportEvent';
import { Signal } from '../../../domain/incident/commands';
import { createNight, type Night, taken } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
  night.at('2026-03-27T12:00:00.000Z');
});
afterAll(() => door.stop());

async function declareForm(kind: 'theft' | 'intrusion' | 'unspecified') {
  const alertedAt = '2026-03-27T11:00:31.000Z';
  const signal = Signal.parse({
    text: 'Un poste volé',
    source: 'person',
    alertedAt,
    looksLike: kind,
    declarant: { phone: '1' },
  });
  const reported = taken(await reportEvent({ ctx: night.as('ines'), input: { key: randomUUID(), signal } }));
  const { id } = reported;
  await night.command('ines', id, { kind: 'triage.start', firstFacts: null });
  const { text } = await door.read('paul', `/incidents/${id}/declare`);
  return { chosen: /<option value="(\w*)" selected/.exec(text)?.[1] ?? null, text };
}

it.each([
  ['theft', 'deviceLostOrStolen'],
  ['intrusion', 'intrusion'],
] as const)(
  'a signal of kind %s begins the declaration with it, and says where it comes from',
  async (kind, chosen) => {
    const form = await declareForm(kind);
    expect(form.chosen).toBe(chosen);
    expect(form.text).toContain('D’après le signalement');
  },
);

it('where the signal says none, nobody has chosen', async () => {
  const form = await declareForm('unspecified');
  expect(form.chosen).toBe('');
  expect(form.text).not.toContain('D’après le signalement');
});
