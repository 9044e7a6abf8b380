import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { guards } from './guards';
import { runTwin } from './runTwin';

const root = join(__dirname, '../../..');

/** Each security test has a twin: the product without the guard that it is about. The test must fail there. */
describe.each(guards.map((guard) => ({ name: guard.guard, guard })))('without this: $name', ({ guard }) => {
  it('stands where the twin takes it out', () => {
    expect(readFileSync(join(root, guard.file), 'utf8').split(guard.from)).toHaveLength(2);
  });

  it('its test fails', async () => {
    const { failed, broken } = await runTwin(guard);
    expect(broken).toBe(0); // a file that does not load proves nothing
    expect(failed.length).toBeGreaterThan(0);
  }, 120_000);
});
