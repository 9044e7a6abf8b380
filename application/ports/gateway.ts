/** The obligations that have a workflow. */
export type Obligation = 'processorNotice' | 'incidentFollowUp' | 'controllerCase' | 'exerciseRun';

/** "Entry `seq` of this subject exists": ids and numbers only, since what Temporal stores is readable to whoever runs it. */
export type Duty = { orgId: string; obligation: Obligation; subjectId: string; seq: number };

/** A run of an older version of the workflow code. */
export type OlderRun = { id: string; runId: string };

/** What the relay asks of Temporal. Everything rejects when it is away. */
export type DutyRuns = {
  /** Starts the obligation's workflow if it is missing, then tells it that entry `seq` exists. */
  poke(duty: Duty): Promise<void>;
  /** Starts the obligation's workflow if it is missing. One that runs is told nothing: for no news its history would grow. */
  start(duty: Duty): Promise<void>;
  /** Names the place where runs live; another name after Temporal has lost everything. */
  place(): Promise<string>;
  /** Makes a place ready for runs. A place that lets nobody do so was made ready by its operators. */
  prepare(): Promise<void>;
  /** Tells a run that entry `seq` exists, if there is one: the duty is closed, so none is started. */
  tell(duty: Duty): Promise<void>;
  /** Runs that an older version of the code started and that are still open. */
  olderRuns(): Promise<OlderRun[]>;
  /** Ends one, if it still runs. Whoever ends it pokes its duty next. */
  end(run: OlderRun): Promise<void>;
  /** The run that a poke would reach. */
  runIdOf(duty: Omit<Duty, 'seq'>): string;
};
