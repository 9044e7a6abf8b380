import { Readable } from 'node:stream';
import { beforeEach, expect, it } from '@jest/globals';
import { keepCaseFile } from '../../../application/controllerCase/keepCaseFile';
import { filesPlace } from '../../../application/file/filesPlace';
import { sha256 } from '../../../domain/shared/sha256';
import { createDuties } from '../../../worker/relay/createDuties';
import { createNight, type Night } from '../../fakes/night';
import { openNightCase } from '../../fakes/nightCase';
import { must } from '../../fakes/realHouse';

let night: Night;
let caseId: string;
let seq: number;
beforeEach(async () => {
  night = await createNight();
  night.at('2026-03-28T02:12:00.000Z');
  caseId = await openNightCase(night);
  const one = await night.ports.projections.read(night.orgId, 'controllerCase', caseId);
  seq = one?.authorities[0]?.filings[0]?.seq ?? 0;
});

const bytesOf = (text: string) => Buffer.from(`%PDF-1.7 ${text}`);
const keep = (text: string, key = text) => {
  const sent = { name: 'x.pdf', bytes: Readable.from([bytesOf(text)]) };
  return keepCaseFile({ ctx: night.as('sacha'), input: { caseId, key, about: { kind: 'filing', seq }, ...sent } });
};
const isStored = async (text: string) =>
  (await night.ports.documents.get(night.orgId, filesPlace(caseId), sha256(bytesOf(text)))) !== null;
/** The relay's sweep at this hour of the night, with what it leaves to run beside. */
async function sweepAt(time: string) {
  night.at(`2026-03-28T${time}.000Z`);
  await createDuties(night.ports).open(night.orgId);
  await new Promise((settle) => setTimeout(settle, 20));
}

/** The process dies where this is called next. */
function dieAt(at: 'append' | 'settle') {
  const { journal, documents } = night.ports;
  const target: Record<string, unknown> = at === 'append' ? journal : documents;
  const whole = target[at];
  target[at] = async () => {
    target[at] = whole;
    throw new Error('killed');
  };
}

it('a file whose entry was never written is taken an hour later, not before, and no other', async () => {
  must(await keep('kept'));
  dieAt('append');
  await expect(keep('lost')).rejects.toThrow('killed');
  expect(await isStored('lost')).toBe(true);
  await sweepAt('03:11:59');
  expect(await isStored('lost')).toBe(true); // its entry may still be on the way
  await sweepAt('03:12:00');
  await sweepAt('03:12:01');
  expect([await isStored('lost'), await isStored('kept')]).toEqual([false, true]);
});

it('a file whose entry stands is never taken, though its process died right behind it', async () => {
  dieAt('settle');
  await expect(keep('kept')).rejects.toThrow('killed');
  await sweepAt('04:00:00');
  expect(await isStored('kept')).toBe(true);
  expect(must(await keep('kept'))).toMatchObject({ created: false });
});

it('sent again after the crash it is kept, and waits anew for its entry', async () => {
  dieAt('append');
  await expect(keep('again')).rejects.toThrow('killed');
  night.at('2026-03-28T03:11:00.000Z');
  must(await keep('again'));
  await sweepAt('05:00:00');
  expect(await isStored('again')).toBe(true);
});

it('of two at once the one that lost leaves nothing for long', async () => {
  for (const text of ['1', '2', '3', '4']) must(await keep(text));
  const [, lost] = await Promise.all([keep('5'), keep('6')]);
  expect(lost.ok).toBe(false);
  await sweepAt('04:00:00');
  expect(await isStored('6')).toBe(false);
});
