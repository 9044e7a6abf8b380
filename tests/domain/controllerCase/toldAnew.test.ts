import { describe, expect, it } from '@jest/globals';
import { caseSays } from '../../../domain/controllerCase/caseSays';
import { owedBy } from '../../../domain/controllerCase/closing';
import { notReached } from '../../../domain/controllerCase/notReached';
import { asksAnew, comparedSendings } from '../../../domain/controllerCase/toldAnew';
import { HOUR_MS, plusMs } from '../../../domain/shared/instant';
import { caseAt, commands, decision, exempting, list, NOW } from '../../fakes/caseStory';

const LATER = plusMs(NOW, 240 * HOUR_MS);
const news = { ...commands['told.add'], receivedAt: LATER };
const high = decision('high');
const withdrawn = { ...news, tellingKind: 'withdrawal' as const };
const isOwed = ({ state }: ReturnType<typeof caseAt>) => owedBy(state()).some(({ what }) => what === 'persons');

/** Persons were told by a list of forty, then more was told to us, and the risk was scored again. */
function toldBefore(telling: typeof news | typeof withdrawn = news) {
  const story = caseAt('BREACH');
  story.act(high);
  story.act(commands['persons.draft']);
  const { listId, fileHash, count, bad, duplicates } = list;
  story.write({ type: 'persons.sending', values: { listId, fileHash, count, bad, duplicates, concerned: 40 } });
  const sent = { listId: 'list-1', refused: 0, unknown: 0, lost: 0 };
  const told = { toldAt: NOW, means: 'email', told: 40, concerned: 40, bounced: 0, proof: null } as const;
  story.write({ type: 'persons.told', values: { ...told, sent } });
  story.act(telling, undefined, LATER);
  story.act(commands['risk.score'], undefined, LATER);
  return story;
}

describe('a high risk decided after news, of persons who were told before (GDPR Art 34(1); domain rules 7.4)', () => {
  it('is not decided without a word on who is told anew', () => {
    const story = toldBefore();
    expect(asksAnew(story.state())).toBe(true);
    expect(story.try(high, undefined, LATER)).toMatchObject({
      error: { issues: [{ pointer: '/toldAnew', message: expect.stringMatching(/^the persons were told before/) }] },
    });
    expect(story.try({ ...high, toldAnew: 'nobody' }, undefined, LATER)).toMatchObject({
      error: { issues: [{ pointer: '/notAnewReason' }] },
    });
  });

  it.each(['everyone', 'notYetTold'] as const)('owes a telling by a target of its own: %s', (toldAnew) => {
    const story = toldBefore();
    const { seq, persons } = story.act({ ...high, toldAnew }, undefined, LATER);
    expect(persons).toMatchObject({ state: 'REQUIRED', requiredAt: LATER, requiredSeq: seq, tellings: [{ told: 40 }] });
    expect(isOwed(story)).toBe(true);
    story.act(commands['persons.draft'], undefined, LATER);
    story.act({ ...commands['persons.tell'], toldAt: LATER, concerned: 81 }, undefined, LATER);
    expect([story.state().persons.state, isOwed(story), asksAnew(story.state())]).toEqual(['TOLD', false, false]);
  });

  it('told anew to all is compared with no earlier list, and counts alone; told to others it adds up', () => {
    const informed = (toldAnew: 'everyone' | 'notYetTold') => {
      const story = toldBefore();
      story.act({ ...high, toldAnew }, undefined, LATER);
      const compared = comparedSendings(story.state().persons).length;
      story.act(commands['persons.draft'], undefined, LATER);
      story.act({ ...commands['persons.tell'], toldAt: LATER, told: 38, concerned: 78, bounced: 0 }, undefined, LATER);
      const { informedCount } = caseSays(story.state());
      return { compared, informedCount, short: notReached(story.state()) };
    };
    expect(informed('everyone')).toMatchObject({ compared: 0, informedCount: { count: 38 }, short: { told: 38 } });
    expect(informed('notYetTold')).toMatchObject({ compared: 1, informedCount: { count: 78 }, short: null });
  });

  it('owes nothing where what they were told covers it, with a reason that the decision keeps', () => {
    const story = toldBefore();
    const given = { ...high, toldAnew: 'nobody' as const, notAnewReason: 'mêmes personnes, mêmes données' };
    const { persons, decisions } = story.act(given, undefined, LATER);
    expect(persons.state).toBe('TOLD');
    expect(decisions.at(-1)).toMatchObject({ toldAnew: 'nobody', notAnewReason: 'mêmes personnes, mêmes données' });
    story.act(high, undefined, LATER); // nothing was told since: nobody is asked again
  });

  it.each([
    ['a lower risk', decision('risk')],
    ['an exemption', exempting('b')],
  ])('is not asked of %s', (_which, command) => {
    expect(toldBefore().act(command, undefined, LATER).persons.state).toBe('TOLD');
    expect(toldBefore().try({ ...command, toldAnew: 'everyone' }, undefined, LATER)).toMatchObject({
      error: { issues: [{ pointer: '/toldAnew', message: expect.stringMatching(/^only a high risk asks/) }] },
    });
  });

  it('is not asked where nothing that may be news was told since', () => {
    expect(asksAnew(toldBefore(withdrawn).state())).toBe(false);
    expect(toldBefore(withdrawn).act(high, undefined, LATER).persons.state).toBe('TOLD');
  });

  it('is asked where a lower risk was decided in between', () => {
    const story = toldBefore();
    story.act(decision('risk'), undefined, LATER);
    expect(story.act({ ...high, toldAnew: 'notYetTold' }, undefined, LATER).persons.state).toBe('REQUIRED');
  });
});
