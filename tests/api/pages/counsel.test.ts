import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractFor } from '../../../application/journal/extractFor';
import { readEnvelope } from '../../../application/notice/readEnvelope';
import { screensOf } from '../../browser/screens';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

const SECRET = 'SECRET-CONSEIL-7Q';
let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let paths: string[];
let caseId: string;
const api = async (who: 'ines' | 'paul' | 'sacha', path: string, body?: object) => {
  const token = told.night.people.get(who)?.token ?? '';
  const headers = body === undefined ? {} : { 'idempotency-key': `key-${path.length}-${who}` };
  const method = body === undefined ? 'GET' : 'POST';
  const answer = await door.call(method, `/api/v1/organisations/o1${path}`, { token, headers, body });
  return { status: answer.status, text: JSON.stringify(answer) + answer.text };
};

beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
  const screens = await screensOf(told);
  paths = screens.filter(({ who }) => who !== 'guest').map(({ path }) => path);
  caseId = /^\/cases\/([^/]+)$/.exec(paths.find((path) => /^\/cases\/[0-9a-f-]{36}$/.test(path)) ?? '')?.[1] ?? '';
});
afterAll(() => door.stop());

const incident = () => `/incidents/${told.stolen.id}`;

describe('notes of counsel (F41)', () => {
  it('are written on an incident and on a case, by page and by REST', async () => {
    const note = { class: 'counsel', text: `${SECRET} page` };
    for (const path of [`${incident()}/note`, `/cases/${caseId}/note`]) {
      const sent = await door.send('sacha', path, note);
      expect([path, sent.status]).toEqual([path, 303]);
    }
    for (const path of [`${incident()}/notes`, `/cases/${caseId}/notes`]) {
      const sent = await api('sacha', path, { class: 'counsel', text: `${SECRET} REST` });
      expect([path, sent.status]).toEqual([path, 200]);
    }
    const types = (await told.night.ports.journal.readWindow('o1', 0, 5_000)).filter(({ type }) =>
      type.includes('note'),
    );
    expect(types.filter(({ fields }) => fields['class']?.value === 'counsel')).toHaveLength(4);
  });

  it('are read by whoever may, in the story, in the journal and by REST', async () => {
    expect((await door.read('sacha', `${incident()}?all=1`)).text).toContain(SECRET);
    expect((await door.read('sacha', `/cases/${caseId}`)).text).toContain(SECRET);
    expect((await api('sacha', incident())).text).toContain(SECRET);
    expect((await api('sacha', `/cases/${caseId}`)).text).toContain(`${SECRET} REST`);
  });

  it('stand on no page and in no answer for anybody else', async () => {
    for (const who of ['ines', 'paul'] as const) {
      for (const path of [...paths, `${incident()}?all=1`, '/journal']) {
        const page = await door.read(who, path);
        expect([who, path, page.text.includes(SECRET)]).toEqual([who, path, false]);
      }
      for (const path of [incident(), `/cases/${caseId}`, '/journal', '/incidents', '/cases', '/clocks']) {
        expect([path, (await api(who, path)).text.includes(SECRET)]).toEqual([path, false]);
      }
    }
  });

  it('stand in nothing that leaves: extract, proof of a notice, letter, message, sheet, whoever asks', async () => {
    const { night, stolen } = told;
    const notice = await night.ports.projections.read('o1', 'notice', stolen.val);
    const { partyId = '' } = notice?.opened ?? {};
    const ctx = night.as('sacha');
    await night.signNow();
    const extract = await extractFor({ ctx, input: { partyId, noticeIds: [stolen.val] } });
    if (!extract.ok) throw new Error(extract.error.code);
    let text = '';
    for await (const line of extract.value) text += line;
    const envelope = await readEnvelope({ ctx, input: { noticeId: stolen.val, version: 1, contactId: 'c1' } });
    if (envelope.ok) text += envelope.value.text;
    for (const path of [
      `/cases/${caseId}/sheet?type=complete`,
      `/cases/${caseId}/message`,
      `${incident()}/notices/${stolen.val}`,
    ]) {
      text += (await door.read('sacha', path)).text;
    }
    expect(text.length).toBeGreaterThan(1_000);
    expect(text).not.toContain(SECRET);
  });
});
