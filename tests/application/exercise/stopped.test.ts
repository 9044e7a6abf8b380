import { describe, expect, it } from '@jest/globals';
import { planExercise } from '../../../application/exercise/planExercise';
import { stopExercise } from '../../../application/exercise/stopExercise';
import { noteNotice } from '../../../application/notice/noteNotice';
import { PlanExercise } from '../../../domain/exercise/decide';
import { createExerciseHouse, taken } from '../../fakes/exerciseHouse';
import { at, plan, playTeam, START, stop } from '../../fakes/exerciseTeam';

const ENDED = [{ message: 'its exercise has ended' }];

describe('an exercise that was stopped', () => {
  it('reopens no event of it, and none of its notices; before that both could be (invariant 12)', async () => {
    const house = await createExerciseHouse(START, plan);
    await playTeam(house);
    const { id: noticeId } = await house.noticeOf('aube');
    const reopenNotice = (key: string) =>
      noteNotice({ ctx: house.as('paul'), input: { noticeId, key, command: { kind: 'reopen', reason: 'encore' } } });
    const closing = { kind: 'close', ground: 'neverSent' } as const;
    taken(await noteNotice({ ctx: house.as('paul'), input: { noticeId, key: 'close', command: closing } }));
    taken(await reopenNotice('while'));
    await stop(house);
    expect(await reopenNotice('after')).toMatchObject({ ok: false, error: { code: 'input.invalid', issues: ENDED } });

    const event = await createExerciseHouse(START, plan);
    await event.goOn(at(0.5));
    const reopenEvent = () => event.command('paul', { kind: 'event.reopen', reason: 'encore' });
    const dismiss = () =>
      event.command('paul', {
        kind: 'event.dismiss',
        reason: 'rien',
        personalDataOnSystem: false,
        breakGlassReason: null,
      });
    taken(await event.command('ines', { kind: 'triage.start', firstFacts: null }));
    taken(await dismiss());
    taken(await reopenEvent());
    taken(await dismiss());
    await stop(event);
    expect(await reopenEvent()).toMatchObject({ ok: false, error: { code: 'input.invalid', issues: ENDED } });
  });

  it('of two that are planned at once one begins, and the other is refused; after it a third begins', async () => {
    const house = await createExerciseHouse(START, plan);
    await stop(house);
    const begin = (key: string) =>
      planExercise({ ctx: house.as('sacha'), input: { key, plan: PlanExercise.parse({ scenario: 'lostLaptop' }) } });
    const both = await Promise.all([begin('one'), begin('two')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.filter(({ ok }) => !ok)).toMatchObject([
      { error: { code: 'input.invalid', issues: [{ message: 'another exercise has not ended' }] } },
    ]);
    const [begun] = both.flatMap((one) => (one.ok ? [one.value.id] : []));
    const running = { exerciseId: begun ?? '', key: 'stop-second', stop: { reason: null } };
    taken(await stopExercise({ ctx: house.as('alix'), input: running }));
    expect(taken(await begin('three')).id).not.toBe(begun);
    expect(taken(await begin('three')).created).toBe(false);
  });
});
