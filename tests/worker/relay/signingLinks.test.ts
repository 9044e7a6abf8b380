import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { proposeAmendment } from '../../../application/agreement/proposeAmendment';
import { recordAgreement } from '../../../application/agreement/recordAgreement';
import { issueSigningLink } from '../../../application/agreement/signingLinks';
import { createDuties } from '../../../worker/relay/createDuties';
import { createRetries } from '../../../worker/relay/createRetries';
import { amended, annex1 } from '../../fakes/agreements';
import { createIncidentHouse, type IncidentHouse } from '../../fakes/incidentHouse';
import { must } from '../../fakes/realHouse';

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }));
afterEach(() => void jest.useRealTimers());

async function pass(house: Pick<IncidentHouse, 'clock'>, ms: number): Promise<void> {
  house.clock.now = new Date(house.clock.now.getTime() + ms);
  await jest.advanceTimersByTimeAsync(ms);
}

describe('a link to sign', () => {
  it('that a relay put off leaves when it is due again, minutes before the next sweep', async () => {
    const house = await createIncidentHouse();
    const { ports, director, dpo, mails, newKey } = house;
    const { id } = must(await recordAgreement({ ctx: director, input: { key: newKey(), document: annex1 } }));
    must(await proposeAmendment({ ctx: dpo, input: { agreementId: id, key: newKey(), document: amended() } }));
    const { send } = ports.mailer;
    let isAway = true;
    ports.mailer.send = async (mail) => (isAway ? { result: 'deferred', replyCode: 451 } : send(mail));
    must(await issueSigningLink({ ctx: director, input: { agreementId: id, contactId: 'c1', key: newKey() } }));
    const duties = createDuties(ports);
    await duties.concerned({ orgId: 'o1', subject: { kind: 'agreement', id }, seq: 5 });

    await pass(house, 59_000);
    expect(mails).toHaveLength(0);
    await pass(house, 1_000); // one minute after the first try: put off again, for two
    expect(mails).toHaveLength(0);
    isAway = false;
    await pass(house, 119_000);
    expect(mails).toHaveLength(0);
    await pass(house, 1_000);
    expect(mails).toHaveLength(1);
    await pass(house, 3_600_000);
    expect(mails).toHaveLength(1);
  });
});

describe('what is done again when it is due', () => {
  it('is done one at a time for each organisation, waits at least a second, and outlives a failure by the next call', async () => {
    const calls: string[] = [];
    let underWay = 0;
    let most = 0;
    const answers = [0, null, 'fails', null] as const;
    const retry = createRetries(
      async (orgId) => {
        underWay += 1;
        most = Math.max(most, underWay);
        await Promise.resolve();
        underWay -= 1;
        calls.push(orgId);
        const answer = answers[calls.length - 1] ?? null;
        if (answer === 'fails') throw new Error('away');
        return answer;
      },
      () => new Date(),
    );
    retry('o1');
    await jest.advanceTimersByTimeAsync(999);
    expect(calls).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(calls).toHaveLength(2);
    retry('o1');
    retry('o1'); // while the first is under way
    await jest.advanceTimersByTimeAsync(10_000);
    expect([calls.length, most]).toEqual([4, 1]);
  });
});
