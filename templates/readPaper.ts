import type { Paper } from './blocks/block';

/** What was frozen of a letter: our own bytes, whose hash was looked at when they were read. */
export const readPaper = (frozen: Buffer): Paper => JSON.parse(frozen.toString()) as Paper;
