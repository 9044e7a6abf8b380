import { createHash } from 'node:crypto';
import { type Hash, isHash } from './merkle';

export type Head = { origin: string; size: number; root: Hash };

/** The text that is signed (C2SP tlog-checkpoint): origin, size, base64 of the root; no extension lines. */
export const checkpointText = ({ origin, size, root }: Head): string =>
  `${origin}\n${size}\n${Buffer.from(root, 'hex').toString('base64')}\n`;

/** Null when the text is not exactly what `checkpointText` writes. */
export function readCheckpointText(text: string): Head | null {
  const [origin = '', size = '', root = ''] = text.split('\n');
  const head = { origin, size: Number(size), root: Buffer.from(root, 'base64').toString('hex') };
  const isHead = origin !== '' && Number.isSafeInteger(head.size) && head.size >= 0 && isHash(head.root);
  return isHead && checkpointText(head) === text ? head : null;
}

/** Older checkpoints that one copy can be asked to begin with. */
export const MOST_SEEN = 100;

/** What a notice carries of a checkpoint: its hash, as the size would tell how busy others are. */
export const checkpointHash = (note: string): string => createHash('sha256').update(note).digest('hex');
