import type { Asker } from './asker';
import { mayReadTransfers, mayRecordTransfer } from './transfer';
import { mayProveVulnerability, mayReadVulnerabilities } from './vulnerability';

/** Who records what is told at once calls its controllers, and writes down what they answer. */
const recorders = { vulnerability: mayProveVulnerability, transfer: mayRecordTransfer } as const;

const readers = { vulnerability: mayReadVulnerabilities, transfer: mayReadTransfers } as const;

/** The contact itself, by the link of its letter. */
export const mayAcknowledgeTelling = ({ actor }: Pick<Asker, 'actor'>): boolean => actor.kind === 'guest';

export const mayAnswerFor = (asker: Asker, kind: keyof typeof recorders): boolean => recorders[kind](asker);

export const mayReadMatter = (asker: Asker, kind: keyof typeof readers): boolean => readers[kind](asker);
