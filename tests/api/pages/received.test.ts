import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { recordAgreement } from '../../../application/agreement/recordAgreement';
import { recordParty } from '../../../application/party/recordParty';
import { openCase } from '../../../application/controllerCase/openCase';
import { listControllerCases } from '../../../application/controllerCase/readCases';
import { readEnvelope } from '../../../application/notice/readEnvelope';
import { sendVersion } from '../../../application/notice/sendVersion';
import { openNightDoor } from '../../fakes/nightDoor';
import { createNight, type Night } from '../../fakes/night';
import { OpenCase } from '../../../domain/controllerCase/commands';
import { annex1 } from '../../fakes/agreements';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { must } from '../../fakes/realHouse';
import { becomeAware, hour, send, T0 } from '../../fakes/threeControllers';

const MADE = '2026-03-27T09:20:42.000Z';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
/** A notice of another installation: its proof as its page gives it, and the key of its sender. */
let proof: string;
let key: string;
let sender: Awaited<ReturnType<typeof createNoticeHouse>>;
let noticeId: string;

beforeEach(async () => {
  sender = await createNoticeHouse(T0);
  await becomeAware(sender);
  ({ id: noticeId } = await sender.noticeOf('val'));
  sender.clock.now = new Date(MADE);
  await send(sender, noticeId);
  await sender.settle(noticeId, hour(0));
  proof = await proofOf(1);
  key = await sender.ports.proofs.notary.verifierKey('o1');
  night = await createNight();
  night.at(hour(1));
  door = await openNightDoor(night);
});
afterEach(() => door.stop());

const proofOf = async (version: number): Promise<string> =>
  must(await readEnvelope({ ctx: sender.as('ines', ['O']), input: { noticeId, version, contactId: 'c1' } })).text;

/** Proof of a supplement to the same notice. */
async function second(): Promise<string> {
  const items = { c: { answer: 'cannotBeDetermined' as const, reason: 'journaux perdus' } };
  const command = { kind: 'supplement' as const, items };
  await sender.settle(noticeId, MADE);
  must(await sendVersion({ ctx: sender.as('ines', ['O']), input: { noticeId, key: 'more', command } }));
  await sender.settle(noticeId, hour(1));
  return proofOf(2);
}

const record = () =>
  recordParty({
    ctx: night.as('sacha'),
    input: { key: 'party', record: { role: 'processor', name: 'Slime SAS', key } },
  });
const answers = { receivedAtNow: 'yes', certain: 'yes', text: 'Un classeur est parti.' };
const bring = (envelope: string, more: Record<string, string> = {}) =>
  door.send('ines', '/cases/received', { ...answers, envelope, ...more });
const cases = async () => must(await listControllerCases({ ctx: night.as('sacha'), input: { limit: 10 } }));

