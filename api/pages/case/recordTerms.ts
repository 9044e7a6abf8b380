import { Nature } from '../../../domain/deadline/breachClock';
import type { RecordField } from '../../../domain/authority/breachRecord';
import {
  AfterAvailability,
  AfterConfidentiality,
  AfterIntegrity,
  Alteration,
  Certainty,
  DelayReason,
  Exfiltration,
  InformedBy,
  NotInformedGround,
  PersonsInformed,
  Sector,
  Unavailability,
  Unintelligible,
  YesNo,
} from '../../../domain/authority/vocabulary';
import {
  BreachCause,
  BreachOrigin,
  DataCategory,
  PersonCategory,
  PossibleHarm,
  SensitiveCategory,
} from '../../../domain/incident/vocabulary';
import { Gravity } from '../../../domain/risk/scales';

/** A field that is answered by terms of a closed vocabulary. */
export type TermList = { field: RecordField; vocabulary: string; terms: readonly string[] };

/** Fields of which several terms may be ticked. */
export const lists: readonly TermList[] = [
  { field: 'delayReasons', vocabulary: 'delay', terms: DelayReason.options },
  { field: 'natures', vocabulary: 'nature', terms: Nature.options },
  { field: 'origins', vocabulary: 'origin', terms: BreachOrigin.options },
  { field: 'causes', vocabulary: 'cause', terms: BreachCause.options },
  { field: 'data', vocabulary: 'data', terms: DataCategory.options },
  { field: 'sensitive', vocabulary: 'sensitive', terms: SensitiveCategory.options },
  { field: 'personCategories', vocabulary: 'person', terms: PersonCategory.options },
  { field: 'afterConfidentiality', vocabulary: 'afterConfidentiality', terms: AfterConfidentiality.options },
  { field: 'afterIntegrity', vocabulary: 'afterIntegrity', terms: AfterIntegrity.options },
  { field: 'afterAvailability', vocabulary: 'afterAvailability', terms: AfterAvailability.options },
  { field: 'harms', vocabulary: 'harm', terms: PossibleHarm.options },
  { field: 'informedBy', vocabulary: 'informedBy', terms: InformedBy.options },
];

/** Fields of which one term is chosen. */
export const single: readonly TermList[] = [
  { field: 'sector', vocabulary: 'sector', terms: Sector.options },
  { field: 'certainty', vocabulary: 'certainty', terms: Certainty.options },
  { field: 'exfiltration', vocabulary: 'exfiltration', terms: Exfiltration.options },
  { field: 'unintelligible', vocabulary: 'unintelligible', terms: Unintelligible.options },
  { field: 'alteration', vocabulary: 'alteration', terms: Alteration.options },
  { field: 'unavailability', vocabulary: 'unavailability', terms: Unavailability.options },
  { field: 'gravity', vocabulary: 'gravity', terms: Gravity.options },
  { field: 'personsInformed', vocabulary: 'informed', terms: PersonsInformed.options },
  { field: 'notInformedGround', vocabulary: 'notInformed', terms: NotInformedGround.options },
  { field: 'crossBorder', vocabulary: 'yesNo', terms: YesNo.options },
  { field: 'otherDataAuthority', vocabulary: 'yesNo', terms: YesNo.options },
  { field: 'otherAuthority', vocabulary: 'yesNo', terms: YesNo.options },
  { field: 'police', vocabulary: 'yesNo', terms: YesNo.options },
];

export const lines: readonly RecordField[] = ['siren', 'organisationName', 'vatNumber', 'street', 'postcode', 'city'];

export const texts: readonly RecordField[] = [
  'datesComment',
  'discovery',
  'delayText',
  'description',
  'otherData',
  'otherPersons',
  'measuresBefore',
  'consequencesText',
  'harmsText',
  'informedContent',
  'notInformedText',
];

export const counts: readonly RecordField[] = ['persons', 'records', 'informedCount'];
