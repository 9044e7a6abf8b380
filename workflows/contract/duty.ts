/** The obligations that have a workflow; each name is also the workflow's type. */
export const DUTY_OBLIGATIONS = ['processorNotice', 'incidentFollowUp', 'controllerCase', 'exerciseRun'] as const;
export type Obligation = (typeof DUTY_OBLIGATIONS)[number];

export type DutyKey = { orgId: string; obligation: Obligation; subjectId: string };

/** Ids and sequence numbers only: what Temporal stores is readable to whoever runs it. */
export type DutyStart = { orgId: string; subjectId: string; seq: number };

/** One open run an obligation and subject, whoever starts it and however often. */
export const workflowIdOf = ({ orgId, obligation, subjectId }: DutyKey): string =>
  `${orgId}/${obligation}/${subjectId}`;
