import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { approveCase } from '../../../application/controllerCase/commandCase';
import { readLeftOut } from '../../../application/controllerCase/recipientLists';
import { uploadRecipients } from '../../../application/controllerCase/uploadRecipients';
import { MOST_LEFT_OUT } from '../../../domain/controllerCase/recipients';
import { allOf } from '../../fakes/allOf';
import { commands } from '../../fakes/caseStory';
import { createPersonsHouse, people, type PersonsHouse, received } from '../../fakes/personsHouse';
import { must } from '../../fakes/realHouse';

/** Rows after which it is looked at what is in memory. */
const LOOKED_AT = 80_000;
/** Rows that are under way between file and store, in bytes. */
const SLACK = 2_000_000;

let house: PersonsHouse;

beforeEach(async () => {
  house = await createPersonsHouse();
});

describe('a list of the persons to be told', () => {
  it('is taken row by row: bad ones and duplicates are named by their line, the others are counted', async () => {
    const file = [
      'email;name;language',
      'a@b.example;Ann;fr',
      'nobody;Bo;fr',
      ';Cy;fr',
      'A@B.example;ANN;en',
      'c@b.example;"C; D";de',
      'd@b.example;Dee',
      'e@b.example;E"e;fr',
      'f@b.example;F;en',
    ].join('\r\n');
    expect(must(await house.upload(file))).toMatchObject({
      count: 2,
      bad: 5,
      duplicates: 1,
      faults: [
        { line: 3, reason: 'emailInvalid' },
        { line: 4, reason: 'emailMissing' },
        { line: 6, reason: 'languageUnknown' },
        { line: 7, reason: 'columns' },
        { line: 8, reason: 'quotes' },
      ],
      duplicateLines: [5],
      shared: 0,
    });
    expect(house.told()).toEqual([]);
  });

  it.each([
    ['no column of addresses', 'name\nAnn\n', '/line/1'],
    ['nothing in it', '', ''],
    ['a quotation mark that is never closed', 'email,name\na@b.example,"A\n', '/line/2'],
  ])('with %s is refused, and nothing of it is kept', async (_what, text, pointer) => {
    const refusal = await house.upload(text);
    expect(refusal).toMatchObject({ error: { code: 'input.invalid' } });
    expect(!refusal.ok && refusal.error.code === 'input.invalid' && refusal.error.issues[0]?.pointer).toBe(pointer);
    expect(await house.lists()).toEqual([]);
  });

  const leftOut = async (listId: string) =>
    allOf(must(await readLeftOut({ ctx: house.dpo, input: { caseId: house.caseId, listId } })));

  it('names the first hundred faults with its counts, and every row that was left out, with why, in a file', async () => {
    const bad = Array.from({ length: 1_150 }, () => 'nobody').join('\n');
    const file = `email\na@b.example\n${bad}\nA@b.example\n`;
    const { listId, bad: count, faults } = must(await house.upload(file));
    expect([count, faults.length]).toEqual([1_150, 100]);
    const rows = Array.from({ length: 1_150 }, (_, n) => ({ line: n + 3, reason: 'emailInvalid' }));
    expect(await leftOut(listId)).toEqual([...rows, { line: 1_153, reason: 'duplicate' }]);
    must(await house.act({ kind: 'persons.send', listId, concerned: null }));
    const later = must(await house.upload('email\na@b.example\nb@b.example\n'));
    expect(await leftOut(later.listId)).toEqual([{ line: 2, reason: 'toldBefore' }]);
  });

  it('of which nobody can be told is refused, names its first faults, and keeps every one in a file for a week', async () => {
    const file = `email\n${Array.from({ length: 101 }, () => 'nobody').join('\n')}\n`;
    for (const key of ['none', 'none']) {
      const refusal = await house.upload(file, key);
      const issues = !refusal.ok && refusal.error.code === 'input.invalid' ? refusal.error.issues : [];
      expect(issues).toHaveLength(102);
      expect(issues.at(-1)?.message).toMatch(/^only the first 100 rows/);
    }
    const [kept, ...more] = await house.lists();
    expect([kept?.standing, kept?.facts.bad, more]).toEqual(['nobody', 101, []]);
    const listId = kept?.facts.listId ?? '';
    expect(await leftOut(listId)).toHaveLength(101);
    expect(await house.act({ kind: 'persons.send', listId, concerned: null })).toMatchObject({
      error: { issues: [{ pointer: '/listId' }] },
    });
    house.later(8 * 24 * 3_600_000);
    await house.engine.ports.recipients.forgetExpired(house.dpo.orgId, house.clock.now);
    expect(await house.lists()).toEqual([]);
  });

  it('is refused where it leaves out more rows than any list has', async () => {
    expect(await house.upload(`email\n${'x\n'.repeat(MOST_LEFT_OUT + 1)}`)).toMatchObject({
      error: { issues: [{ pointer: `/line/${MOST_LEFT_OUT + 2}`, message: expect.stringMatching(/^leaves out/) }] },
    });
    expect(await house.lists()).toEqual([]);
  });

  it('handed in twice under one key is one; another one under it is refused', async () => {
    const first = must(await house.upload(people(3), 'same'));
    expect(must(await house.upload(people(3), 'same'))).toEqual({ ...first, created: false });
    expect(await house.upload(people(4), 'same')).toMatchObject({ error: { code: 'key.reused' } });
    expect(await house.lists()).toHaveLength(1);
  });

  it('holds a hundred thousand rows and no more, bad ones between them, in memory that its addresses and names alone fill', async () => {
    const email = (n: number) => `person.${n}@some-longer-domain.example`;
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void; // else it is chance how much that nobody holds is still there
    const held = (): number => {
      collect();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return heapUsed + arrayBuffers;
    };
    // what files before this one left behind, and packets that were read, go in their own time: a thread beside sweeps them
    const settled = async (): Promise<number> => {
      let [last, now] = [Infinity, held()];
      for (; last - now > 100_000; [last, now] = [now, held()]) await sleep(200);
      return now;
    };
    await settled();
    const copied = (text: string): string => Buffer.from(text).toString(); // else parts of it are shared
    const addresses = new Map(
      Array.from({ length: LOOKED_AT }, (_, n) => [copied(email(n)), copied(`${n} number person`)]),
    );
    const full = await settled();
    addresses.clear();
    const before = await settled();
    const filled = full - before; // what goes with them, whatever others leave behind
    let used = 0;
    async function* long(rows: number) {
      yield Buffer.from('email;name;language\n');
      for (let first = 1; first <= rows; first += 1_000) {
        if (first === LOOKED_AT + 1) used ||= (await settled()) - before;
        const last = Math.min(first + 999, rows);
        const numbers = Array.from({ length: last - first + 1 }, (_, place) => first + place);
        // each thousand has a hundred rows that cannot be told: ten thousand in all
        const lines = numbers.map((n) => `${email(n)};Person Number ${n};fr\n${n % 10 === 0 ? 'nobody;X;fr\n' : ''}`);
        yield Buffer.from(lines.join('')); // about as much as one packet of a request
      }
    }
    house.engine.ports.recipients.add = async () => undefined; // what is stored is the store's matter
    let named = 0;
    house.engine.ports.recipients.leaveOut = async (_orgId, _listId, _order, rows) => void (named += rows.length);
    const hand = (rows: number) =>
      uploadRecipients({ ctx: house.dpo, input: { caseId: house.caseId, key: `k${rows}`, bytes: long(rows) } });
    expect(must(await hand(100_000))).toMatchObject({ count: 100_000, bad: 10_000 });
    expect(named).toBe(10_000);
    expect(await hand(100_001)).toMatchObject({ error: { issues: [{ pointer: '/line/110002' }] } });
    expect(used).toBeLessThan(filled + SLACK);
  }, 120_000);

  it('that breaks off leaves nothing', async () => {
    async function* broken() {
      yield Buffer.from(people(700));
      throw new Error('the sender has gone');
    }
    const input = { caseId: house.caseId, key: 'k', bytes: broken() };
    await expect(uploadRecipients({ ctx: house.dpo, input })).rejects.toThrow('gone');
    expect(await house.lists()).toEqual([]);
  });

  it('is accepted by a person, of this case, once; with a relay and a frozen message', async () => {
    const { listId } = must(await house.upload(people(2)));
    const send = { kind: 'persons.send' as const, listId, concerned: 1 };
    house.engine.ports.relay = null;
    expect(await house.act({ ...send, listId: 'other' })).toMatchObject({
      error: { issues: [{ pointer: '/listId' }, { pointer: '' }] },
    });
    expect(await house.act(send)).toMatchObject({ error: { issues: [{ pointer: '/concerned' }, { pointer: '' }] } });
    expect((await house.read()).persons.state).toBe('DRAFTED');
    expect(await house.act(send, house.oncall)).toMatchObject({ error: { code: 'actor.forbidden' } });
    expect(await house.upload(people(1), 'k', house.oncall)).toMatchObject({ error: { code: 'actor.forbidden' } });
  });

  const told = async (file: string) => {
    const { listId } = must(await house.upload(file));
    must(await house.act({ kind: 'persons.send', listId, concerned: null }));
    must(await house.carry());
  };
  const refusalOf = async (file: string) => {
    const refusal = await house.upload(file);
    return !refusal.ok && refusal.error.code === 'input.invalid' ? refusal.error.issues[0]?.message : refusal;
  };

  it('tells nobody twice: whom an accepted list tells is left out and counted, who was refused is not', async () => {
    const { send } = house.engine.ports.mailer;
    house.engine.ports.mailer.send = async (mail) =>
      mail.to === 'p2@b.example' && (await mail.mayLeave) ? { result: 'refused', replyCode: 550 } : send(mail);
    await told(people(2));
    expect(must(await house.upload(people(4)))).toMatchObject({ count: 3, toldBefore: 1, earlier: 1 });
    expect(must(await house.upload(people(2)))).toMatchObject({ count: 1, toldBefore: 1 });
    expect(await refusalOf(people(1))).toMatch(/^holds nobody but who/);
  });

  it('leaves out whom a list on hold will tell, and takes whom one that stopped for good never told', async () => {
    await house.begun(2);
    must(await house.act(commands['persons.hold']));
    expect(await refusalOf(people(2))).toMatch(/^holds nobody but who/);
    must(await house.act(commands.ruleOut, house.dpo));
    const requestId = (await house.read()).approvals.at(-1)?.requestId ?? '';
    must(await approveCase({ ctx: house.director, input: { caseId: house.caseId, key: 'yes', requestId } }));
    must(await house.act(commands.qualify, house.dpo));
    expect(must(await house.upload(people(2)))).toMatchObject({ count: 2, toldBefore: 0 });
    expect((await house.lists()).map(({ standing }) => standing).toSorted()).toEqual(['nobody', 'stopped', 'waiting']);
  });

  it('that came in before another one was accepted is handed in again', async () => {
    const first = must(await house.upload(people(2))).listId;
    const second = must(await house.upload(people(3))).listId;
    must(await house.act({ kind: 'persons.send', listId: first, concerned: null }));
    must(await house.carry());
    expect((await house.lists()).find(({ facts }) => facts.listId === second)?.standing).toBe('older');
    expect(await house.act({ kind: 'persons.send', listId: second, concerned: null })).toMatchObject({
      error: { issues: [{ pointer: '/listId' }] },
    });
  });

  it('whose file told persons that are forgotten since is refused', async () => {
    await told(people(2));
    must(await house.act({ ...commands['authority.file'], type: 'complete', sentAt: received }));
    must(await house.act(commands['regime.exclude']));
    must(await house.act(commands['record.excuse']));
    must(await house.act(commands['case.close']));
    must(await house.act(commands['case.reopen']));
    expect(await refusalOf(people(2))).toMatch(/^this very file told/);
    const { listId, count } = must(await house.upload(people(3)));
    expect(count).toBe(3); // an address that is gone is compared with nothing: a person says how nobody is told twice
    const send = { kind: 'persons.send' as const, listId, concerned: null };
    expect(await house.act(send)).toMatchObject({ error: { issues: [{ pointer: '/repeatReason' }] } });
    must(await house.act({ ...send, repeatReason: 'compared with our own file of those told' }));
  });
});
