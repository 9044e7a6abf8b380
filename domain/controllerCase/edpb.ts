import { edpbFormOf } from '../authority/edpbForm';
import type { EdpbForm } from '../authority/edpbSchema';
import type { EdpbContext } from '../authority/filingContext';
import type { FilingType } from '../authority/vocabulary';
import type { Result } from '../shared/errors';
import { type ControllerCase, decisionOf, standingFilings } from './case';
import { mainAuthority } from './mainAuthority';
import { countryOf } from './place';
import { filingOf } from './sheet';

/**
 * The EDPB's common template of one type of notification, from what the case knows now (domain rules 2.6).
 *
 * @returns `input.invalid` with each place that is still to be determined where a complete one is asked for, or for a
 *   follow-up of what was never notified
 */
export const edpbOfCase = (one: ControllerCase, type: FilingType, now: Date): Result<EdpbForm> =>
  edpbFormOf(one.record, contextOf(one, type, now));

/** Types that the case can be notified as: what was notified is followed up, and only that. */
export function edpbTypes(one: ControllerCase): FilingType[] {
  const isNotified = standingFilings(one).length > 0;
  if (!isNotified) return ['initial', 'complete'];
  return one.ruledOut === null ? ['complementary'] : ['complementary', 'withdrawal'];
}

function contextOf(one: ControllerCase, type: FilingType, now: Date): EdpbContext {
  const decision = decisionOf(one);
  const score = decision?.bridge?.severity ?? null;
  return {
    ...filingOf(one, type, now),
    internalReference: one.reference,
    risk: decision?.risk ?? null,
    riskMethod: score === null ? null : `${ENISA}: SE ${score.se / QUARTERS}`,
    leadAuthority: one.record.crossBorder === 'yes' ? mainAuthority(one, now).name : null,
    establishments: [one.record.country ?? countryOf(one.opened)],
    eeaRepresentative: null, // nobody is asked: of a controller outside the EEA alone (Art. 27)
  };
}

const ENISA = 'ENISA, Working Document v1.0 (2013)';
const QUARTERS = 4;
