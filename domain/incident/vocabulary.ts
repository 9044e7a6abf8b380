import { z } from 'zod';

/** Closed vocabularies of an incident; labels in French and English live with the templates (domain rules 2.3, 2.4, 5.2). */

/** Who or what signalled. */
export const Source = z.enum(['person', 'tool', 'subProcessor', 'thirdParty', 'authority']);
export type Source = z.infer<typeof Source>;

export const SignalChannel = z.enum(['form', 'api', 'cli', 'email', 'phone', 'meeting', 'other']);
export type SignalChannel = z.infer<typeof SignalChannel>;

/** What it looks like to the declarant. All but `event` are told to DPO and management at once (duty S4-02). */
export const SignalKind = z.enum(['unspecified', 'event', 'incident', 'loss', 'theft', 'intrusion']);
export type SignalKind = z.infer<typeof SignalKind>;

/** Each kind has its list of evidence to keep (domain rules 5.2). */
export const IncidentKind = z.enum([
  'ransomware',
  'intrusion',
  'phishing',
  'ddos',
  'defacement',
  'accountTakeover',
  'dataLeak',
  'deviceLostOrStolen',
  'other',
]);
export type IncidentKind = z.infer<typeof IncidentKind>;

export const Severity = z.enum(['low', 'medium', 'high', 'critical']);
export type Severity = z.infer<typeof Severity>;

/** Published vocabulary of causes (domain rules section 2.3). */
export const BreachCause = z.enum([
  'internal-malicious',
  'internal-accidental',
  'external-malicious',
  'external-accidental',
  'other',
  'unknown',
]);
export type BreachCause = z.infer<typeof BreachCause>;

/** Published vocabulary of origins (domain rules section 2.3). */
export const BreachOrigin = z.enum([
  'equipment-lost-or-stolen',
  'paper-lost-or-stolen',
  'mail-lost-or-opened',
  'hacking-or-malware',
  'paper-discarded',
  'equipment-discarded',
  'unintended-publication',
  'wrong-person-on-portal',
  'wrong-recipient',
  'spoken-disclosure',
  'other',
]);
export type BreachOrigin = z.infer<typeof BreachOrigin>;

/** What an incident may harm, by its definition (contract art. 1): the activity, security, or both. */
export const Harmed = z.enum(['activity', 'security', 'both']);
export type Harmed = z.infer<typeof Harmed>;

export const DataCategory = z.enum([
  'civil-status',
  'national-id-number',
  'contact-details',
  'identification-or-access',
  'financial-or-economic',
  'official-documents',
  'location',
  'offences-or-convictions',
  'not-known',
  'other',
]);
export type DataCategory = z.infer<typeof DataCategory>;

export const SensitiveCategory = z.enum([
  'racial-or-ethnic-origin',
  'political-opinions',
  'philosophical-or-religious-beliefs',
  'trade-union',
  'sexual-orientation',
  'health',
  'biometric',
  'genetic',
]);
export type SensitiveCategory = z.infer<typeof SensitiveCategory>;

export const PersonCategory = z.enum([
  'employees',
  'users',
  'members',
  'students',
  'military',
  'customers',
  'patients',
  'minors',
  'vulnerable',
  'not-determined',
  'other',
]);
export type PersonCategory = z.infer<typeof PersonCategory>;

/** Recital 85. */
export const PossibleHarm = z.enum([
  'loss-of-control',
  'limitation-of-rights',
  'discrimination',
  'identity-theft',
  'fraud',
  'reversal-of-pseudonymisation',
  'financial-loss',
  'damage-to-reputation',
  'loss-of-professional-secrecy',
  'intrusion-on-privacy',
  'other',
]);
export type PossibleHarm = z.infer<typeof PossibleHarm>;

/** What happened to the data (contract Annex 2 §12; duty S3-07). */
export const Consequence = z.enum(['loss', 'disclosure', 'alteration']);
export type Consequence = z.infer<typeof Consequence>;

/** How many, as far as known: `approx` is a whole number; null says "not known at this stage". */
export const Count = z
  .strictObject({ approx: z.int().nonnegative().meta({ description: 'approximate number' }) })
  .nullable();
export type Count = z.infer<typeof Count>;

/** The organisation's part in a processing that is touched. */
export const ProcessingRole = z.enum(['processor', 'controller', 'both']);
export type ProcessingRole = z.infer<typeof ProcessingRole>;

export const Touched = z.strictObject({
  agreementId: z.string().min(1).max(100).meta({ description: 'the agreement whose data are touched' }),
  role: ProcessingRole.meta({ description: 'our part in that processing' }),
});
export type Touched = z.infer<typeof Touched>;
