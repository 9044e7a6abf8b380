import type { Regime } from '../regime';

/** Public health code L1111-8-2, D1111-16-2 s.: a grave incident of security in a health or social body; no number of hours. */
export const healthIncident: Regime = {
  id: 'healthIncident',
  law: 'FR',
  facts: [],
  stages: [{ id: 'report', from: 'triggerAt', limit: null, to: ['healthPortal'], tells: ['healthList'] }],
  notes: [],
};

/** UK GDPR art. 33 and 34, where it applies (art. 3): no lead authority, whatever was told in the Union. */
export const ukGdpr: Regime = {
  id: 'ukGdpr',
  law: 'UK',
  facts: ['highRisk'],
  stages: [
    {
      id: 'notification',
      from: 'triggerAt',
      limit: 'uk.authority',
      to: ['ico'],
      tells: ['natureAndNumbers', 'contactPoint', 'likelyConsequences', 'measures'],
    },
    {
      id: 'persons',
      from: 'triggerAt',
      limit: null,
      when: { fact: 'highRisk', is: ['yes', 'unknown'] },
      to: ['affectedPersons'],
      tells: ['contactPoint', 'likelyConsequences', 'measures'],
    },
  ],
  notes: ['noOneStopShop'],
};

/** PECR reg. 5A: providers of public electronic communications in the United Kingdom. */
export const ukTelecom: Regime = {
  id: 'ukTelecom',
  law: 'UK',
  facts: ['unintelligible'],
  stages: [
    {
      id: 'notification',
      from: 'triggerAt',
      limit: 'uk.telecom',
      to: ['ico'],
      tells: ['natureAndNumbers', 'measures'],
    },
    {
      id: 'persons',
      from: 'triggerAt',
      limit: null,
      when: { fact: 'unintelligible', is: ['no', 'unknown'] },
      to: ['affectedPersons'],
      tells: ['likelyConsequences', 'measures'],
    },
  ],
  notes: ['noOneStopShop'],
};

/** Insurance code L12-10-1: a complaint of the victim within 72 h of knowing of the attack, not of the breach (rules P6, P7). */
export const insuranceComplaint: Regime = {
  id: 'insuranceComplaint',
  law: 'FR',
  facts: [],
  stages: [
    { id: 'complaint', from: 'triggerAt', limit: 'insurance.complaint', to: ['police'], tells: ['factsAndDamage'] },
  ],
  notes: ['complaintNotPreComplaint', 'beforeReinstalling'],
};

/** Insurance code L113-2 4°: the insurer is told within the policy's working days, never fewer than five, two for theft (P8). */
export const insuranceNotice: Regime = {
  id: 'insuranceNotice',
  law: 'FR',
  facts: ['theft', 'policyWorkingDays'],
  stages: [
    {
      id: 'notice',
      from: 'triggerAt',
      limit: 'insurance.theftNotice',
      orLonger: 'policyWorkingDays',
      when: { fact: 'theft', is: ['yes', 'unknown'] },
      to: ['insurer'],
      tells: ['policyAndLoss'],
    },
    {
      id: 'notice',
      from: 'triggerAt',
      limit: 'insurance.notice',
      orLonger: 'policyWorkingDays',
      when: { fact: 'theft', is: ['no'] },
      to: ['insurer'],
      tells: ['policyAndLoss'],
    },
  ],
  notes: [],
};
