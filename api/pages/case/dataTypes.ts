import type { BreachRecord } from '../../../domain/authority/breachRecord';
import { SensitiveCategory } from '../../../domain/incident/vocabulary';
import type { DataClass, DataType } from '../../../domain/risk/enisa';

/** Name of the authority's vocabulary that has a word for these data. */
export const dataVocabulary = (type: DataType): 'sensitive' | 'data' =>
  SensitiveCategory.safeParse(type).success ? 'sensitive' : 'data';

/** Data that a person is offered under each class; credentials take the class of what they open, other data any. */
export const typesOf: Readonly<Record<DataClass, readonly DataType[]>> = {
  simple: [
    'civil-status',
    'contact-details',
    'national-id-number',
    'official-documents',
    'identification-or-access',
    'other',
    'not-known',
  ],
  behavioural: ['location', 'identification-or-access', 'other'],
  financial: ['financial-or-economic', 'identification-or-access', 'other'],
  sensitive: [...SensitiveCategory.options, 'offences-or-convictions', 'identification-or-access', 'other'],
};

const usual: Partial<Record<DataType, DataClass>> = {
  location: 'behavioural',
  'financial-or-economic': 'financial',
  'offences-or-convictions': 'sensitive',
};

/** Under which class data that the record names are looked for first. */
const classOf = (type: DataType): DataClass =>
  dataVocabulary(type) === 'sensitive' ? 'sensitive' : (usual[type] ?? 'simple');

/** What the record says already, for whoever scores for the first time. */
export const typesIn = ({ data, sensitive }: BreachRecord, dataClass: DataClass): DataType[] =>
  [...(data ?? []), ...(sensitive ?? [])].filter((type) => classOf(type) === dataClass);
