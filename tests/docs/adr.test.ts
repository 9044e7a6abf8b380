import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from './links';

const folder = join(root, 'docs/adr');
const index = readFileSync(join(folder, 'README.md'), 'utf8');
const decisions = readdirSync(folder).filter((name) => /^\d{4}-/.test(name));

describe('decisions', () => {
  it('are numbered without gaps and listed', () => {
    expect(decisions.map((name) => Number(name.slice(0, 4)))).toEqual(decisions.map((_, at) => at + 1));
    for (const name of decisions) expect(index).toContain(`](${name})`);
  });

  it.each(decisions)(
    '%s says status, problem, decision, consequences, and what would fail if it were undone',
    (name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      expect(text).toMatch(/^# \d{4} .+/);
      expect(text).toMatch(/^- Status: (accepted|superseded by \[)/m);
      for (const heading of ['Context and problem', 'Decision', 'Consequences', 'Confirmation'])
        expect(text).toContain(`## ${heading}\n`);
      const confirmed = [...(text.split('## Confirmation')[1] ?? '').matchAll(/`([^`\s]+\/[^`\s]*|\.[\w.]+)`/g)];
      const paths = confirmed.map(([, path = '']) => path.replace(/\*.*$/, '')).filter((path) => !path.startsWith('@'));
      expect(paths).not.toEqual([]);
      expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    },
  );
});
