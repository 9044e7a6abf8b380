import { bridgeIssues } from '../risk/legalBridge';
import { scoredFrom } from '../risk/scored';
import { done, type Issue, refused, type Result } from '../shared/errors';
import { type ControllerCase, currentAdvice, currentScore } from './case';
import type { CaseCommandOf } from './commands';
import type { AroundCase } from './decide';
import { ORDERED } from './publicNotice';
import type { CaseEvent } from './events';
import { anewIssues } from './toldAnew';

/** What the DPO advises, what the answers come to, and what is decided of the risk (domain rules 7.4, region ASSESS). */
export function decideRisk(
  one: ControllerCase,
  command: CaseCommandOf<'risk.advise' | 'risk.score' | 'risk.decide'>,
  around: AroundCase,
): Result<CaseEvent> {
  switch (command.kind) {
    case 'risk.advise':
      return done({ type: 'risk.advised', values: { risk: command.risk, text: command.text } });
    case 'risk.score': {
      const scored = scoredFrom(command);
      return scored.ok ? done({ type: 'risk.scored', typeVersion: 2, values: scored.value }) : scored;
    }
    case 'risk.decide':
      return decide(one, command, around);
  }
}

/**
 * A DPO advises; management decides with the advice in hand, and the DPO only by a recorded mandate (GDPR Arts 38–39). It
 * rests on a score, and on advice, that no later phase has overtaken; a decision other than what is proposed or advised says why.
 */
function decide(
  one: ControllerCase,
  {
    kind: _kind,
    mandate,
    noAdviceReason,
    againstAdviceReason,
    toldAnew,
    notAnewReason,
    ...sent
  }: CaseCommandOf<'risk.decide'>,
  { roles }: AroundCase,
): Result<CaseEvent> {
  const scored = currentScore(one);
  const advice = currentAdvice(one);
  const issues: Issue[] = [];
  if (scored === null) issues.push({ pointer: '', message: unscored(one) });
  else issues.push(...bridgeIssues(scored, sent));
  issues.push(...anewIssues(one, { ...sent, toldAnew, notAnewReason }));
  if (sent.exemption34 !== null && one.persons.order !== null) {
    issues.push({ pointer: '/exemption34', message: ORDERED });
  }
  if (!roles.includes('DIR') && mandate === null) {
    issues.push({ pointer: '/mandate', message: 'management decides: name the mandate by which a DPO does' });
  }
  if (advice === null && noAdviceReason === null) {
    issues.push({ pointer: '/noAdviceReason', message: unadvised(one) });
  }
  if (advice !== null && advice.risk !== null && advice.risk !== sent.risk && againstAdviceReason === null) {
    const message = `the DPO advised "${advice.risk}": say why it is decided otherwise`;
    issues.push({ pointer: '/againstAdviceReason', message });
  }
  if (scored === null || issues.length > 0) return refused({ code: 'input.invalid', issues });
  const { score, findings, severity, proposal, seq: scoreSeq } = scored;
  const anew = toldAnew === null ? {} : { toldAnew, ...(toldAnew === 'nobody' && { notAnewReason }) };
  const beside = { mandate, noAdviceReason, againstAdviceReason, adviceSeq: advice?.seq ?? null };
  const held = one.persons.state === 'ON_HOLD' && { holdStays: true as const };
  return done({
    type: 'risk.decided',
    typeVersion: 2,
    values: { ...sent, ...beside, ...anew, ...held, score, findings, severity, proposal, scoreSeq },
  });
}

const unadvised = ({ advices }: ControllerCase): string =>
  advices.length === 0
    ? 'the DPO has not advised in writing: say why it cannot wait'
    : 'more was told after the DPO advised: ask for new advice, or say why it cannot wait';

const unscored = ({ scores }: ControllerCase): string =>
  scores.length === 0
    ? 'the risk has not been scored: score it first'
    : 'more was told after the risk was scored: score it again first';
