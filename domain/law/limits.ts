import type { Limit } from '../deadline/limit';

/** What a law gives a length for. One key is one rule; which length it has depends on the profile in force. */
export const LIMITS = [
  'gdpr.authority',
  'nis2.earlyWarning',
  'nis2.notification',
  'nis2.trustNotification',
  'nis2.final',
  'dora.fromClassification',
  'dora.fromAwareness',
  'dora.intermediate',
  'dora.final',
  'eidas.notification',
  'eprivacy.notification',
  'eprivacy.second',
  'cra.earlyWarning',
  'cra.notification',
  'cra.finalVulnerability',
  'cra.finalIncident',
  'cnil.complement',
  'cnil.silence',
  'insurance.complaint',
  'insurance.notice',
  'insurance.theftNotice',
  'uk.authority',
  'uk.telecom',
] as const;
export type LimitKey = (typeof LIMITS)[number];

export type Limits = Readonly<Partial<Record<LimitKey, Limit>>>;

const unionHours = (length: number): Limit => ({ unit: 'hours', length, count: 'reg1182' });
const elapsedHours = (length: number): Limit => ({ unit: 'hours', length, count: 'elapsed' });

/** Regulation (EU) 2016/679 art. 33(1); Regulation (EU) 611/2013 art. 2(2)–(3); Regulation (EU) 910/2014. */
export const DATA_PROTECTION: Limits = {
  'gdpr.authority': unionHours(72),
  'eidas.notification': unionHours(24),
  'eprivacy.notification': unionHours(24),
  'eprivacy.second': { unit: 'days', length: 3, count: 'reg1182' },
};

/** Directive (EU) 2022/2555 art. 23(4). */
export const NIS2: Limits = {
  'nis2.earlyWarning': unionHours(24),
  'nis2.notification': unionHours(72),
  'nis2.trustNotification': unionHours(24),
  'nis2.final': { unit: 'months', length: 1, count: 'reg1182' },
};

/** Delegated Regulation (EU) 2025/301 art. 5: its own weekend rule takes the place of Regulation 1182/71 art. 3(4). */
export const DORA: Limits = {
  'dora.fromClassification': unionHours(4),
  'dora.fromAwareness': unionHours(24),
  'dora.intermediate': unionHours(72),
  'dora.final': { unit: 'months', length: 1, count: 'unmoved' },
};

/** Regulation (EU) 2024/2847 art. 14(2) and (4). */
export const CYBER_RESILIENCE: Limits = {
  'cra.earlyWarning': unionHours(24),
  'cra.notification': unionHours(72),
  'cra.finalVulnerability': { unit: 'days', length: 14, count: 'reg1182' },
  'cra.finalIncident': { unit: 'months', length: 1, count: 'reg1182' },
};

/** What the CNIL says of its own form: a complement "if possible" within 72 h (soft), two months of silence. */
export const CNIL: Limits = {
  'cnil.complement': { unit: 'hours', length: 72, count: 'elapsed', soft: true },
  'cnil.silence': { unit: 'months', length: 2, count: 'unmoved' },
};

/** Insurance code L113-2 4°: never fewer working days than these; the policy may give more. */
export const INSURANCE_NOTICE: Limits = {
  'insurance.notice': { unit: 'workingDays', length: 5 },
  'insurance.theftNotice': { unit: 'workingDays', length: 2 },
};

/** Insurance code L12-10-1: elapsed hours, proof on the insured. */
export const INSURANCE_COMPLAINT: Limits = { 'insurance.complaint': elapsedHours(72) };

/** UK GDPR art. 33 and PECR reg. 5A: elapsed hours, Regulation 1182/71 is not applied. */
export const unitedKingdom = (telecomHours: number): Limits => ({
  'uk.authority': elapsedHours(72),
  'uk.telecom': elapsedHours(telecomHours),
});

/** COM(2025) 837 (2025/0360 COD): would give art. 33 this length. A proposal. */
export const OMNIBUS_PROPOSAL: Limits = { 'gdpr.authority': unionHours(96) };
