import { commandRoute } from './commands';

const questionId = '0199e1f0-0000-7000-8000-000000000071';
const measureId = '0199e1f0-0000-7000-8000-000000000052';
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
  commandRoute({
    kind: 'processor.propose',
    at: 'processor/measures',
    operationId: 'noteProposedMeasure',
    summary: 'Note a protective measure that the processor proposes',
    description: 'From a processor that is tied to us it comes by itself. It waits for our word.',
    body: 'ProposedMeasure',
    example: { proposedAt: sentAt, urgentHours: 4, what: 'Fermer l’accès des partenaires.' },
  }),
  commandRoute({
    kind: 'processor.decide',
    at: 'processor/measure-answers',
    operationId: 'answerMeasure',
    summary: 'Give our word on a measure of the processor',
    description:
      'Agreed; objected to, with why; or changed, with to what. To a processor that is tied to us it goes by itself.',
    body: 'MeasureAnswer',
    example: { measureId, verdict: 'agreed', answeredAt: sentAt, name: 'Dana Exemple', function: 'DPO' },
  }),
  commandRoute({
    kind: 'processor.take',
    at: 'processor/measure-takings',
    operationId: 'noteTakenMeasure',
    summary: 'Note that the processor took a measure without our word',
    description: 'Why no answer could be awaited, as it says.',
    body: 'TakenMeasure',
    example: { measureId, takenAt: sentAt, reason: 'Les données sortaient encore.' },
  }),
];
