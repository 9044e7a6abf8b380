import { type ControllerCase, decisionOf } from './case';
import { nobodyReached } from './personsReached';

/**
 * Everything came back, and a high risk, or an order, asks for more than the attempt (GDPR Art 34(1), 34(4)). What reached
 * somebody before an order does not fulfil it.
 */
export function isToldToNobody(one: ControllerCase): boolean {
  const { state, order, requiredSeq, ...persons } = one.persons;
  if (state !== 'TOLD') return false;
  if (order !== null) return nobodyReached({ ...persons, anewSeq: requiredSeq ?? persons.anewSeq });
  return decisionOf(one)?.risk === 'high' && nobodyReached(persons);
}
