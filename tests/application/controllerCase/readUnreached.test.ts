import { beforeEach, describe, expect, it } from '@jest/globals';
import { readUnreached } from '../../../application/controllerCase/recipientLists';
import { commands } from '../../fakes/caseStory';
import { allOf } from '../../fakes/allOf';
import { createPersonsHouse, people, type PersonsHouse } from '../../fakes/personsHouse';
import { must } from '../../fakes/realHouse';

let house: PersonsHouse;
beforeEach(async () => {
  house = await createPersonsHouse();
});

const read = (listId: string, ctx = house.manager) => readUnreached({ ctx, input: { caseId: house.caseId, listId } });

describe('whom the mails of a list did not reach', () => {
  it('is read by who may send to them, and traced', async () => {
    const recover = house.answering('refused', (to) => to === 'p2@b.example');
    const listId = await house.begun(3);
    must(await house.carry());
    recover();
    await house.engine.ports.recipients.bounce(house.dpo.orgId, listId, 3);
    const rows = await allOf(must(await read(listId)));
    expect(rows.map(({ recipient, why }) => [recipient.email, why])).toEqual([
      ['p2@b.example', 'refused'],
      ['p3@b.example', 'bounced'],
    ]);
    const traced = await house.engine.ports.proofs.accessLog.read(house.dpo.orgId, 9);
    expect(traced).toMatchObject([
      { what: 'unreached', of: `${house.caseId}/${listId}`, actor: { id: house.manager.actor.id } },
    ]);
    expect(await read(listId, house.oncall)).toMatchObject({ ok: false, error: { code: 'actor.forbidden' } });
    expect(await read('list-of-nobody')).toMatchObject({ ok: false, error: { code: 'subject.unknown' } });
  });

  it('is taken again by a later list where the mail was refused or came back; without an answer by another way alone', async () => {
    house.answering('unknown', (to) => to === 'p1@b.example');
    const listId = await house.begun(3);
    must(await house.carry());
    await house.engine.ports.recipients.bounce(house.dpo.orgId, listId, 3);
    expect(must(await house.upload(people(3)))).toMatchObject({ count: 1, toldBefore: 2 });
    const byPost = 'email;name;address;city\n;Person 1;1 rue du Bac;Paris\n';
    expect(must(await house.upload(byPost))).toMatchObject({ count: 1, letters: 1, toldBefore: 0 });
  });

  it('asks why a case ends so also where a mail came back that nobody has counted yet', async () => {
    const listId = await house.begun(3);
    must(await house.carry());
    await house.engine.ports.recipients.bounce(house.dpo.orgId, listId, 3);
    const closing = { ...commands['case.close'], unreachedReason: null };
    const refusal = await house.act(closing);
    const issues = !refusal.ok && refusal.error.code === 'input.invalid' ? refusal.error.issues : [];
    expect(issues.map(({ pointer }) => pointer)).toContain('/unreachedReason');
  });
});
