import { defineSignal } from '@temporalio/workflow';

/** "Entry `seq` exists." It may come twice, late, out of order, or not at all. */
export const poke = defineSignal<[{ seq: number }]>('poke');
