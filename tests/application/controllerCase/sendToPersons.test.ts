import { beforeEach, describe, expect, it } from '@jest/globals';
import { createSmtpMailer } from '../../../adapters/mail/smtp';
import { listDueAt } from '../../../application/controllerCase/recipientLists';
import { receiveReport } from '../../../application/delivery/receiveReport';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import type { OutcomeResult } from '../../../domain/delivery/events';
import { TOGETHER } from '../../../domain/controllerCase/recipients';
import { DAY_MS, HOUR_MS } from '../../../domain/shared/instant';
import { commands } from '../../fakes/caseStory';
import { dueNow } from '../../fakes/dueNow';
import { createPersonsHouse, type PersonsHouse } from '../../fakes/personsHouse';
import { must } from '../../fakes/realHouse';
import { type Fault, startScriptedSmtp } from '../../fakes/scriptedSmtp';
import { statusNotice } from '../../fakes/statusNotice';

/** Recipients that are read in one go. */
const ROUND = 12 * TOGETHER;

let house: PersonsHouse;

beforeEach(async () => {
  house = await createPersonsHouse();
});

describe('telling the persons', () => {
  it('leaves one mail to each, in their language, and ends with one entry that counts', async () => {
    const { listId } = must(
      await house.upload('email,name,language\na@b.example,Ann,en\nb@b.example,,fr\nc@b.example,,\n'),
    );
    must(await house.act({ kind: 'persons.send', listId, concerned: 5 }));
    must(await house.carry());
    expect(house.told().toSorted()).toEqual(['a@b.example', 'b@b.example', 'c@b.example']);
    const [ann] = house.mails.filter(({ to }) => to === 'a@b.example');
    expect(ann?.raw).toContain(`<${house.caseId}.p1-`);
    expect(ann?.raw).not.toContain('b@b.example');
    const { persons } = await house.read();
    expect(persons.state).toBe('TOLD');
    expect(persons.tellings).toMatchObject([{ means: 'email', told: 3, concerned: 5, bounced: 0 }]);
  });

  it('says nothing of who they are in the journal', async () => {
    await house.begun(3);
    must(await house.carry());
    const entries = await house.engine.ports.journal.readSubject(
      house.engine.orgId,
      { kind: 'controllerCase', id: house.caseId },
      0,
    );
    expect(JSON.stringify(entries)).not.toMatch(/@b\.example|Person 1/);
    expect(entries.filter(({ type }) => type.startsWith('persons.')).map(({ type }) => type)).toEqual([
      'persons.drafted',
      'persons.sending',
      'persons.told',
    ]);
  });

  it('tells nobody twice where several send at once', async () => {
    await house.begun(60);
    await Promise.all([house.carry(), house.carry(), house.carry()]);
    must(await house.carry());
    expect(house.told()).toHaveLength(60);
    expect(new Set(house.told()).size).toBe(60);
    expect((await house.read()).persons.tellings).toHaveLength(1);
  });

  it('stops at a hold, and goes on where it was once that is lifted', async () => {
    await house.begun(450);
    const mailer = house.engine.ports.mailer;
    const { send } = mailer;
    let sent = 0;
    mailer.send = async (mail) => {
      sent += 1;
      if (sent === 50) must(await house.act(commands['persons.hold']));
      return send(mail);
    };
    must(await house.carry());
    expect(house.told()).toHaveLength(ROUND); // the round in which it came is ended
    expect((await house.read()).persons.state).toBe('ON_HOLD');
    must(await house.carry());
    expect(house.told()).toHaveLength(ROUND);
    must(await house.act(commands['persons.resume']));
    expect((await house.read()).persons.state).toBe('SENDING');
    must(await house.carry());
    expect(new Set(house.told()).size).toBe(450);
  });

  it('does not send again what a sender that died had claimed: it is unknown, and said', async () => {
    const listId = await house.begun(TOGETHER + 2);
    const { recipients, now } = house.engine.ports;
    const [batch] = await dueNow(recipients, [house.engine.orgId, listId], now(), 1);
    if (batch === undefined) throw new Error('nobody is due');
    await recipients.claim(house.engine.orgId, listId, batch, new Date(house.clock.now.getTime() + 1000));
    must(await house.carry());
    expect((await house.read()).persons.state).toBe('SENDING'); // whoever claimed may be alive
    house.later(1_000);
    must(await house.carry());
    expect(house.told()).toEqual([`p${TOGETHER + 1}@b.example`, `p${TOGETHER + 2}@b.example`]);
    expect((await house.lists())[0]?.progress).toMatchObject({ sent: 2, unknown: TOGETHER });
    expect((await house.read()).persons.tellings).toMatchObject([{ told: 2 }]);
  });

  it.each<[OutcomeResult, object]>([
    ['refused', { sent: 1, refused: 1 }],
    ['unknown', { sent: 1, unknown: 1 }],
  ])('counts what is %s, and tells the others', async (result, progress) => {
    await house.begun(2);
    const { send } = house.engine.ports.mailer;
    house.engine.ports.mailer.send = async (mail) =>
      mail.to === 'p1@b.example' && (await mail.mayLeave) ? { result, replyCode: null } : send(mail);
    must(await house.carry());
    expect((await house.lists())[0]?.progress).toMatchObject(progress);
  });

  const dueAt = async () => listDueAt(house.engine, await house.read());

  it('tries again later where a relay puts off, is at rest until then, and gives up after three days', async () => {
    await house.begun(2);
    house.answering('deferred', (to) => to === 'p1@b.example');
    must(await house.carry());
    expect((await house.read()).persons.state).toBe('SENDING');
    expect((await house.lists())[0]).toMatchObject({ standing: 'sending', progress: { waiting: 1, sent: 1 } });
    expect(await dueAt()).toEqual(new Date(house.clock.now.getTime() + 60_000));
    house.later(3 * DAY_MS);
    must(await house.carry());
    expect((await house.lists())[0]).toMatchObject({ standing: 'told', progress: { waiting: 0, sent: 1, refused: 1 } });
    expect((await house.read()).persons.state).toBe('TOLD');
    expect(await dueAt()).toBeNull();
  });

  it('waits while the relay was taken away, with nothing tried or caught; set again, what was accepted leaves', async () => {
    await house.begun(2);
    const { ports } = house.engine;
    const { relay } = ports;
    const before = house.mails.length;
    ports.relay = null;
    must(await house.carry());
    house.later(4 * DAY_MS);
    must(await house.carry());
    expect(house.mails).toHaveLength(before);
    expect((await house.lists())[0]).toMatchObject({ standing: 'sending', progress: { waiting: 2, refused: 0 } });
    expect(await dueAt()).toEqual(new Date(house.clock.now.getTime() + HOUR_MS));
    ports.relay = relay;
    expect((await dueAt())?.getTime()).toBe(0);
    must(await house.carry());
    expect(house.told()).toHaveLength(2);
    expect((await house.read()).persons).toMatchObject({ state: 'TOLD', tellings: [{ told: 2 }] });
  });

  it('counts the three days from its own first try, not from an acceptance before a hold', async () => {
    await house.begun(1);
    must(await house.act(commands['persons.hold']));
    house.later(4 * DAY_MS);
    must(await house.act(commands['persons.resume']));
    const recover = house.answering('deferred');
    must(await house.carry());
    expect((await house.lists())[0]?.progress).toMatchObject({ waiting: 1, refused: 0 });
    recover();
    house.later(60_000);
    must(await house.carry());
    expect((await house.read()).persons.tellings).toMatchObject([{ told: 1 }]);
  });

  it.each([false, true])(
    'put off by the relay before a hold of more than three days, a mail has its whole time after it (ordered meanwhile: %s)',
    async (isOrdered) => {
      const faults: Fault[] = [{ at: 'RCPT', recipient: 'p1@b.example', reply: '450 4.2.2 box full' }];
      const relay = await startScriptedSmtp(faults);
      const from = { name: 'SLIME', address: 'vigie@slime.example' };
      const { send } = createSmtpMailer({ url: relay.url, from, catching: false });
      house.engine.ports.mailer.send = send;
      await house.begun(2);
      must(await house.carry());
      expect((await house.lists())[0]?.progress).toMatchObject({ waiting: 1, sent: 1 });
      must(await house.act(commands['persons.hold']));
      house.later(4 * DAY_MS);
      const order = { ...commands['persons.order'], orderedAt: house.clock.now.toISOString() };
      if (isOrdered) must(await house.act(order));
      must(await house.carry());
      expect((await house.lists())[0]?.progress).toMatchObject({ waiting: 1, sent: 1 }); // an order lifts no hold
      must(await house.act(commands['persons.resume']));
      must(await house.carry());
      expect((await house.lists())[0]?.progress).toMatchObject({ waiting: 1, refused: 0 });
      house.later(2 * DAY_MS);
      must(await house.carry());
      expect((await house.lists())[0]?.progress).toMatchObject({ waiting: 1, refused: 0 });
      faults.length = 0;
      house.later(12 * HOUR_MS);
      must(await house.carry());
      expect((await house.lists())[0]?.progress).toMatchObject({ waiting: 0, sent: 2, refused: 0 });
      expect(relay.mails.flatMap(({ recipients }) => recipients).toSorted()).toEqual(['p1@b.example', 'p2@b.example']);
      await relay.stop();
    },
  );

  it('does not leave in an exercise, whatever was accepted (invariant 12)', async () => {
    await house.begun(2);
    const { read } = house.engine.ports.projections;
    const asExercise = async (...asked: Parameters<typeof read>) => {
      const one = (await read(...asked)) as ControllerCase | null;
      return one && { ...one, opened: { ...one.opened, exercise: true } };
    };
    house.engine.ports.projections.read = asExercise as typeof read;
    must(await house.carry());
    expect(house.told()).toEqual([]);
  });

  it('counts a mail that comes back, once, and keeps the report nowhere', async () => {
    await house.begun(2);
    must(await house.carry());
    const raw = statusNotice({ envelopeId: house.envelopeOf('p2@b.example'), action: 'failed', status: '5.1.1' });
    const ctx = { ...house.engine, actor: { kind: 'system' as const, id: 'bounces' } };
    const before = await house.engine.ports.journal.head(house.engine.orgId);
    expect(await receiveReport({ ctx, input: { raw } })).toMatchObject({ value: { created: true, action: 'failed' } });
    expect(await receiveReport({ ctx, input: { raw } })).toMatchObject({ value: { created: false } });
    expect((await house.lists())[0]?.progress).toMatchObject({ sent: 2, bounced: 1 });
    expect(await house.engine.ports.journal.head(house.engine.orgId)).toEqual(before);
  });

  it('of more persons goes by another list; the first one is refused', async () => {
    const listId = await house.begun(2);
    must(await house.carry());
    expect(await house.act({ kind: 'persons.send', listId, concerned: null })).toMatchObject({
      error: { issues: [{ pointer: '/listId' }] },
    });
    const { listId: second, ...facts } = must(await house.upload('email\nq@b.example\nP1@b.example\n'));
    expect(facts).toMatchObject({ count: 1, toldBefore: 1, duplicates: 0 });
    must(await house.act({ kind: 'persons.send', listId: second, concerned: null }));
    must(await house.carry());
    expect((await house.read()).persons.tellings).toHaveLength(2);
    expect(house.mails.at(-1)?.raw).toContain(`<${house.caseId}.p2-`);
  });
});
