import { spawnSync } from 'node:child_process';
import { it } from '@jest/globals';

/** Text is read by poppler. On a machine without it these tests are shown as skipped; `.ci/run` installs it. */
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
if (!hasPoppler && process.env['CI'] !== undefined) throw new Error('pdftotext is missing: install poppler-utils');

export const itReadsPdf = hasPoppler ? it : it.skip;

/** The text of a PDF as a reader copies it, each gap one blank. */
export function pdfText(pdf: Buffer): string {
  const { stdout, status } = spawnSync('pdftotext', ['-layout', '-', '-'], { encoding: 'utf8', input: pdf });
  if (status !== 0) throw new Error('pdftotext could not read it');
  return stdout.replaceAll(/\s+/g, ' ').trim();
}
