import type { IncidentOverview } from '../../../application/overview/readIncidentOverview';
import type { Entry } from '../../../domain/journal/entry';
import { currentDraft } from '../../../domain/notice/currentDraft';
import type { Said } from '../../../templates/pages/words/word';

const noticeTypes = ['notice.version', 'notice.drafted'];

/**
 * How many persons the incident touches, as it was said last: of the whole by a fact, or controller by controller in
 * their notices, whose numbers are added up. "At least" while a controller's number is missing.
 */
export function personsKnown({ incident, cases, entries }: IncidentOverview): Said {
  const told = cases.filter(({ notice }) => notice.opened.purpose === 'breach' && notice.life !== 'WITHDRAWN');
  const numbers = told.flatMap((one) => {
    const { c } = currentDraft(one.notice);
    const own = c?.answer === 'value' ? c.persons : null;
    const persons = own ?? incident.facts.byAgreement[one.notice.opened.agreementId]?.persons?.approx ?? null;
    return persons === null ? [] : [persons];
  });
  const whole = incident.facts.common.persons?.approx ?? null;
  const inNotices = newest(entries, ({ type }) => noticeTypes.includes(type));
  const inFacts = newest(
    entries,
    ({ type, fields }) =>
      type === 'facts.recorded' && fields['agreementId']?.value === null && fields['persons'] !== undefined,
  );
  if (whole !== null && (numbers.length === 0 || inFacts > inNotices)) return about(whole, 'incident.personsAbout');
  if (numbers.length === 0) return { key: 'incident.personsUnknown' };
  const sum = numbers.reduce((total, one) => total + one, 0);
  return about(sum, numbers.length === told.length ? 'incident.personsAbout' : 'incident.personsAtLeast');
}

const newest = (entries: readonly Entry[], isWanted: (entry: Entry) => boolean): number =>
  Math.max(0, ...entries.filter(isWanted).map(({ seq }) => seq));

const about = (n: number, key: 'incident.personsAbout' | 'incident.personsAtLeast'): Said => ({
  key,
  values: { n },
});
