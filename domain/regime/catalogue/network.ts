import type { Regime, StageSpec } from '../regime';

const notYes = ['no', 'unknown'] as const;
const maybe = ['yes', 'unknown'] as const;

const notification: Pick<StageSpec, 'id' | 'from' | 'to' | 'tells'> = {
  id: 'notification',
  from: 'triggerAt',
  to: ['csirt'],
  tells: ['severityAndImpact', 'indicators'],
};
const final: Pick<StageSpec, 'id' | 'limit' | 'to' | 'tells'> = {
  id: 'final',
  limit: 'nis2.final',
  to: ['csirt'],
  tells: ['description', 'rootCause', 'mitigation', 'crossBorder'],
};

/** Directive (EU) 2022/2555 art. 23: aware of a significant incident. Trust services notify within 24 h. */
export const nis2: Regime = {
  id: 'nis2',
  law: 'EU',
  facts: ['trustService', 'usersAffected', 'requestedAt', 'ongoing', 'handledAt'],
  stages: [
    {
      id: 'earlyWarning',
      from: 'triggerAt',
      limit: 'nis2.earlyWarning',
      to: ['csirt'],
      tells: ['unlawfulOrMalicious', 'crossBorder'],
    },
    {
      id: 'users',
      from: 'triggerAt',
      limit: null,
      when: { fact: 'usersAffected', is: maybe },
      to: ['serviceUsers'],
      tells: ['protectYourself'],
    },
    { ...notification, limit: 'nis2.trustNotification', when: { fact: 'trustService', is: maybe } },
    { ...notification, limit: 'nis2.notification', when: { fact: 'trustService', is: ['no'] } },
    { id: 'onRequest', from: 'requestedAt', limit: null, optional: true, to: ['csirt'], tells: ['statusUpdate'] },
    {
      id: 'progressReport',
      from: { sent: ['notification'] },
      limit: 'nis2.final',
      when: { fact: 'ongoing', is: ['yes'] },
      to: ['csirt'],
      tells: ['statusUpdate'],
    },
    { ...final, from: 'handledAt', when: { fact: 'ongoing', is: ['yes'] } },
    { ...final, from: { sent: ['notification'] }, when: { fact: 'ongoing', is: notYes } },
  ],
  notes: ['nationalLawUnknown'],
};

/** Regulation (EU) 910/2014 art. 19a(1)(b) and 24(2)(fb): counted from the breach or disruption itself, the earlier reading. */
export const eidas: Regime = {
  id: 'eidas',
  law: 'EU',
  facts: ['publicInterest'],
  stages: [
    {
      id: 'notification',
      from: 'triggerAt',
      limit: 'eidas.notification',
      to: ['trustSupervisor'],
      tells: ['description', 'severityAndImpact'],
    },
    {
      id: 'persons',
      from: 'triggerAt',
      limit: 'eidas.notification',
      to: ['affectedPersons'],
      tells: ['description', 'protectYourself'],
    },
    {
      id: 'public',
      from: 'triggerAt',
      limit: 'eidas.notification',
      when: { fact: 'publicInterest', is: ['yes'] },
      to: ['public'],
      tells: ['description', 'protectYourself'],
    },
  ],
  notes: ['fromTheEventItself'],
};

/** Regulation (EU) 611/2013: providers of public electronic communications, from the detection of the breach. */
export const eprivacy: Regime = {
  id: 'eprivacy',
  law: 'EU',
  facts: ['itemsMissing', 'stillMissing', 'unintelligible'],
  stages: [
    {
      id: 'initial',
      from: 'triggerAt',
      limit: 'eprivacy.notification',
      to: ['dataProtectionAuthority'],
      tells: ['annexI'],
    },
    {
      id: 'second',
      from: { sent: ['initial'] },
      limit: 'eprivacy.second',
      when: { fact: 'itemsMissing', is: maybe },
      to: ['dataProtectionAuthority'],
      tells: ['annexI'],
    },
    {
      id: 'justification',
      from: { sent: ['second'] },
      limit: null,
      when: { fact: 'stillMissing', is: ['yes'] },
      to: ['dataProtectionAuthority'],
      tells: ['reasonsStillMissing'],
    },
    {
      id: 'persons',
      from: 'triggerAt',
      limit: null,
      when: { fact: 'unintelligible', is: notYes },
      to: ['affectedPersons'],
      tells: ['annexII'],
    },
  ],
  notes: [],
};
