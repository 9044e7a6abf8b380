import { describe, expect, it } from '@jest/globals';
import { owedBy } from '../../../domain/controllerCase/closing';
import { caseAt, commands } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';

const faultsOf = (refusal: unknown) =>
  (refusal as { error: { issues: { pointer: string }[] } }).error.issues.map(({ pointer }) => pointer);
const decided = (risk: 'unlikely' | 'risk' | 'high') => {
  const story = caseAt('BREACH');
  story.act({ ...commands['risk.decide'], risk });
  return story;
};

describe('the risk', () => {
  it('is decided by management, or by a DPO who has a mandate (Arts 38–39)', () => {
    const story = caseAt('BREACH');
    expect(faultsOf(story.try(commands['risk.decide'], people.dpo))).toEqual(['/mandate']);
    expect(story.act({ ...commands['risk.decide'], mandate: 'délibération 12' }, people.dpo).decisions).toHaveLength(1);
  });

  it('is decided with the DPO’s written advice, or with a reason why not', () => {
    const story = caseAt('BREACH');
    expect(faultsOf(story.try({ ...commands['risk.decide'], noAdviceReason: null }))).toEqual(['/noAdviceReason']);
    const { seq } = story.act(commands['risk.advise'], people.dpo);
    story.act({ ...commands['risk.decide'], noAdviceReason: null });
    expect(story.state().decisions[0]).toMatchObject({ adviceSeq: seq });
  });

  it('says why it differs from the advice', () => {
    const story = caseAt('BREACH');
    story.act(commands['risk.advise'], people.dpo);
    expect(faultsOf(story.try({ ...commands['risk.decide'], risk: 'risk' }))).toEqual(['/divergenceReason']);
  });

  it('is owed only once it is a breach; before, that it be qualified', () => {
    expect(owedBy(caseAt('RECEIVED').state())).toEqual([{ what: 'qualify' }]);
    expect(owedBy(caseAt('BREACH').state())).toEqual([{ what: 'decision' }, { what: 'authority' }]);
  });

  it('has to be decided again when a newer phase comes in, before the case can end', () => {
    const story = decided('unlikely');
    story.act(commands['told.add']);
    expect(owedBy(story.state())).toEqual([{ what: 'reassess' }]);
  });
});
