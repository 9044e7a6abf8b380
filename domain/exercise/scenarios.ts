import type { Scenario, ScenarioId } from './scenario';
import { lostLaptop } from './scenarios/lostLaptop';
import { payrollLeak } from './scenarios/payrollLeak';
import { ransomware } from './scenarios/ransomware';
import { subProcessorLeak } from './scenarios/subProcessorLeak';
import { wrongRecipient } from './scenarios/wrongRecipient';

/** What can be rehearsed, in the order in which it is offered. */
export const scenarios: readonly Scenario[] = [ransomware, subProcessorLeak, lostLaptop, wrongRecipient, payrollLeak];

const byId = new Map(scenarios.map((one) => [one.id, one]));

/** @throws RangeError for one that this version does not know; the type keeps it from happening */
export function scenarioOf(id: ScenarioId): Scenario {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError(`no scenario ${id}`);
  return found;
}
