import { beforeEach, describe, expect, it } from '@jest/globals';
import { approveCase } from '../../../application/controllerCase/commandCase';
import { printLetters } from '../../../application/controllerCase/printLetters';
import { commands } from '../../fakes/caseStory';
import { posted } from '../../fakes/lettersStory';
import { createPersonsHouse, type PersonsHouse, received } from '../../fakes/personsHouse';
import { must } from '../../fakes/realHouse';

const HEAD = 'email;nom;langue;adresse;cp;ville\n';
const ZOE = ';Zoé;;1 rue X;00000;Ville\n';
const LEO = ';Léo;;2 rue X;00000;Ville\n';
const BOTH = HEAD + ZOE + LEO;

let house: PersonsHouse;
beforeEach(async () => {
  house = await createPersonsHouse();
});

async function printed(file = BOTH): Promise<string> {
  const { listId } = must(await house.upload(file));
  must(await house.act({ kind: 'persons.send', listId, concerned: null }));
  must(await printLetters({ ctx: house.dpo, input: { caseId: house.caseId, listId, key: house.newKey() } }));
  return listId;
}
const post = async (listId: string, told: number) =>
  must(await house.act(posted({ listId, told, toldAt: house.clock.now.toISOString() })));
async function ruleOutAndQualify() {
  must(await house.act(commands.ruleOut, house.dpo));
  const requestId = (await house.read()).approvals.at(-1)?.requestId ?? '';
  must(await approveCase({ ctx: house.director, input: { caseId: house.caseId, key: 'yes', requestId } }));
  must(await house.act(commands.qualify, house.dpo));
}
/** Whom the next list would tell, and how many it leaves out; null: nobody in it is new. */
async function nextList(file = BOTH) {
  const taken = await house.upload(file);
  return taken.ok ? [taken.value.count, taken.value.toldBefore] : null;
}

describe('who was told by letter (invariant 11)', () => {
  it('is left out of a later list while letters wait, and once they were posted', async () => {
    const listId = await printed();
    expect(await nextList()).toBeNull();
    await post(listId, 2);
    expect(await nextList()).toBeNull();
  });

  it('is nobody where none was posted: a later list tells them', async () => {
    const listId = await printed();
    await house.carry();
    await post(listId, 0);
    expect(await nextList()).toEqual([2, 0]);
  });

  it('is nobody where none was posted while mails of their list still leave; who waits for a mail is left out', async () => {
    const listId = await printed(`${BOTH}a@b.example;Ann;;;;\n`);
    await post(listId, 0);
    expect(await nextList(`${BOTH}a@b.example;Ann;;;;\n`)).toEqual([2, 1]);
  });

  it('may be anybody where some were posted: all are left out, and a corrected address is taken', async () => {
    const listId = await printed();
    await house.carry();
    await post(listId, 1);
    expect((await house.lists())[0]).toMatchObject({ standing: 'toPost', lettersLeft: 1 });
    await post(listId, 0);
    expect((await house.lists())[0]).toMatchObject({ standing: 'told', lettersLeft: 0, posted: { told: 1 } });
    expect(await nextList()).toBeNull();
    expect(await nextList(HEAD + LEO.replace('2 rue', '3 rue'))).toEqual([1, 0]);
  });

  it('stays told where their list was stopped after the posting', async () => {
    const listId = await printed();
    await post(listId, 2);
    await ruleOutAndQualify();
    expect(await nextList()).toBeNull();
  });

  it('was not told by a list that was stopped before its letters were printed', async () => {
    const { listId } = must(await house.upload(BOTH));
    must(await house.act({ kind: 'persons.send', listId, concerned: null }));
    await ruleOutAndQualify();
    expect(await nextList()).toEqual([2, 0]);
  });

  it('is known by the file once addresses are gone', async () => {
    const listId = await printed();
    await house.carry();
    await post(listId, 2);
    must(await house.act({ ...commands['authority.file'], type: 'complete', sentAt: received }));
    must(await house.act(commands['regime.exclude']));
    must(await house.act(commands['record.excuse']));
    must(await house.act(commands['case.close']));
    must(await house.act(commands['case.reopen']));
    expect(await house.upload(BOTH)).toMatchObject({
      error: { issues: [{ message: expect.stringContaining('this very file told') }] },
    });
  });
});
