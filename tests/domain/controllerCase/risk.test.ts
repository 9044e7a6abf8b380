import { isOneHand } from '../../../domain/controllerCase/decision';
import { describe, expect, it } from '@jest/globals';
import { authorityRegion, currentScore } from '../../../domain/controllerCase/case';
import { owedBy } from '../../../domain/controllerCase/closing';
import type { CaseEvent } from '../../../domain/controllerCase/events';
import type { EnisaInput } from '../../../domain/risk/enisa';
import { caseAt, commands, decision } from '../../fakes/caseStory';
import { data, edpbCase, edpbCases, found, scored } from '../../fakes/edpbCases';
import { people } from '../../fakes/incidentStory';
import { vectors } from '../../fakes/enisaVectors';

const faultsOf = (refusal: unknown) =>
  (refusal as { error: { issues: { pointer: string }[] } }).error.issues.map(({ pointer }) => pointer);
const decided = (risk: 'unlikely' | 'risk' | 'high') => {
  const story = caseAt('BREACH');
  story.act(decision(risk));
  return story;
};
const followed = (authority: boolean, persons: boolean) =>
  ({ ...decision(persons ? 'high' : authority ? 'risk' : 'unlikely'), divergenceReason: null }) as const;

/** Findings that belie no answer of the score. */
const fitting = ({ circumstances: { confidentiality } }: EnisaInput) =>
  ['knownRecipients', 'unknownRecipients'].includes(confidentiality)
    ? found({ outage: 'unknown' })
    : found({ outflow: 'notExcluded', recipients: 'none', outage: 'unknown' });

describe('the score (domain rules 4.1, 4.2)', () => {
  it.each(vectors)('4.2 by the command: %s', (_name, score, se, level) => {
    const { scores } = caseAt('RECEIVED').act({ kind: 'risk.score', score, findings: fitting(score) }, people.oncall);
    expect(scores.at(-1)).toMatchObject({ score, severity: { se, level }, byId: people.oncall.id });
  });

  it.each(edpbCases)('1.4 case $number, scored and decided as proposed, tells whom it should', (one) => {
    const story = caseAt('BREACH');
    story.act({ kind: 'risk.score', score: one.score, findings: one.findings });
    const after = story.act(followed(one.authority, one.persons));
    expect(authorityRegion(after)).toBe(one.authority ? 'PENDING' : 'NOT_REQUIRED');
    expect(after.persons.state).toBe(one.persons ? 'REQUIRED' : 'NOT_REQUIRED');
  });

  it('is refused where one answer belies another, each fault named, and changes nothing', () => {
    const story = caseAt('BREACH');
    const { findings } = edpbCase('10');
    const health = scored({ data: [data('simple', 0, 'health')], confidentiality: 'exposed' });
    const refusal = story.try({ kind: 'risk.score', score: health, findings: { ...findings, recipients: 'none' } });
    expect(faultsOf(refusal)).toEqual(['/score/data/0/class', '/findings/recipients']);
    expect(story.state().scores).toHaveLength(1);
  });

  it('can be made before anybody qualified, and is no decision', () => {
    const after = caseAt('RECEIVED').act(commands['risk.score'], people.oncall);
    expect([after.stage, after.decisions]).toEqual(['RECEIVED', []]);
  });

  it('stands until more is told, then has to be made anew', () => {
    const story = caseAt('BREACH');
    expect(currentScore(story.state())).not.toBeNull();
    story.act(commands['told.add']);
    expect(currentScore(story.state())).toBeNull();
    expect(currentScore(story.act(commands['risk.score']))?.seq).toBe(story.state().seq);
  });
});

