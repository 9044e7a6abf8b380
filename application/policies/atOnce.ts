import type { Asker } from './asker';
import { mayRecordTransfer } from './transfer';
import { mayProveVulnerability } from './vulnerability';

/** Who records what is told at once calls its controllers, and writes down what they answer. */
const recorders = { vulnerability: mayProveVulnerability, transfer: mayRecordTransfer } as const;

export const mayAnswerFor = (asker: Asker, kind: keyof typeof recorders): boolean => recorders[kind](asker);
