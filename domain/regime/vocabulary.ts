import { z } from 'zod';

/** Neighbouring regimes: other duties that the same incident may start (domain rules section 6). */
export const RegimeId = z.enum([
  'nis2',
  'dora',
  'eidas',
  'eprivacy',
  'healthIncident',
  'ukGdpr',
  'ukTelecom',
  'craVulnerability',
  'craIncident',
  'insuranceComplaint',
  'insuranceNotice',
  'aiAct',
  'vitalOperator',
  'psd2',
  'publicOfficial',
  'worksCouncil',
  'marketAbuse',
]);
export type RegimeId = z.infer<typeof RegimeId>;

/** One act that a regime asks for. */
export const StageId = z.enum([
  'earlyWarning',
  'notification',
  'initial',
  'intermediate',
  'update',
  'onRequest',
  'second',
  'justification',
  'progressReport',
  'final',
  'users',
  'persons',
  'public',
  'complaint',
  'notice',
  'report',
]);
export type StageId = z.infer<typeof StageId>;

/** A stage of a regime, as the ladder of its reminders is named: `nis2.earlyWarning`. */
export const StageName = z.templateLiteral([RegimeId, '.', StageId]);
export type StageName = z.infer<typeof StageName>;

/** Which stage of which regime a name means; null for any other text. */
export function stageNamed(name: string): { regime: RegimeId; id: StageId } | null {
  const [regime, id] = name.split('.');
  const read = z.strictObject({ regime: RegimeId, id: StageId }).safeParse({ regime, id });
  return read.success ? read.data : null;
}

/** To whom a stage goes. */
export const RECIPIENTS = [
  'csirt',
  'serviceUsers',
  'financialSupervisor',
  'trustSupervisor',
  'affectedPersons',
  'public',
  'dataProtectionAuthority',
  'healthPortal',
  'ico',
  'productPlatform',
  'police',
  'insurer',
  'marketSurveillance',
  'nationalCyberAuthority',
  'prosecutor',
  'employeeRepresentatives',
  'marketAuthority',
] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/** What a stage says. */
export const CONTENTS = [
  'unlawfulOrMalicious',
  'crossBorder',
  'severityAndImpact',
  'indicators',
  'statusUpdate',
  'description',
  'rootCause',
  'mitigation',
  'protectYourself',
  'doraInitial',
  'doraIntermediate',
  'doraFinal',
  'annexI',
  'annexII',
  'reasonsStillMissing',
  'healthList',
  'natureAndNumbers',
  'contactPoint',
  'likelyConsequences',
  'measures',
  'memberStates',
  'productAndExploit',
  'incidentNature',
  'maliciousActor',
  'correctiveUpdate',
  'factsAndDamage',
  'policyAndLoss',
] as const;
export type Content = (typeof CONTENTS)[number];

/** What a person should know of a regime beside its stages. */
export const NOTES = [
  'nationalLawUnknown',
  'tellDelayBefore',
  'noOneStopShop',
  'complaintNotPreComplaint',
  'beforeReinstalling',
  'fromTheEventItself',
  'manualClock',
] as const;
export type Note = (typeof NOTES)[number];

export const YesNoUnknown = z.enum(['yes', 'no', 'unknown']);
export type YesNoUnknown = z.infer<typeof YesNoUnknown>;
