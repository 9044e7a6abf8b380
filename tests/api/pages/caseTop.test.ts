import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createNight, type Night } from '../../fakes/night';
import { openNightCase } from '../../fakes/nightCase';
import { openNightDoor } from '../../fakes/nightDoor';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let text: string;
beforeAll(async () => {
  night = await createNight();
  night.at('2026-03-28T02:12:00.000Z');
  const caseId = await openNightCase(night);
  door = await openNightDoor(night);
  ({ text } = await door.read('sacha', `/cases/${caseId}`));
}, 60_000);
afterAll(() => door.stop());

it('a case begins with what waits for an answer and what is still to be decided, each once', () => {
  const heads = [...text.matchAll(/<h2[^>]*>([^<]+)<\/h2>/g)].map(([, head]) => head);
  const places = [
    'Ce qui attend une réponse',
    'Ce qui reste à faire avant de clore',
    'Risque pour les personnes',
    'Ce qui a été signalé',
  ];
  expect(heads.filter((head) => places.includes(head ?? ''))).toEqual(places);
  const waiting = text.slice(text.indexOf('id="att"'), text.indexOf('id="reste"'));
  expect(waiting.match(/<p class="said">/g)?.length).toBeGreaterThanOrEqual(3);
});

it('what was received is folded: plain details, who and when in sight', () => {
  const told = text.slice(text.indexOf('id="recu"'));
  expect(told).toMatch(/<details class="card"><summary>[^<]*Hébergeur Exemple/);
});
