import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before the first test of a run: a folder in which its shared servers are written down. */
export default function runSetup(): void {
  process.env['VIGIE_TEST_RUN'] = mkdtempSync(join(tmpdir(), 'vigie-run-'));
}
