/** The obligations that have a workflow. */
export type Obligation = 'processorNotice' | 'incidentFollowUp';

/** "Entry `seq` of this subject exists": ids and numbers only, since what Temporal stores is readable to whoever runs it. */
export type Duty = { orgId: string; obligation: Obligation; subjectId: string; seq: number };

export type DutyGateway = {
  /** Starts the obligation's workflow if it is missing, then tells it that entry `seq` exists. Rejects when Temporal is away. */
  poke(duty: Duty): Promise<void>;
};
