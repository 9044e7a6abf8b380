/** The obligations that have a workflow; each name is also the workflow's type. */
export type Obligation = 'processorNotice' | 'incidentFollowUp' | 'controllerCase' | 'exerciseRun';

export type DutyKey = { orgId: string; obligation: Obligation; subjectId: string };

/** Ids and sequence numbers only: what Temporal stores is readable to whoever runs it. */
export type DutyStart = { orgId: string; subjectId: string; seq: number };

/** One open run an obligation and subject, whoever starts it and however often. */
export const workflowIdOf = ({ orgId, obligation, subjectId }: DutyKey): string =>
  `${orgId}/${obligation}/${subjectId}`;