describe('the decision on the risk (domain rules 7.4, ASSESS)', () => {
  it('rests on a score: without one, or with one that was overtaken, it is refused', () => {
    const unscored = caseAt('RECEIVED');
    unscored.act(commands.qualify, people.dpo);
    expect(faultsOf(unscored.try(commands['risk.decide']))).toEqual(['']);
    const overtaken = caseAt('BREACH');
    overtaken.act(commands['told.add']);
    expect(faultsOf(overtaken.try(commands['risk.decide']))).toEqual(['']);
    overtaken.act(commands['risk.score']);
    expect(overtaken.try(commands['risk.decide']).ok).toBe(true);
  });

  it('keeps what was known at its hour, whatever is scored later', () => {
    const story = decided('high');
    const [before] = story.state().decisions;
    story.act({ ...commands['risk.score'], score: edpbCase('13').score, findings: edpbCase('13').findings });
    const [first, second] = story.act(followed(false, false)).decisions;
    expect(first).toEqual(before);
    expect(first?.bridge).toMatchObject({ scoreSeq: 3, severity: { level: 'veryHigh' }, proposal: { risk: 'high' } });
    expect(second?.bridge).toMatchObject({ scoreSeq: 6, severity: { level: 'low' }, proposal: { risk: 'unlikely' } });
  });

  it('is made by management, or by a DPO who has a mandate (Arts 38–39)', () => {
    const story = caseAt('BREACH');
    expect(faultsOf(story.try(commands['risk.decide'], people.dpo))).toEqual(['/mandate']);
    expect(story.act({ ...commands['risk.decide'], mandate: 'délibération 12' }, people.dpo).decisions).toHaveLength(1);
  });

  it('is made with the DPO’s written advice, or with a reason why not', () => {
    const story = caseAt('BREACH');
    expect(faultsOf(story.try({ ...commands['risk.decide'], noAdviceReason: null }))).toEqual(['/noAdviceReason']);
    const { seq } = story.act(commands['risk.advise'], people.dpo);
    story.act({ ...commands['risk.decide'], noAdviceReason: null });
    expect(story.state().decisions[0]).toMatchObject({ adviceSeq: seq });
  });

  it('asks anew for advice that more was told after, as for the score, or why not', () => {
    const story = caseAt('BREACH');
    story.act(commands['risk.advise'], people.dpo);
    story.act(commands['told.add']);
    story.act(commands['risk.score']);
    const decide = { ...commands['risk.decide'], noAdviceReason: null };
    expect(faultsOf(story.try(decide))).toEqual(['/noAdviceReason']);
    expect(story.try({ ...decide, noAdviceReason: 'il est absent' }).ok).toBe(true);
    const { seq } = story.act(commands['risk.advise'], people.dpo);
    expect(story.act(decide).decisions.at(-1)).toMatchObject({ adviceSeq: seq });
  });

  it('tells where who advised has decided, too (Art 38)', () => {
    const story = caseAt('BREACH');
    story.act(commands['risk.advise'], people.dpo);
    const { advices, decisions } = story.act({ ...commands['risk.decide'], noAdviceReason: null });
    story.act({ ...commands['risk.decide'], noAdviceReason: null, mandate: 'délibération 12' }, people.dpo);
    expect([...decisions, ...story.state().decisions.slice(1)].map((one) => isOneHand(one, advices))).toEqual([
      false,
      true,
    ]);
  });

  it('of several advices looks at the newest: what the DPO advised before is not held against it', () => {
    const story = caseAt('BREACH');
    story.act(commands['risk.advise'], people.dpo);
    const { seq } = story.act({ ...commands['risk.advise'], risk: 'unlikely' }, people.dpo);
    expect(faultsOf(story.try(decision('high')))).toEqual(['/againstAdviceReason']);
    story.act(decision('unlikely'));
    expect(story.state().decisions[0]).toMatchObject({ adviceSeq: seq, againstAdviceReason: null });
  });

  it('says why it differs from the advice, and why from the proposal', () => {
    const story = caseAt('BREACH');
    story.act(commands['risk.advise'], people.dpo);
    const other = { ...decision('risk'), divergenceReason: null };
    expect(faultsOf(story.try(other))).toEqual(['/divergenceReason', '/againstAdviceReason']);
    expect(story.try({ ...decision('risk'), againstAdviceReason: 'rien n’a été lu' }).ok).toBe(true);
  });

  it('lists every fault at once, conclusions that do not follow among them', () => {
    const wrong = { ...commands['risk.decide'], conclusion33: 'notRequired' as const, noAdviceReason: null };
    expect(faultsOf(caseAt('BREACH').try(wrong, people.dpo))).toEqual(['/conclusion33', '/mandate', '/noAdviceReason']);
  });

  it('in doubt has the authority told, of an unlikely risk too (1.3)', () => {
    const doubtful = { ...decision('unlikely'), doubt: true, conclusion33: 'notify' as const };
    const after = caseAt('BREACH').act(doubtful);
    expect(authorityRegion(after)).toBe('PENDING');
    expect(owedBy(after)[0]).toEqual({ what: 'authority' });
  });

  it('that exempts from telling leaves the persons owed until the ground is recorded with its proof', () => {
    const story = caseAt('BREACH');
    story.act({ ...decision('high'), exemption34: 'b', conclusion34: 'exempt' });
    story.act(commands['regime.exclude']);
    expect(owedBy(story.state())).toEqual([{ what: 'authority' }, { what: 'persons' }]);
    expect(story.act({ ...commands['persons.exempt'], ground: 'b' }).persons.state).toBe('EXEMPT');
  });

  it('is owed only once it is a breach; before, that it be qualified', () => {
    expect(owedBy(caseAt('RECEIVED').state())).toEqual([{ what: 'qualify' }]);
    const breach = caseAt('BREACH');
    breach.act(commands['regime.exclude']);
    expect(owedBy(breach.state())).toEqual([{ what: 'decision' }, { what: 'authority' }]);
  });

  it('keeps nobody from telling the authority: neither a score nor a decision is asked for it', () => {
    expect(caseAt('RECEIVED').try(commands['authority.file']).ok).toBe(true);
  });

  it('has to be made again when a newer phase comes in, before the case can end', () => {
    const story = decided('unlikely');
    story.act(commands['regime.exclude']);
    story.act(commands['told.add']);
    expect(owedBy(story.state())).toEqual([{ what: 'reassess' }, { what: 'authority' }]);
    story.act(commands['risk.score']);
    story.act(decision('unlikely'));
    expect(story.act(commands['case.close']).stage).toBe('CLOSED');
  });
});

describe('a decision of old, in free words', () => {
  const inWords = (risk: 'unlikely' | 'high'): CaseEvent => ({
    type: 'risk.decided',
    values: {
      risk,
      mandate: null,
      adviceSeq: null,
      noAdviceReason: null,
      facts: 'faits',
      safeguards: 'aucune',
      likelyImpact: 'démarchage',
      conclusion33: 'notify',
      conclusion34: 'les personnes non',
      divergenceReason: 'autrement que l’avis',
    },
  });

  it('is read as it was meant: its words are no codes, its divergence is of the advice', () => {
    const [old] = caseAt('BREACH').write(inWords('unlikely')).decisions;
    expect(old).toMatchObject({
      bridge: null,
      inWords: { conclusion33: 'notify', conclusion34: 'les personnes non' },
      againstAdviceReason: 'autrement que l’avis',
      divergenceReason: null,
    });
  });

  it('excuses from the authority by its risk, as it did', () => {
    expect(authorityRegion(caseAt('BREACH').write(inWords('unlikely')))).toBe('NOT_REQUIRED');
    expect(authorityRegion(caseAt('BREACH').write(inWords('high')))).toBe('PENDING');
  });
});
