import { commandRoute } from './commands';

const questionId = '0199e1f0-0000-7000-8000-000000000071';
const sentAt = '2026-03-11T09:00:00.000Z';

/** What is said to the processor that told us, and what it answers (docs/domain.md section 7.4). */
export const processorRoutes = [
  commandRoute({
    kind: 'processor.acknowledge',
    at: 'processor/acknowledgements',
    operationId: 'acknowledgeToProcessor',
    summary: 'Record that a version was acknowledged to the processor',
    description: 'Each side records its own: the processor has its own entry of it.',
    body: 'ProcessorAcknowledgement',
    example: { version: 1, acknowledgedAt: sentAt, name: 'Dana Exemple', function: 'DPO' },
  }),
  commandRoute({
    kind: 'processor.ask',
    at: 'processor/questions',
    operationId: 'askProcessor',
    summary: 'Record a question to the processor',
    description: 'To be answered within the working days of the contract (5 where none is recorded), or urgent hours.',
    body: 'ProcessorQuestion',
    example: { askedAt: sentAt, urgentHours: 4, text: 'Combien de foyers ?' },
  }),
  commandRoute({
    kind: 'processor.answer',
    at: 'processor/answers',
    operationId: 'recordProcessorAnswer',
    summary: 'Record the answer of the processor',
    description: 'What it answered, and when.',
    body: 'ProcessorAnswer',
    example: { questionId, answeredAt: sentAt, text: 'Quarante et un.' },
  }),
];
