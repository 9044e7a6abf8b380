import { type ControllerCase, decisionOf } from './case';
import { nobodyReached } from './personsReached';

/** Everything came back, and a high risk, or an order, asks for more than the attempt (GDPR Art 34(1), 34(4)). */
export const isToldToNobody = (one: ControllerCase): boolean =>
  one.persons.state === 'TOLD' &&
  nobodyReached(one.persons) &&
  (decisionOf(one)?.risk === 'high' || one.persons.order !== null);
