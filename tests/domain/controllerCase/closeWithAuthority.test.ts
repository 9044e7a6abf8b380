import { describe, expect, it } from '@jest/globals';
import { authorityRegion, filedAt } from '../../../domain/controllerCase/case';
import { owedBy } from '../../../domain/controllerCase/closing';
import { caseRungs } from '../../../domain/controllerCase/ladders';
import { openLimit } from '../../../domain/controllerCase/term';
import { caseAt, commands, NOW } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';

const OVER = '2026-05-10T22:00:00.000Z';
const silent = (authorityId: string) => ({ ...commands['authority.close'], authorityId, ground: 'silence' as const });

/** A breach of which an authority was told all. */
function toldAll(authorityId: string) {
  const story = caseAt('BREACH');
  story.act({ ...commands['authority.file'], authorityId, type: 'complete' });
  return story;
}

const refusal = (message: string) => ({ ok: false, error: { issues: [{ pointer: '/ground', message }] } });

describe('closing with an authority (domain rules 3.5, 7.4)', () => {
  it('for its silence is taken once that is over, not a minute before', () => {
    const story = toldAll('cnil');
    const early = refusal(`its silence says nothing before ${OVER}`);
    expect(story.try(silent('cnil'))).toMatchObject(early);
    expect(story.try(silent('cnil'), people.director, '2026-05-10T21:59:00.000Z')).toMatchObject(early);
    expect(story.act(silent('cnil'), people.director, OVER).authorities).toMatchObject([{ state: 'SA_CLOSED' }]);
  });

  it('whose silence has no rule needs another ground', () => {
    const story = toldAll('apd-gba');
    const none = refusal('its silence ends nothing: give another ground');
    expect(story.try(silent('apd-gba'), people.director, OVER)).toMatchObject(none);
    const other = { ...silent('apd-gba'), ground: 'other' as const };
    expect(story.act(other, people.director, OVER).authorities).toMatchObject([{ state: 'SA_CLOSED' }]);
  });

  it('owes it the withdrawal where the breach is ruled out after that, until it is told (E10)', () => {
    const story = toldAll('cnil');
    story.act(commands['authority.close']);
    story.act(commands.ruleOut, people.dpo);
    story.yes(people.director);
    const isOwed = () => owedBy(story.state()).some(({ what }) => what === 'file');
    const isAsked = () => caseRungs(story.state(), new Date(NOW)).some(({ ladder }) => ladder === 'withdraw');
    expect([isOwed(), isAsked()]).toEqual([true, true]);
    expect(story.act(commands['authority.withdraw']).authorities[0]).toMatchObject({
      state: 'WITHDRAWN',
      closed: null,
    });
    expect([isOwed(), isAsked()]).toEqual([false, false]);
  });

  it('that waits for an answer, or was told that it is none, is not closed for its silence', () => {
    const story = toldAll('cnil');
    story.act({ ...commands['authority.ask'], dueAt: null });
    expect(story.try(silent('cnil'), people.director, OVER)).toMatchObject({ ok: false });
    story.act(commands.ruleOut, people.dpo);
    story.yes(people.director);
    story.act(commands['authority.withdraw']);
    expect(story.try(silent('cnil'), people.director, OVER)).toMatchObject({ ok: false });
    expect(story.try({ ...silent('cnil'), ground: 'answer' }, people.director, NOW).ok).toBe(true);
  });

  it('is not asked of a case that was found to be no breach before anybody was told', () => {
    const one = caseAt('NOT_A_BREACH').state();
    expect([authorityRegion(one), openLimit(one), filedAt(one)]).toEqual(['NOT_REQUIRED', null, null]);
    expect(owedBy(one)).toEqual([]);
    expect(one.ruledOut).toMatchObject({ byId: people.director.id, reason: expect.any(String) }); // invariant 2
  });
});
