import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { caseActivities } from '../../activities/caseActivities';
import { createPersonsHouse } from '../fakes/personsHouse';

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] }));
afterEach(() => void jest.useRealTimers());

const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));

it('a sender whose relay is slow says that it lives, and falls silent when it has ended', async () => {
  const house = await createPersonsHouse();
  await house.begun(1);
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => void (answer = resolve));
  const { send } = house.engine.ports.mailer;
  house.engine.ports.mailer.send = async (mail) => {
    await answered;
    return send(mail);
  };
  const environment = new MockActivityEnvironment();
  let beats = 0;
  environment.on('heartbeat', () => void (beats += 1));
  const { orgId, ports } = house.engine;
  const sending = environment.run(caseActivities(ports).sendToPersons, { orgId, caseId: house.caseId });
  for (let seconds = 0; seconds < 42; seconds += 1) {
    await turn();
    jest.advanceTimersByTime(1_000);
  }
  expect(beats).toBeGreaterThanOrEqual(8); // at most 5 s apart: the engine gives a sender up after 15 s of silence
  answer();
  await sending;
  const after = beats;
  jest.advanceTimersByTime(60_000);
  expect(beats).toBe(after);
  expect(house.told()).toHaveLength(1);
  expect((await house.read()).persons.state).toBe('TOLD');
});
