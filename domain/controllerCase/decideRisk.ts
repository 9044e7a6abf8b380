import { done, type Issue, refused, type Result } from '../shared/errors';
import type { ControllerCase } from './case';
import type { CaseCommandOf } from './commands';
import type { AroundCase } from './decide';
import type { CaseEvent } from './events';

/**
 * A DPO advises; management decides with the advice in hand, and the DPO only by a recorded mandate (GDPR Arts 38–39). A
 * decision that differs from the newest advice says why.
 */
export function decideRisk(
  { advices }: ControllerCase,
  command: CaseCommandOf<'risk.advise' | 'risk.decide'>,
  { roles }: AroundCase,
): Result<CaseEvent> {
  if (command.kind === 'risk.advise') {
    return done({ type: 'risk.advised', values: { risk: command.risk, text: command.text } });
  }
  const { kind: _kind, ...values } = command;
  const advice = advices.at(-1) ?? null;
  const issues: Issue[] = [];
  if (!roles.includes('DIR') && values.mandate === null) {
    issues.push({ pointer: '/mandate', message: 'management decides: name the mandate by which a DPO does' });
  }
  if (advice === null && values.noAdviceReason === null) {
    issues.push({ pointer: '/noAdviceReason', message: 'the DPO has not advised in writing: say why it cannot wait' });
  }
  if (advice !== null && advice.risk !== null && advice.risk !== values.risk && values.divergenceReason === null) {
    issues.push({
      pointer: '/divergenceReason',
      message: `the DPO advised "${advice.risk}": say why it is decided otherwise`,
    });
  }
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  return done({ type: 'risk.decided', values: { ...values, adviceSeq: advice?.seq ?? null } });
}
