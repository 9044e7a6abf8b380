import { beforeEach, describe, expect, it } from '@jest/globals';
import { loadCase } from '../../../application/notice/readCase';
import { sendVersion } from '../../../application/notice/sendVersion';
import { seenOf } from '../../../application/notice/tellingOf';
import { versionLetter } from '../../../application/notice/versionLetter';
import type { VersionText } from '../../../domain/notice/decideVersion';
import { contactsOf } from '../../../domain/agreement/contacts';
import { annexOf, createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { items } from '../../fakes/noticeStory';
import { becomeAware, hour, T0 } from '../../fakes/threeControllers';

let house: House;
let noticeId: string;

beforeEach(async () => {
  house = await createNoticeHouse(T0);
  await becomeAware(house);
  noticeId = (await house.noticeOf('val')).id;
});

async function theCase() {
  const read = await loadCase(house.engine, noticeId);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

/** The first contact's letter without what is true of the instant of sending alone. */
async function theLetter(): Promise<unknown> {
  const read = await theCase();
  const [recipient] = contactsOf(read.agreement);
  if (recipient === undefined) throw new Error('nobody');
  const text: VersionText = {
    number: 1,
    kind: 'initial',
    automatic: false,
    provisional: read.incident.clock.status !== 'confirmed',
    toldCertain: false,
    items,
    promises: [],
    lateReason: null,
  };
  const copy = { recipient, link: 'https://vigie.example/n/x', author: null, checkpoint: null, now: new Date(T0) };
  return versionLetter(read, text, copy);
}

const incident = (type: string, values: object) => () => house.write('incident', 'i1', { type, values });
const measure = (agreementId: string | null) => ({
  measureId: 'm1',
  kind: 'contain',
  status: 'taken',
  at: T0,
  agreementId,
  what: 'Poste isolé.',
  owner: null,
  recoveredData: null,
});
const corrected = {
  awareAt: hour(-1),
  detectedAt: hour(-2),
  nature: ['availability'],
  reason: 'relu',
  breakGlassReason: null,
};
const send = async (seen: { revision: number; stamp: string }, key = 'mine') =>
  sendVersion({ ctx: house.as('ines', ['O']), input: { noticeId, key, command: { kind: 'send', items }, seen } });

describe('what came in since a letter was shown', () => {
  it.each<[string, string[], () => Promise<unknown>]>([
    [
      'a fact of the incident',
      ['facts'],
      incident('facts.recorded', { agreementId: null, cause: 'external-malicious' }),
    ],
    [
      'systems of this controller',
      ['facts'],
      incident('facts.recorded', { agreementId: 'val', systems: ['Poste 12'] }),
    ],
    ['a measure of this controller', ['measures'], incident('measure.added', measure('val'))],
    ['a corrected awareness', ['chronology'], incident('aware.corrected', corrected)],
  ])('%s makes the letter another one, and sending is refused with what changed', async (_what, letter, happens) => {
    const seen = seenOf(await theCase());
    const before = await theLetter();
    await happens();
    expect(await theLetter()).not.toEqual(before);
    const { revision } = seen;
    const refusal = { ok: false, error: { code: 'revision.stale', current: revision, changed: [], letter } };
    expect(await send(seen)).toEqual(refusal);
    expect((await house.noticeOf('val')).versions).toEqual([]);
    expect(await send(seenOf(await theCase()))).toMatchObject({ ok: true, value: { created: true } });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a note', incident('note.added', { noteId: 'n', class: 'general', text: 'vu' })],
    ['a fact of another controller', incident('facts.recorded', { agreementId: 'aube', systems: ['Serveur'] })],
    ['a measure of another controller', incident('measure.added', measure('aube'))],
    ['a measure of the common part', incident('measure.added', measure(null))],
  ])('%s leaves the letter as it was, and refuses nobody', async (_what, happens) => {
    const seen = seenOf(await theCase());
    const before = await theLetter();
    await happens();
    expect(await theLetter()).toEqual(before);
    expect(await send(seen)).toMatchObject({ ok: true, value: { created: true } });
  });

  it('another version of the contract is one, with its recipients', async () => {
    const seen = seenOf(await theCase());
    const { agreement, ...rest } = await theCase();
    const { document } = agreement;
    if (document === null) throw new Error('erased');
    const { controller } = annexOf('aube');
    const amended = { ...agreement, version: 2, document: { ...document, controller } };
    const now = seenOf({ ...rest, agreement: amended });
    expect(now.stamp.slice(0, 24)).toBe(seen.stamp.slice(0, 24));
    expect([now.stamp.slice(24, 32), now.stamp.slice(32)]).not.toEqual([
      seen.stamp.slice(24, 32),
      seen.stamp.slice(32),
    ]);
  });

  it('neither refuses a machine, which reads now, nor a repeat of what has left', async () => {
    const seen = seenOf(await theCase());
    await send(seen);
    await incident('measure.added', measure('val'))();
    expect(await send(seen)).toMatchObject({ ok: true, value: { created: false } });
    const { id } = await house.noticeOf('aube');
    const command = { kind: 'protect', version: 'protective' } as const;
    const sent = await sendVersion({ ctx: house.engine, input: { noticeId: id, key: 'alone', command } });
    expect(sent).toMatchObject({ ok: true, value: { created: true } });
  });
});
