import type { CaseCommandOf } from '../../domain/controllerCase/commands';

export const NOW = '2026-03-10T14:00:00.000Z';

type Kind =
  | 'processor.acknowledge'
  | 'processor.ask'
  | 'processor.answer'
  | 'processor.propose'
  | 'processor.decide'
  | 'processor.take';

/** One good example of each thing that is said between a controller's case and the processor that told us. */
export const processorCommands: { [K in Kind]: CaseCommandOf<K> } = {
  'processor.propose': {
    kind: 'processor.propose',
    measureId: 'm1',
    proposedAt: NOW,
    urgentHours: null,
    dueAt: null,
    what: 'Fermer l’accès des partenaires.',
  },
  'processor.decide': {
    kind: 'processor.decide',
    measureId: 'm1',
    verdict: 'agreed',
    text: null,
    answeredAt: NOW,
    name: 'Dana Exemple',
    function: 'DPO',
  },
  'processor.take': {
    kind: 'processor.take',
    measureId: null,
    what: 'Accès fermé.',
    takenAt: NOW,
    reason: 'Les données sortaient encore.',
  },
  'processor.acknowledge': {
    kind: 'processor.acknowledge',
    version: 1,
    acknowledgedAt: NOW,
    name: 'Dana Exemple',
    function: 'DPO',
  },
  'processor.ask': { kind: 'processor.ask', askedAt: NOW, urgentHours: null, text: 'Combien de foyers ?' },
  'processor.answer': { kind: 'processor.answer', questionId: 'unknown', answeredAt: NOW, text: 'Quarante et un.' },
};
