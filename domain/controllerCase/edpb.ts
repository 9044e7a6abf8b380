import { edpbFormOf } from '../authority/edpbForm';
import type { EdpbForm } from '../authority/edpbSchema';
import type { EdpbContext } from '../authority/filingContext';
import type { FilingType } from '../authority/vocabulary';
import type { Result } from '../shared/errors';
import { type ControllerCase, decisionOf } from './case';
import { competentOf, establishmentsOf } from './competence';
import { mainAuthority } from './mainAuthority';
import { countryOf } from './place';
import { filedWith, filingOf, type ForAuthority, toldTo, type Written } from './sheet';

/**
 * The EDPB's common template of one notification, from what the case knows now (domain rules 2.6).
 *
 * @returns `input.invalid` with each place that is still to be determined where a complete one is asked for, or for a
 *   follow-up of what was never notified
 */
export const edpbOfCase = (one: ControllerCase, asked: Written, now: Date): Result<EdpbForm> =>
  edpbFormOf(toldTo(one, [], asked, now).record, contextOf(one, asked, now));

/** Types that an authority can be notified as: what it was notified of is followed up, and only that. */
export function edpbTypes(one: ControllerCase, authorityId: string): FilingType[] {
  if (filedWith(one, authorityId).length === 0) return ['initial', 'complete'];
  return one.ruledOut === null ? ['complementary'] : ['complementary', 'withdrawal'];
}

function contextOf(one: ControllerCase, asked: ForAuthority, now: Date): EdpbContext {
  const decision = decisionOf(one);
  const score = decision?.bridge?.severity ?? null;
  const competent = competentOf(one);
  const leads = competent.known && competent.rule === 'lead'; // never guessed: where nobody knows it, it stays blank
  return {
    ...filingOf(one, asked, now),
    internalReference: one.reference,
    exercise: one.opened.exercise,
    risk: decision?.risk ?? null,
    riskMethod: score === null ? null : `${ENISA}: SE ${score.se / QUARTERS}`,
    leadAuthority: leads ? mainAuthority(one, now).name : null,
    establishments: establishmentsOf(one) ?? [one.record.country ?? countryOf(one.opened)],
    eeaRepresentative: null, // nobody is asked: of a controller outside the EEA alone (Art. 27)
  };
}

const ENISA = 'ENISA, Working Document v1.0 (2013)';
const QUARTERS = 4;