describe('a signed proof on the page of what was received', () => {
  it('opens the case, pasted with the line ends of a browser', async () => {
    must(await record());
    const sent = await bring(proof.replaceAll('\n', '\r\n'));
    expect(sent.status).toBe(303);
    const [one] = await cases();
    expect(sent.headers.get('location')).toBe(`/o/o1/cases/${one?.id}`);
    expect(one?.told).toMatchObject([{ from: 'Slime SAS', version: 1, envelopeHash: expect.any(String) }]);
    const again = await bring(proof);
    expect(again.headers.get('location')).toBe(`/o/o1/cases/${one?.id}?again=1`);
    expect((await cases()).length).toBe(1);
  });

  it('is one form, however often it is sent: later the same, and with another proof or other words refused', async () => {
    must(await record());
    const { text } = await door.read('ines', '/cases/received');
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      origin: door.base,
      cookie: await door.cookieOf('ines'),
    };
    const fields = { ...answers, envelope: proof, _csrf: hidden('_csrf'), _key: hidden('_key') };
    const post = (more: Record<string, string> = {}) =>
      door.call('POST', '/o/o1/cases/received', {
        headers,
        raw: new URLSearchParams({ ...fields, ...more }).toString(),
      });
    const first = await post();
    night.at(hour(1.1));
    const [one] = await cases();
    expect([first, await post()].map((sent) => sent.headers.get('location'))).toEqual([
      `/o/o1/cases/${one?.id}`,
      `/o/o1/cases/${one?.id}?again=1`,
    ]);
    const seq = (await cases())[0]?.seq;
    const later = await second();
    for (const more of [{ envelope: later }, { text: 'Deux classeurs.' }]) {
      expect((await post(more)).status).toBe(409);
    }
    expect((await cases()).map((now) => now.seq)).toEqual([seq]);
  });

  it('asks no words that the proof holds already', async () => {
    must(await record());
    expect((await bring(proof, { text: '' })).status).toBe(303);
    const [one] = await cases();
    expect(one?.told[0]?.text).toBe(one?.record.description);
    expect(one?.told[0]?.text).toEqual(expect.stringMatching(/\w{3}/));
  });

  it('asks for the contract as it stood at the receipt that was typed', async () => {
    must(await record());
    for (const reference of ['C-1', 'C-2']) {
      const ended = { inForceFrom: '2020-01-01', endsOn: '2026-03-27' };
      const document = { ...annex1, ...ended, reference, processor: { ...annex1.processor, name: 'Slime SAS' } };
      must(await recordAgreement({ ctx: night.as('sacha'), input: { key: reference, document } }));
    }
    night.at('2026-03-29T10:00:00.000Z');
    expect((await door.read('ines', '/cases/received')).text).not.toContain('name="agreementId"');
    const then = { receivedAtNow: '', receivedAt: '2026-03-27T11:25' };
    const sent = await bring(proof, then);
    expect([sent.status, sent.text.includes('name="agreementId"')]).toEqual([400, true]);
    const [, agreementId = ''] = /<option value="([^"]+)"[^>]*>C-2/.exec(sent.text) ?? [];
    expect((await bring(proof, { ...then, agreementId })).status).toBe(303);
    expect((await cases())[0]?.opened.agreementId).toBe(agreementId);
  });

  it('asks whether it is of a case that was opened by hand, and joins it', async () => {
    must(await record());
    const said = { origin: 'processor', receivedAt: hour(0.9), from: 'Slime', text: 'Par téléphone.', certain: true };
    const opening = OpenCase.parse(said);
    const { id } = must(await openCase({ ctx: night.as('sacha'), input: { key: 'hand', opening } }));
    expect((await door.read('ines', '/cases/received')).text).toContain(`value="${id}"`);
    expect((await bring(proof)).status).toBe(400);
    expect((await bring(proof, { caseId: id })).headers.get('location')).toBe(`/o/o1/cases/${id}`);
    expect(await cases()).toMatchObject([{ id, told: [{}, { version: 1 }] }]);
    expect((await door.read('ines', '/cases/received')).text).not.toContain('name="caseId"');
  });

  it('opens it chosen as a file', async () => {
    must(await record());
    const page = (await door.read('ines', '/cases/received')).text;
    expect(page).toContain('enctype="multipart/form-data"');
    const [, csrf = ''] = /name="_csrf" value="([^"]*)"/.exec(page) ?? [];
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...answers, _csrf: csrf, envelope: '' })) form.append(name, value);
    form.append('envelopeFile', new Blob([proof]), 'avis.jsonl');
    const cookie = await door.cookieOf('ines');
    const sent = await fetch(`${door.base}/o/o1/cases/received`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: door.base },
      body: form,
    });
    expect(sent.status).toBe(303);
    expect((await cases()).length).toBe(1);
  });

  it.each([
    ['of a sender whose key is not recorded', () => proof, 'n’est pas inscrite'],
    ['that was changed', () => proof.replace('"version":1', '"version":2'), 'a été modifiée'],
    ['whose seal was written anew', () => proof.replace('{"seal":', '{ "seal":'), 'a été modifiée'],
    ['that is none', () => 'bonjour', 'n’est pas une preuve signée'],
  ])('%s is refused with what to do, and nothing is written', async (_name, text, words) => {
    if (words !== 'n’est pas inscrite') must(await record());
    const before = await night.ports.journal.head('o1');
    const refused = await bring(text());
    expect(refused.status).toBe(400);
    expect(refused.text).toContain(words);
    expect(refused.text).toContain('href="/o/o1/parties"');
    expect(refused.text).toContain('Un classeur est parti.');
    expect(await night.ports.journal.head('o1')).toBe(before);
  });

  it('sealed by another key of that name is called a forgery', async () => {
    const other = await createNoticeHouse(T0);
    key = await other.ports.proofs.notary.verifierKey('o1');
    must(await record());
    expect((await bring(proof)).text).toContain('est un faux, ou leur clé a changé');
    expect(await cases()).toEqual([]);
  });

  it('as a later version takes neither since when it was known nor what was lost: the case says where', async () => {
    must(await record());
    expect((await bring(proof)).status).toBe(303);
    const [opened] = await cases();
    const late = { knownAt: '2026-03-27T10:00', 'nature.integrity': 'integrity' };
    const supplement = await second();
    const refused = await bring(supplement, late);
    expect(refused.status).toBe(400);
    for (const words of ['Le dossier est déjà ouvert', '#f-knownAt', '#f-nature'])
      expect(refused.text).toContain(words);
    expect((await cases())[0]?.revision).toBe(opened?.revision);
    expect((await bring(supplement)).status).toBe(303);
    expect((await cases())[0]?.told.map(({ version }) => version)).toEqual([1, 2]);
  });

  it('was not received before it was signed; within that minute it was then', async () => {
    must(await record());
    const early = await bring(proof, { receivedAtNow: '', receivedAt: '2026-03-27T10:19' });
    expect([early.status, early.text.includes('signature de la preuve')]).toEqual([400, true]);
    expect((await bring(proof, { receivedAtNow: '', receivedAt: '2026-03-27T10:20' })).status).toBe(303);
    expect((await cases())[0]?.opened.receivedAt).toBe(MADE);
  });
});

