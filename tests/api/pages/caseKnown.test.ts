import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { approveCase, commandCase } from '../../../application/controllerCase/commandCase';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { commands } from '../../fakes/caseStory';
import { createNight, type Night } from '../../fakes/night';
import { openNightCase } from '../../fakes/nightCase';
import { openNightDoor } from '../../fakes/nightDoor';
import { must } from '../../fakes/realHouse';

const LATER = 'Un second fichier était joint.';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let caseId: string;
let decided: number;
let voice: number;
beforeAll(async () => {
  night = await createNight();
  night.at('2026-03-28T02:12:00.000Z');
  caseId = await openNightCase(night);
  const act = async (command: CaseCommand) =>
    must(await commandCase({ ctx: night.as('sacha'), input: { caseId, key: randomUUID(), command } }));
  night.at('2026-03-28T02:40:00.000Z');
  await act({ ...commands['told.add'], text: LATER, receivedAt: '2026-03-28T02:20:00.000Z' });
  const asked = (await night.ports.projections.read(night.orgId, 'controllerCase', caseId))?.approvals.at(-1);
  const yes = { caseId, key: 'yes', requestId: asked?.requestId ?? '' };
  voice = must(await approveCase({ ctx: night.as('alix'), input: yes })).seq;
  await act(commands['risk.score']);
  const one = await night.ports.projections.read(night.orgId, 'controllerCase', caseId);
  decided = one?.decisions.at(-1)?.seq ?? 0;
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

const then = () => `/cases/${caseId}/known/${decided}`;

it('a decision on the risk is read as known at its hour: what was told, or done, later is not in it', async () => {
  const now = await door.read('sacha', `/cases/${caseId}`);
  expect(now.text).toContain(LATER);
  expect(now.text).toContain(`href="/o/${night.orgId}${then()}"`);
  const { status, text } = await door.read('sacha', then());
  expect(status).toBe(200);
  for (const words of ['Risque élevé', 'Vous lisez ce qui était connu le', '72']) expect(text).toContain(words);
  for (const words of [LATER, 'FR-1']) expect(text).not.toContain(words);
});

it('it is for reading: nothing on it leads to an act, in either language', async () => {
  const main = async (language: 'fr' | 'en') => {
    const { text } = await door.read('sacha', then(), language);
    return text.slice(text.indexOf('<main'), text.indexOf('</main>'));
  };
  for (const language of ['fr', 'en'] as const) {
    expect(await main(language)).not.toMatch(/<form|<button/);
    const links = [...(await main(language)).matchAll(/href="([^"#]+)"/g)].map(([, href]) => href);
    expect(new Set(links)).toEqual(new Set([`/o/${night.orgId}/cases`, `/o/${night.orgId}/cases/${caseId}`]));
  }
  expect(await main('en')).toContain('This page is for reading only');
});

it('the journal leads there from the decision, and from no mere addition', async () => {
  const { text } = await door.read('sacha', '/journal?kind=all');
  const row = (seq: number) => text.slice(text.indexOf(`id="e${seq}"`)).split('</tr>')[0];
  expect(row(decided)).toContain(then());
  expect(row(decided + 2)).not.toContain('/known/'); // the authority's question
});

it('what two persons decided is read as known at the last voice, from the journal', async () => {
  const { text } = await door.read('sacha', '/journal?kind=all');
  const row = text.slice(text.indexOf(`id="e${voice}"`)).split('</tr>')[0];
  expect(row).toContain(`/cases/${caseId}/known/${voice}`);
  const page = await door.read('sacha', `/cases/${caseId}/known/${voice}`);
  expect(page.status).toBe(200);
  expect(page.text).toContain('21:30'); // the hour of awareness that it corrected, in Paris
  expect((await door.read('sacha', then())).text).not.toContain('21:30');
});

it('an entry that is not one of this case is refused, and who may not read the journal has no link', async () => {
  expect((await door.read('sacha', `/cases/${caseId}/known/1`)).status).toBe(404);
  expect((await door.read('ines', then())).status).toBe(403);
  expect((await door.read('ines', `/cases/${caseId}`)).text).not.toContain('/known/');
});

it('REST reads the same by the number of the entry, or by an instant, not by both', async () => {
  const headers = { authorization: `Bearer ${night.people.get('sacha')?.token}` };
  const at = `/api/v1/organisations/${night.orgId}/cases/${caseId}`;
  const read = async (query: string) => door.call('GET', `${at}${query}`, { headers });
  const known = JSON.parse((await read(`?knownEntry=${decided}`)).text);
  expect([known.told.length, known.decisions.length, known.authorities.length]).toEqual([1, 1, 0]);
  expect(JSON.parse((await read('')).text).told).toHaveLength(2);
  expect((await read(`?knownEntry=${decided}&knownAt=2026-03-28T02:12:00Z`)).status).toBe(400);
  expect((await read('?knownEntry=1')).status).toBe(404);
});
