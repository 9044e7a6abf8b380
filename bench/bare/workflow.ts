import { proxyActivities } from '@temporalio/workflow';

/** The least that Temporal can do for anybody: one task, one activity. */
export async function touch(index: number): Promise<void> {
  const { touched } = proxyActivities<{ touched(index: number): Promise<void> }>({ startToCloseTimeout: '10 s' });
  await touched(index);
}
