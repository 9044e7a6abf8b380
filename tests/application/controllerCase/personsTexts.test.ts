import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { openCase } from '../../../application/controllerCase/openCase';
import { readPersonsTexts } from '../../../application/controllerCase/personsTexts';
import { eraseField } from '../../../application/journal/eraseField';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { createTexts } from '../../../templates/createTexts';
import { commands, opening } from '../../fakes/caseStory';
import { createIncidentHouse, type IncidentHouse } from '../../fakes/incidentHouse';
import { must } from '../../fakes/realHouse';

let house: IncidentHouse;
let caseId: string;

const received = '2026-05-13T08:00:00.000Z';
const draft = { ...commands['persons.draft'], en: 'A binder was sent by mistake.' };
const act = (command: CaseCommand, ctx = house.director) =>
  commandCase({ ctx, input: { caseId, key: house.newKey(), command } });
const texts = async () => must(await readPersonsTexts({ ctx: house.dpo, input: { caseId } }));

beforeEach(async () => {
  house = await createIncidentHouse();
  house.engine.ports.texts = createTexts(
    () => Promise.reject(new Error('nothing is printed')),
    () => undefined,
  );
  const given = opening({ receivedAt: received });
  caseId = must(await openCase({ ctx: house.manager, input: { key: 'open', opening: given } })).id;
  must(await act(commands.qualify, house.dpo));
  must(
    await act({
      kind: 'record.change',
      change: { data: ['contact-details'], sensitive: ['health'], harms: ['fraud'] },
    }),
  );
  must(await act(commands['risk.score'], house.dpo));
  must(await act(commands['risk.decide']));
});

describe('what the persons are told (GDPR Art 34(2); wordings D and E)', () => {
  it('is frozen in each language that was written, to each and to the public, under the hash that the journal holds', async () => {
    must(await act(draft));
    const read = await texts();
    expect(read.map(({ text, language }) => `${text} ${language}`)).toEqual([
      'message fr',
      'publicNotice fr',
      'message en',
      'publicNotice en',
    ]);
    const { documents } = house.engine.ports;
    for (const { documentId, shown } of read) {
      const kept = await documents.get(house.engine.orgId, caseId, documentId);
      expect(
        createHash('sha256')
          .update(kept?.bytes ?? '')
          .digest('hex'),
      ).toBe(documentId);
      expect(shown?.text).toContain(documentId);
    }
  });

  it('says what happened, which data, what may come of it, what was done, what to do, whom to ask, which rights', async () => {
    must(await act(draft));
    const said = (await texts())[0]?.shown?.text.replaceAll(/\s+/g, ' ') ?? '';
    const inOrder = [
      'Que s’est-il passé ?',
      'Un classeur a été envoyé par erreur.',
      'vos coordonnées',
      'votre santé',
      'tente de vous tromper',
      'Il a été repris.',
      'Méfiez-vous',
      'sacha',
      'CNIL',
    ].map((words) => said.toLowerCase().indexOf(words.toLowerCase()));
    expect(inOrder.filter((at) => at < 0)).toEqual([]);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
  });

  it('is not changed by what is recorded later: a new draft is another text with another hash', async () => {
    must(await act(draft));
    const before = await texts();
    must(await act({ kind: 'record.change', change: { data: ['financial-or-economic'] } }));
    expect(await texts()).toEqual(before);
    must(await act(draft));
    expect((await texts())[0]?.documentId).not.toBe(before[0]?.documentId);
  });

  it('is refused while nobody is known whom they could contact (Art 33(3)(b))', async () => {
    house.engine.ports.people.withRoles = async () => [];
    expect(await act(draft)).toMatchObject({ error: { code: 'input.invalid', issues: [{ pointer: '' }] } });
    const dpo = { name: 'Sacha Gabarit', email: 'dpo@agglo.example', phone: null };
    must(await act({ kind: 'record.change', change: { dpo } }));
    must(await act(draft));
    expect((await texts())[0]?.shown?.text).toContain('dpo@agglo.example');
  });

  it('goes with its words once the case is closed: the hash stays', async () => {
    must(await act(draft));
    must(await act({ ...commands['persons.tell'], toldAt: house.engine.ports.now().toISOString() }));
    must(await act({ ...commands['authority.file'], type: 'complete', sentAt: received }));
    const entries = await house.engine.ports.journal.readSubject(
      house.engine.orgId,
      { kind: 'controllerCase', id: caseId },
      0,
    );
    const seq = entries.find(({ type }) => type === 'persons.drafted')?.seq ?? 0;
    const erase = { seq, names: ['fr', 'measuresFr'], ground: 'retentionEnded' as const, key: 'erase' };
    must(await eraseField({ ctx: house.dpo, input: erase }));
    expect((await texts())[0]?.shown).not.toBeNull();
    must(await act(commands['regime.exclude']));
    must(await act(commands['case.close']));
    expect(await texts()).toMatchObject([{ documentId: expect.any(String), shown: null }, {}, {}, {}]);
  });

  it('is read by nobody from outside', async () => {
    const outside = { ...house.dpo, roles: ['CC' as const] };
    expect(await readPersonsTexts({ ctx: outside, input: { caseId } })).toMatchObject({
      error: { code: 'actor.forbidden' },
    });
  });
});
