import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { openCase } from '../../../application/controllerCase/openCase';
import { uploadRecipients } from '../../../application/controllerCase/uploadRecipients';
import { previewDraft, readPersonsTexts } from '../../../application/controllerCase/personsTexts';
import { FIRST_NAMES } from '../../../application/organisation/firstNames';
import { eraseField } from '../../../application/journal/eraseField';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { RecordNeed } from '../../../domain/controllerCase/recordRegion';
import { createTexts } from '../../../templates/createTexts';
import { excusing } from '../../fakes/excusing';
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
    const left = RecordNeed.options.filter((field) => !['natures', 'data', 'harms'].includes(field));
    must(await act({ ...commands['record.excuse'], groups: excusing(left, 'x') }));
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

describe('a look at the message before it is frozen', () => {
  const preview = async () => {
    const { fr, en, measuresFr, measuresEn } = draft;
    return must(await previewDraft({ ctx: house.dpo, input: { caseId, written: { fr, en, measuresFr, measuresEn } } }));
  };

  it('shows what would be frozen, in both languages, and keeps nothing', async () => {
    const shown = await preview();
    expect(await texts()).toEqual([]);
    must(await act(draft));
    const frozen = await texts();
    expect(shown.map(({ text, language }) => `${text} ${language}`)).toEqual(
      frozen.map(({ text, language }) => `${text} ${language}`),
    );
    for (const [at, { shown: seen }] of shown.entries()) {
      expect(frozen[at]?.shown?.subject).toBe(seen.subject);
      expect(frozen[at]?.shown?.text.slice(0, 400)).toBe(seen.text.slice(0, 400));
    }
  });

  it('tells the data of the assessment where the record says nothing of them', async () => {
    must(await act({ kind: 'record.change', change: { data: null, sensitive: null, harms: null } }));
    expect((await preview())[0]?.shown.text).toContain('vos coordonnées');
  });
});

describe('names that the first start made up', () => {
  const call = (name: string) => {
    const { projections } = house.engine.ports;
    const read = projections.read.bind(projections) as (...of: unknown[]) => Promise<object | null>;
    const named = async (orgId: string, kind: string, id: string) => {
      const found = await read(orgId, kind, id);
      return kind === 'organisation' ? { members: [], tokens: [], timeZone: 'Europe/Paris', ...found, name } : found;
    };
    projections.read = named as typeof projections.read;
  };

  it('are in no text that is frozen: it is said what to do, and the look shows them', async () => {
    call(FIRST_NAMES.fr.organisation);
    expect(await act(draft)).toMatchObject({
      error: { issues: [{ message: expect.stringMatching(/^give the organisation its name first/) }] },
    });
    expect(await texts()).toEqual([]);
    const { fr, en, measuresFr, measuresEn } = draft;
    const written = { fr, en, measuresFr, measuresEn };
    const shown = must(await previewDraft({ ctx: house.dpo, input: { caseId, written } }));
    expect(shown[0]?.shown.text).toContain(FIRST_NAMES.fr.organisation);
  });

  it('that were frozen before the organisation had a name do not leave: the message is written anew', async () => {
    const { freeze } = house.engine.ports.texts;
    house.engine.ports.texts.freeze = (name, language, data) =>
      freeze(name, language, { ...data, head: { ...data.head, sender: FIRST_NAMES.fr.organisation } });
    must(await act(draft));
    const test = async () => ({ accepted: false as const, replyCode: null, step: '' });
    house.engine.ports.relay = { name: 'relay', fingerprint: 'f', test };
    async function* bytes() {
      yield Buffer.from('email\na@b.example\n');
    }
    const input = { caseId, key: house.newKey(), bytes: bytes() };
    const { listId } = must(await uploadRecipients({ ctx: house.dpo, input }));
    const command = { kind: 'persons.send' as const, listId, concerned: null };
    const sent = await act(command);
    expect(sent).toMatchObject({ error: { issues: [{ message: expect.stringMatching(/write it anew$/) }] } });
    house.engine.ports.texts.freeze = freeze;
    must(await act(draft));
    must(await act(command));
  });

  it('as the contact of the persons are refused too', async () => {
    const dpo = { name: FIRST_NAMES.fr.person, email: 'dpo@exemple.fr', phone: null };
    must(await act({ kind: 'record.change', change: { dpo } }));
    expect(await act(draft)).toMatchObject({
      error: { issues: [{ message: expect.stringMatching(/^give the contact of the persons a true name/) }] },
    });
  });
});
