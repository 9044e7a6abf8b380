import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readPack } from '../../../application/overview/readPack';
import { casesOf } from '../../../application/overview/listNow';
import { aloneLines } from '../../../api/pages/now';
import { startManyControllers } from '../../fakes/manyControllers';
import { hour, T0 } from '../../fakes/threeControllers';
import { openNightDoor } from '../../fakes/nightDoor';
import { taken } from '../../fakes/night';
import { tellNight } from '../../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

/** What is read to the contacts of one notice, as the paper pack has it. */
async function scriptsOf(noticeId: string) {
  const { cases } = taken(await readPack({ ctx: told.night.as('ines') }));
  const contacts = cases.find(({ fullCase }) => fullCase.notice.id === noticeId)?.contacts ?? [];
  return contacts.filter(({ contact }) => contact.phone !== null).map(({ script }) => script);
}

describe('of two controllers, one told and not yet heard of, one not told', () => {
  it('the incident says to tell the second first, though the receipt of the first is due earlier', async () => {
    const { text } = await door.read('ines', `/incidents/${told.stolen.id}`);
    const next = text.slice(text.indexOf('class="next"'), text.indexOf('class="btn main"'));
    expect(next).toContain('Aube');
    expect(next).not.toContain('Val Témoin');
  });

  it('whoever has acknowledged is not called for it: the paper pack has no words to read to them', async () => {
    const { val, aube } = told.stolen;
    expect((await scriptsOf(val)).some((script) => script?.includes('accusé') === true)).toBe(true);
    await told.night.note('ines', val, {
      kind: 'acknowledge',
      version: 1,
      contactId: 'c2',
      via: 'call',
      name: 'Dominique Essai',
      function: 'astreinte',
    });
    expect((await scriptsOf(val)).every((script) => script === null)).toBe(true);
    expect((await scriptsOf(aube)).some((script) => script !== null)).toBe(true);
  });
});

it('of many acts without anybody, what leaves stands before reminders, and how many more there are is said', async () => {
  const house = await startManyControllers(8);
  try {
    const cases = taken(await casesOf(house.oncall, 'i1'));
    const { alone, aloneMore } = aloneLines(cases, [], { now: house.clock.now, language: 'fr' });
    expect([alone.length, aloneMore]).toEqual([6, 2]);
    const remind = { act: 'remind' as const, at: T0, roles: ['O' as const], toContacts: false };
    const protect = { act: 'protect' as const, at: hour(20) };
    const acts = cases.flatMap(({ notice: { id } }) => [remind, protect].map((act) => ({ noticeId: id, alone: act })));
    const both = aloneLines(cases, acts as never, { now: house.clock.now, language: 'fr' });
    const keys = both.alone.map(({ text }) => (typeof text === 'string' ? text : text.key));
    expect(new Set(keys)).toEqual(new Set(['alone.protect']));
  } finally {
    await house.stop();
  }
}, 120_000);
