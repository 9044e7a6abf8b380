import { beforeEach, describe, expect, it } from '@jest/globals';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { openCase } from '../../../application/controllerCase/openCase';
import { listControllerCases, readControllerCase } from '../../../application/controllerCase/readCases';
import { authorityLimit } from '../../../domain/controllerCase/term';
import { HOUR_MS, plusMs } from '../../../domain/shared/instant';
import { commands, opening } from '../../fakes/caseStory';
import { createIncidentHouse, type IncidentHouse } from '../../fakes/incidentHouse';

const RECEIVED = '2026-05-13T08:00:00.000Z';

let house: IncidentHouse;

beforeEach(async () => {
  house = await createIncidentHouse();
});

async function open(own: Partial<ReturnType<typeof opening>>) {
  const given = opening({ receivedAt: RECEIVED, ...own });
  const written = await openCase({ ctx: house.manager, input: { key: house.newKey(), opening: given } });
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return written.value.id;
}

async function read(caseId: string) {
  const one = await readControllerCase({ ctx: house.dpo, input: { caseId } });
  if (!one.ok) throw new Error(JSON.stringify(one.error));
  return one.value;
}

describe.each(['thirdParty', 'authority'] as const)('a case of which a %s told us (domain rules 7.4)', (origin) => {
  const from = origin === 'authority' ? 'CNIL, service des violations' : 'Journaliste Fictif';

  it('runs from what was received, as any other, and says who told', async () => {
    const one = await read(await open({ origin, from }));
    expect(one).toMatchObject({ stage: 'RECEIVED', opened: { origin, from }, clock: { t0: RECEIVED } });
    expect(authorityLimit(one)?.strict).toBe(plusMs(RECEIVED, 72 * HOUR_MS));
  });

  it('asks nothing of a processor: none told us', async () => {
    const caseId = await open({ origin, from });
    const asked = await commandCase({
      ctx: house.director,
      input: { caseId, key: house.newKey(), command: commands['processor.ask'] },
    });
    expect(asked).toMatchObject({ error: { issues: [{ message: expect.stringMatching(/^no processor told us/) }] } });
    expect((await read(caseId)).processor.questions).toEqual([]);
  });

  it('was known earlier where that is said: the limit counts from then (rule E5)', async () => {
    const knownAt = '2026-05-12T08:00:00.000Z';
    expect((await read(await open({ origin, from, knownAt }))).clock.t0).toBe(knownAt);
  });
});

describe('the cases of one controller', () => {
  it('stand in one list, from whichever processor, each with its own limit; the newest first', async () => {
    const later = '2026-05-13T09:00:00.000Z';
    const host = await open({ from: 'Hébergeur Fictif' });
    const editor = await open({ from: 'Éditeur Fictif', receivedAt: later });
    const listed = await listControllerCases({ ctx: house.dpo, input: { limit: 10 } });
    if (!listed.ok) throw new Error(JSON.stringify(listed.error));
    expect(listed.value.map(({ id, opened, clock }) => [id, opened.from, clock.t0])).toEqual([
      [editor, 'Éditeur Fictif', later],
      [host, 'Hébergeur Fictif', RECEIVED],
    ]);
  });
});
