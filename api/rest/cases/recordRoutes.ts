import { commandRoute } from './commands';

/** The record of the breach (GDPR Art 33(5), docs/domain.md section 2.5). */
export const recordRoutes = [
  commandRoute({
    kind: 'record.change',
    at: 'record',
    operationId: 'changeCaseRecord',
    summary: 'Record what the authority’s form asks',
    description: 'Field by field; what is left out stays as it was.',
    body: 'CaseRecordChange',
    example: { change: { description: 'Un classeur parti chez un tiers.', persons: { amount: 'approx', count: 40 } } },
  }),
  commandRoute({
    kind: 'record.take',
    at: 'record-takings',
    operationId: 'takeFromProcessorNotice',
    summary: 'Take over what the processor says otherwise',
    description:
      'Fields of `processorSays` that differ from what is recorded here are recorded as the processor says them. A field that the record is silent on is filled by itself.',
    body: 'CaseRecordTaking',
    example: { fields: ['persons'], version: 2 },
  }),
  commandRoute({
    kind: 'record.excuse',
    at: 'record-excuses',
    operationId: 'excuseCaseRecord',
    summary: 'Say why fields of the record stay open for good',
    description:
      'GDPR Art 33(5): a breach is not closed while a field of its record is neither filled nor excused. Each section of the form has a reason of its own: one for all of them is said of each.',
    body: 'CaseRecordExcuse',
    example: { groups: { consequences: { fields: ['recoverableData'], reason: 'Rien n’a été perdu.' } } },
  }),
];
