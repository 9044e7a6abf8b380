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
    kind: 'record.excuse',
    at: 'record-excuses',
    operationId: 'excuseCaseRecord',
    summary: 'Say why fields of the record stay open for good',
    description: 'GDPR Art 33(5): a breach is not closed while a field of its record is neither filled nor excused.',
    body: 'CaseRecordExcuse',
    example: { fields: ['recoverableData'], reason: 'Rien n’a été perdu.' },
  }),
];
