import { describe, expect, it } from '@jest/globals';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { owedBy } from '../../../domain/controllerCase/closing';
import { caseRungs } from '../../../domain/controllerCase/ladders';
import { caseRows } from '../../../domain/deadline/caseRows';
import { caseAt, commands, decision, NOW } from '../../fakes/caseStory';

const filing = { ...commands['authority.file'], type: 'complete' as const };
const grown = {
  kind: 'record.change' as const,
  change: { persons: { amount: 'exact' as const, count: 40_000 } },
};
const now = new Date(NOW);

const owesFile = (one: ControllerCase) => owedBy(one).some(({ what }) => what === 'file');
const rowsOf = (one: ControllerCase) => caseRows(one, now).filter(({ obligation }) => obligation === 'complement');
const rungsOf = (one: ControllerCase) => caseRungs(one, now).filter(({ ladder }) => ladder === 'complement');

/** Decided, and all that was known filed. */
function filed() {
  const story = caseAt('BREACH');
  story.act(decision('high'));
  story.act(filing);
  return story;
}

describe('what is known after a complete notification (GDPR Art 33(4), rule G7)', () => {
  it('owes nothing while nothing came', () => {
    const one = filed().act({ kind: 'record.change', change: { description: 'Les mêmes faits, mieux dits.' } });
    expect([owesFile(one), rowsOf(one), rungsOf(one)]).toEqual([false, [], []]);
  });

  it.each([
    ['news', commands['told.add']],
    ['facts that grow', grown],
  ])('%s owe a complementary one: row, weekly word to the DPO, no end of the case', (_what, command) => {
    const story = filed();
    const one = story.act(command);
    expect(owesFile(one)).toBe(true);
    expect(rowsOf(one)).toMatchObject([{ roles: ['DPO'], hours: 168, clock: { startedAt: NOW, doneAt: null } }]);
    expect(rungsOf(one)).toMatchObject([{ about: one.seq, step: 168, roles: ['DPO'] }]);
    const told = story.act({ ...commands['authority.file'], type: 'complementary', final: true });
    expect([owesFile(told), rowsOf(told), rungsOf(told)]).toEqual([false, [], []]);
  });

  it('counts from the first of it that was not told', () => {
    const story = filed();
    const { seq } = story.act(commands['told.add']);
    expect(rungsOf(story.act(grown))).toMatchObject([{ about: seq }]);
  });

  it('a withdrawal is no news of that', () => {
    expect(owesFile(filed().act({ ...commands['told.add'], tellingKind: 'withdrawal' }))).toBe(false);
  });

  it('is settled by closing the file after it, with the reason', () => {
    const story = filed();
    story.act(commands['told.add']);
    const one = story.act({ ...commands['authority.close'], ground: 'other', reason: 'Les mêmes quarante foyers.' });
    expect([owesFile(one), rowsOf(one)]).toEqual([false, []]);
  });

  it('after its authority closed the file is asked for, and holds nothing up', () => {
    const story = filed();
    story.act({ ...commands['authority.close'], ground: 'answer' });
    const one = story.act(grown);
    expect(owesFile(one)).toBe(false);
    expect(rowsOf(one)).toHaveLength(1);
    expect(rowsOf(story.act({ ...commands['authority.file'], type: 'complementary', final: true }))).toEqual([]);
  });

  it('leaves its silence unsaid until it was told', () => {
    const story = filed();
    const silent = (one: ControllerCase) => caseRungs(one, now).some(({ ladder }) => ladder === 'silence');
    expect(silent(story.state())).toBe(true);
    expect(silent(story.act(grown))).toBe(false);
  });
});
