import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { proposeAmendment } from '../../../application/agreement/proposeAmendment';
import { issueSigningLink } from '../../../application/agreement/signingLinks';
import { AmendedAnnex1 } from '../../../domain/agreement/annex1';
import { createNight, type Night, taken } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';

const annex = JSON.parse(readFileSync(join(__dirname, '../../../fixtures/agreement-slime.json'), 'utf8'));
let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
  const { signatures: _signed, ...rest } = annex;
  const document = AmendedAnnex1.parse({
    ...rest,
    version: 2,
    terms: { ...annex.terms, requests: { workingDays: 3 } },
  });
  const input = { agreementId: night.agreements.val, key: 'amend', document };
  taken(await proposeAmendment({ ctx: night.as('alix'), input }));
});
afterAll(() => door.stop());

const shown = async () => {
  const { text } = await door.read('alix', `/agreements/${night.agreements.val}`);
  return /<ul class="ticks" id="signing">.*?<\/ul>/s.exec(text)?.[0] ?? '';
};

it('an amendment shows who has not signed and that no link has left', async () => {
  const state = await shown();
  expect(state.match(/n’a pas encore signé/g)).toHaveLength(2);
  expect(state).toContain('Aucun lien pour signer');
});

it('a link shows to whom and when it left, and until when it opens', async () => {
  const input = { agreementId: night.agreements.val, key: 'link', contactId: 'c1' };
  taken(await issueSigningLink({ ctx: night.as('alix'), input }));
  const sentAt = night.clock.now.toISOString();
  const open = await shown();
  expect(open).toContain('Lien pour signer adressé à Dominique Essai');
  expect(open).toContain(`datetime="${sentAt}"`);
  expect(open).toMatch(/ouvert, jusqu’au <time datetime="2026-04-26/);
  expect(open).not.toContain('Aucun lien');
});

it('a side that has signed shows who and when', async () => {
  const path = `/agreements/${night.agreements.val}`;
  expect((await door.send('alix', path, { name: 'Alix Modèle', function: 'Direction' })).status).toBe(303);
  expect(await shown()).toMatch(/Alix Modèle, Direction, <time/);
  expect((await shown()).match(/n’a pas encore signé/g)).toHaveLength(1);
});

it('a link that has expired says so', async () => {
  night.at('2026-04-27T07:00:00.000Z');
  await door.stop();
  door = await openNightDoor(night); // the session of a month ago has ended
  expect(await shown()).toMatch(/expiré depuis le <time datetime="2026-04-26/);
});
