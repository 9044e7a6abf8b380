import { type FileHanding, fileExchanged } from '../file/handing';
import type { KeptFile } from '../file/kept';
import type { ControllerCase } from './case';
import { toHand } from './processor';

/** Whether a document is with the processor; null where it does not go there. */
export function fileHandingOf(one: ControllerCase, file: KeptFile): FileHanding | null {
  const handed = one.processor.handed.find(({ about }) => about === file.seq);
  if (handed !== undefined) return { state: handed.result, at: handed.at, statedAt: null, why: null };
  const waits = file.exchangeId === null && toHand(one).some(({ about }) => about === file.seq);
  return waits ? { state: 'waiting', at: null, statedAt: null, why: null } : fileExchanged(one.outbox, file);
}
