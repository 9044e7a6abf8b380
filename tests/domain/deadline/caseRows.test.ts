import { describe, expect, it } from '@jest/globals';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { caseRows } from '../../../domain/deadline/caseRows';
import { HOUR_MS, plusMs } from '../../../domain/shared/instant';
import { caseAt, commands, createCaseStory, decision, NOW } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';

it.each([
  ['that the authority set', plusMs(NOW, 100 * HOUR_MS), 'authority'],
  ['that nobody set', null, 'procedure'],
])('a question of the authority has a limit %s', (_whose, dueAt, source) => {
  const story = caseAt('BREACH');
  story.act({ ...commands['authority.file'], type: 'complete' });
  const rows = caseRows(story.act({ ...commands['authority.ask'], dueAt }), new Date(NOW));
  expect(rows.find(({ obligation }) => obligation === 'authorityQuestion')?.source).toBe(source);
});

it('telling the authority stands before telling the persons until its limit is met, whichever limit is nearer', () => {
  const story = caseAt('BREACH');
  const one = story.act(decision('high'));
  const order = (all: ReturnType<typeof caseRows>) =>
    all.filter(({ clock }) => clock.doneAt === null).map(({ obligation }) => obligation);
  const open = order(caseRows(one, new Date(NOW)));
  expect(open).toContain('persons');
  expect(open.indexOf('authority')).toBeLessThan(open.indexOf('persons'));
  const filed = order(caseRows(story.act({ ...commands['authority.file'], type: 'complete' }), new Date(NOW)));
  expect([filed.includes('authority'), filed.includes('persons')]).toEqual([false, true]);
});

describe('the decision of the risk is management’s task', () => {
  const rolesOf = (one: ControllerCase) =>
    caseRows(one, new Date(NOW)).find(({ obligation }) => obligation === 'riskDecision')?.roles;
  const told = { ...commands['told.add'], receivedAt: NOW };

  it('and the DPO’s only for what comes before it: the score and the advice', () => {
    const story = createCaseStory();
    expect(rolesOf(story.act(commands.qualify, people.dpo))).toEqual(['DIR', 'DPO']);
    expect(rolesOf(story.act(commands['risk.score']))).toEqual(['DIR', 'DPO']);
    expect(rolesOf(story.act(commands['risk.advise'], people.dpo))).toEqual(['DIR']);
  });

  it('or the DPO’s too where a mandate was recorded in the case', () => {
    const story = caseAt('BREACH');
    story.act({ ...decision('risk'), mandate: 'Délibération 4' }, people.dpo);
    story.act(told);
    story.act(commands['risk.score']);
    story.act(commands['risk.advise'], people.dpo);
    expect(rolesOf(story.state())).toEqual(['DIR', 'DPO']);
  });
});
