import type { Regime, StageSpec } from '../regime';

const initial: Pick<StageSpec, 'id' | 'noon' | 'to' | 'tells'> = {
  id: 'initial',
  noon: true,
  to: ['financialSupervisor'],
  tells: ['doraInitial'],
};

/**
 * Regulation (EU) 2022/2554 art. 19, Delegated Regulation (EU) 2025/301 art. 5: an incident that is classified as major,
 * counted from awareness of it. Classified after 24 hours: 4 hours from then. The rule of noon is not for every entity:
 * it counts only where somebody has answered that it may be used, and timers keep to the strict limit all the same.
 */
export const dora: Regime = {
  id: 'dora',
  law: 'EU',
  facts: ['classifiedAt', 'recoveredAt', 'noonRule'],
  stages: [
    {
      ...initial,
      from: 'triggerAt',
      limit: 'dora.fromAwareness',
      orSooner: { from: 'classifiedAt', limit: 'dora.fromClassification' },
      when: { classified: 'inTime' },
    },
    { ...initial, from: 'classifiedAt', limit: 'dora.fromClassification', when: { classified: 'later' } },
    {
      id: 'intermediate',
      from: { sent: ['initial'] },
      limit: 'dora.intermediate',
      noon: true,
      to: ['financialSupervisor'],
      tells: ['doraIntermediate'],
    },
    {
      id: 'update',
      from: 'recoveredAt',
      limit: null,
      optional: true,
      to: ['financialSupervisor'],
      tells: ['doraIntermediate'],
    },
    {
      id: 'final',
      from: { sent: ['intermediate', 'update'] },
      limit: 'dora.final',
      noon: true,
      to: ['financialSupervisor'],
      tells: ['doraFinal'],
    },
  ],
  notes: ['tellDelayBefore'],
};
