import { sleep } from '@temporalio/workflow';
import { controllerCase as ours } from '../../../workflows/controllerCase/workflow';
import { exerciseRun as run } from '../../../workflows/exerciseRun/workflow';
import { incidentFollowUp as followUp } from '../../../workflows/incidentFollowUp/workflow';
import { processorNotice as notice } from '../../../workflows/processorNotice/workflow';

/** Workflows as somebody would change them who forgot the version: one timer more, at the very beginning. */
export async function processorNotice(...duty: Parameters<typeof notice>): Promise<void> {
  await sleep('1 s');
  return notice(...duty);
}

export async function incidentFollowUp(...duty: Parameters<typeof followUp>): Promise<void> {
  await sleep('1 s');
  return followUp(...duty);
}

export async function controllerCase(...duty: Parameters<typeof ours>): Promise<void> {
  await sleep('1 s');
  return ours(...duty);
}

export async function exerciseRun(...duty: Parameters<typeof run>): Promise<void> {
  await sleep('1 s');
  return run(...duty);
}
