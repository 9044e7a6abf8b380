import { describe, expect, it } from '@jest/globals';
import { nextActOf } from '../../../api/pages/case/nextAct';
import { NOTHING } from '../../../api/pages/case/sending';
import { plusMs } from '../../../domain/shared/instant';
import { caseAt, commands, RECEIVED } from '../../fakes/caseStory';

const HOUR_MS = 3_600_000;
const asker = { actor: { kind: 'person' as const, id: 'p-dpo' }, roles: ['DPO' as const, 'DIR' as const] };
const next = (story: ReturnType<typeof caseAt>, hours: number) =>
  nextActOf(story.state(), asker, { now: new Date(plusMs(RECEIVED, hours * HOUR_MS)), sending: NOTHING });

describe('a stage of another regime whose limit has passed', () => {
  const story = caseAt('BREACH');
  story.act(commands['regime.concern']);

  it('is the next act of the case, before what has more time, and said to be late once it is', () => {
    expect(next(story, 23)?.text).toEqual({ key: 'caseNext.stage' });
    expect(next(story, 25)).toMatchObject({ text: { key: 'caseNext.stageLate' }, href: '/cases/c1/regimes' });
  });

  it('comes before an initial notification that is proposed, and after one that is late itself', () => {
    expect(next(story, 60)?.text).toEqual({ key: 'caseNext.stageLate' });
    expect(next(story, 73)?.text).toEqual({ key: 'caseNext.file' });
  });
});
