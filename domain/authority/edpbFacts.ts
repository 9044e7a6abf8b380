import { isEea } from '../party/country';
import type { BreachRecord } from './breachRecord';
import { countOf, isThere, listOf, TBD, valueOf, yesNoOf } from './edpbAnswers';
import type { EdpbForm } from './edpbSchema';
import type { EdpbContext } from './filingContext';
import { type EdpbSeverity, type Gravity, scalesOf } from '../risk/scales';
import type { YesNo } from './vocabulary';

type Facts = NonNullable<EdpbForm['facts']>;

/** Domain rules 4.2: one severity a gravity. */
function severityOf(gravity: Gravity): EdpbSeverity {
  const scales = Object.values(scalesOf).find((one) => one.gravity === gravity);
  if (scales === undefined) throw new RangeError(gravity);
  return scales.severity;
}

const OUTCOME = { unlikely: 'unlikely', risk: 'notHigh', high: 'high' } as const;

/** What the template asks of the breach itself. */
export const edpbFacts = (record: BreachRecord, filing: EdpbContext): Facts => ({
  otherParties: isThere(record.otherBodies)
    ? { value: record.otherBodies.map(({ name, role, alertedAt }) => ({ name, role, toldAt: alertedAt })) }
    : TBD,
  timeline: {
    period: valueOf(record.period),
    awareAt: valueOf(filing.awareAt),
    late: filing.reasonsNeeded ? lateOf(record) : null,
    foundBy: valueOf(record.foundBy),
    circumstances: valueOf(record.discovery),
  },
  breach: breachOf(record),
  affected: {
    data: listOf(record.data, 'not-known'),
    otherData: record.otherData ?? null,
    sensitive: isThere(record.sensitive) ? { value: record.sensitive } : TBD,
    records: countOf(record.records),
    personCategories: listOf(record.personCategories, 'not-determined'),
    otherPersons: record.otherPersons ?? null,
    persons: countOf(record.persons),
  },
  assessment: {
    measuresBefore: valueOf(record.measuresBefore),
    harms: listOf(record.harms),
    harmsText: record.harmsText ?? null,
    severity: isThere(record.gravity) ? { value: severityOf(record.gravity) } : TBD,
    outcome: filing.risk === null ? TBD : { value: OUTCOME[filing.risk] },
    method: filing.riskMethod,
    measuresAfter: isThere(record.measuresAfter)
      ? { value: record.measuresAfter.map(({ what, state, at }) => ({ what, state, at })) }
      : TBD,
  },
  communication: communicationOf(record),
  elsewhere: elsewhereOf(record, filing),
  attachments: [...(record.attachments ?? [])],
});

function lateOf({ delayReasons, delayText }: BreachRecord): NonNullable<Facts['timeline']['late']> {
  const reasons = listOf(delayReasons);
  return 'value' in reasons && isThere(delayText) ? { value: { reasons: reasons.value, text: delayText } } : TBD;
}

function breachOf(record: BreachRecord): Facts['breach'] {
  const lost = (nature: 'confidentiality' | 'integrity' | 'availability') => record.natures?.includes(nature) === true;
  return {
    natures: listOf(record.natures),
    confidentiality: lost('confidentiality')
      ? {
          exfiltration: valueOf(record.exfiltration),
          unintelligible: valueOf(record.unintelligible),
          consequences: listOf(record.afterConfidentiality),
        }
      : null,
    integrity: lost('integrity')
      ? { alteration: valueOf(record.alteration), consequences: listOf(record.afterIntegrity) }
      : null,
    availability: lost('availability')
      ? { unavailability: valueOf(record.unavailability), consequences: listOf(record.afterAvailability) }
      : null,
    otherConsequences: record.consequencesText ?? null,
    origins: listOf(record.origins),
    causes: listOf(record.causes),
    description: valueOf(record.description),
  };
}

/** What was said of telling persons before it was decided otherwise stays in the record, not in the form. */
function communicationOf(record: BreachRecord): Facts['communication'] {
  const { personsInformed } = record;
  const isTold = personsInformed === 'informed';
  const willBe = personsInformed === 'willBe' || isTold;
  const ground = record.notInformedGround ?? null;
  return {
    told: toldOf(record),
    ground: personsInformed === 'willNotBe' && ground !== 'noHighRisk' ? ground : null,
    on: willBe ? (record.informedOn ?? null) : null,
    persons: isTold ? (record.informedCount ?? null) : null,
    means: willBe ? [...(record.informedBy ?? [])] : [],
    content: isTold ? (record.informedContent ?? null) : null,
  };
}

function toldOf({ personsInformed, notInformedGround }: BreachRecord): Facts['communication']['told'] {
  switch (personsInformed) {
    case 'informed':
      return { value: 'yes' };
    case 'willBe':
      return { value: 'willBe' };
    case 'notDetermined':
      return { value: 'noInvestigating' };
    case 'willNotBe':
      if (!isThere(notInformedGround)) return TBD;
      return { value: notInformedGround === 'noHighRisk' ? 'noNotHigh' : 'noException34' };
    default:
      return TBD;
  }
}

function elsewhereOf(record: BreachRecord, { leadAuthority, establishments }: EdpbContext): Facts['elsewhere'] {
  const countries = record.countries ?? [];
  return {
    police: yesNoOf(record.police),
    otherAuthorities: authorities(record.otherAuthority, record.otherAuthorities),
    dataProtectionAuthorities: authorities(record.otherDataAuthority, record.otherDataAuthorities),
    crossBorder: yesNoOf(record.crossBorder),
    leadAuthority,
    establishments: [...establishments],
    countries: countries.filter(({ country }) => isEea(country)),
    outsideEea: countries.filter(({ country }) => !isEea(country)),
  };
}

function authorities(said: YesNo | null | undefined, named: BreachRecord['otherAuthorities']) {
  if (said === 'no') return { value: [] };
  return said === 'yes' && isThere(named) && named.length > 0 ? { value: [...named] } : TBD;
}