describe('what a notice that was received is to us (ADR 0042)', () => {
  it.each([
    ['controller', '/o/o1/cases/received'],
    ['processor', '/o/o1/sub-notice'],
  ])('is asked, and leads on: %s', async (as, led) => {
    expect((await door.read('ines', '/received')).text).toContain('value="processor"');
    expect((await door.send('ines', '/received', { as })).headers.get('location')).toBe(led);
    expect((await door.send('ines', '/received', {})).status).toBe(400);
  });

  it('of a sub-processor, its proof opens an incident that its next version joins', async () => {
    const role = 'subProcessor' as const;
    must(
      await recordParty({ ctx: night.as('sacha'), input: { key: 'party', record: { role, name: 'Slime SAS', key } } }),
    );
    expect((await bring(proof)).status).toBe(400);
    const said = {
      ...answers,
      chain: 'Slime SAS',
      toldBy: 'Sam, astreinte',
      phone: '+33 1 99 00 00 33',
      certain: 'no',
    };
    const tell = (envelope: string) => door.send('ines', '/sub-notice', { ...said, envelope });
    const first = (await tell(proof)).headers.get('location') ?? '';
    expect(first).toMatch(/^\/o\/o1\/incidents\/[\w-]+$/);
    expect((await tell(proof)).headers.get('location')).toBe(`${first}?again=1`);
    night.at(hour(2));
    expect((await tell(await second())).headers.get('location')).toBe(first);
    const page = (await door.read('ines', first.replace('/o/o1', ''))).text;
    expect(page.match(/Preuve signée/g)).toHaveLength(2);
    expect(await cases()).toEqual([]);
  });
});
