import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';

const root = join(__dirname, '..');
const house = mkdtempSync(join(tmpdir(), 'rooms-'));
cpSync(join(root, '.oxlintrc.json'), join(house, '.oxlintrc.json'));
afterAll(() => rmSync(house, { recursive: true }));

function isRefused(room: string, line: string): boolean {
  const file = join(house, room, 'subject', 'case.ts');
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `${line}\nexport const taken: unknown = x;\n`);
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/oxlint'), [file], { cwd: house, encoding: 'utf8' });
  return stdout.includes('no-restricted-imports');
}

const from = (path: string) => `import { x } from '${path}';`;

describe('who may enter which room (architecture.md section 4)', () => {
  it.each([
    ['domain', from('../../adapters/mongo/journal')],
    ['domain', from('mongoose')],
    ['domain', "import { randomBytes as x } from 'node:crypto';"],
    ['application', from('../../adapters/mail/smtp')],
    ['application', from('express')],
    ['workflows', from('../../application/notice/sendNotice')],
    ['workflows', from('../../domain/notice/nextMilestone')],
    ['workflows', from('node:fs')],
    ['activities', from('../../adapters/mail/smtp')],
    ['adapters', from('../../application/notice/sendNotice')],
    ['adapters', from('../../workflows/processorNotice/workflow')],
    ['templates', from('../../application/ports/ports')],
    ['api', from('../../adapters/mongo/journal')],
    ['api', from('@temporalio/client')],
    ['application', from('node:crypto')],
    ['templates', from('mongoose')],
    ['worker', from('../../adapters/mongo/journal')],
    ['worker', from('../../workflows/processorNotice/workflow')],
    ['worker', from('../../runtime/config')],
    ['worker', from('mongoose')],
    ['worker/watchdog', from('@temporalio/client')],
    ['worker/watchdog', from('../../../workflows/contract/processorNotice')],
    ['worker/signer', from('@temporalio/worker')],
    ['cli', from('../../adapters/mongo/journal')],
    ['cli', from('../../api/http/createApp')],
    ['cli', from('mongoose')],
    ['verifier', from('../../domain/journal/seal')],
    ['verifier', from('../domain/shared/jcs')],
    ['verifier', from('zod')],
    ['scripts', from('../domain/shared/jcs')],
    ['scripts', from('zod')],
  ])('%s/ refuses %s', (room, line) => {
    expect(isRefused(room, line)).toBe(true);
  });

  it.each([
    ['domain', from('../journal/entry')],
    ['domain', "import { createHash as x } from 'node:crypto';"],
    ['workflows', "import type { x } from '../../domain/notice/nextMilestone';"],
    ['workflows', from('../support/milestoneLoop')],
    ['adapters', from('../../application/ports/ports')],
    ['adapters', from('node:stream')],
    ['adapters', from('../../workflows/contract/processorNotice')],
    ['api', from('../../application/notice/sendNotice')],
    ['api', from('node:crypto')],
    ['application', from('zod')],
    ['adapters', from('node:fs')],
    ['templates', from('handlebars')],
    ['activities', from('../application/notice/sendNotice')],
    ['worker', from('../../application/notice/sendNotice')],
    ['worker', from('../../activities/createActivities')],
    ['worker', from('../../workflows/contract/processorNotice')],
    ['worker', from('@temporalio/worker')],
    ['worker/watchdog', from('../../../application/notice/sendNotice')],
    ['worker/signer', from('node:timers/promises')],
    ['cli', from('../../application/notice/sendNotice')],
    ['cli', from('../../verifier/verify')],
    ['cli', from('../../runtime/config')],
    ['cli', from('../../templates/words/words')],
    ['cli', from('commander')],
    ['verifier', from('./merkle')],
    ['verifier', from('node:crypto')],
    ['scripts', from('./bootstrap.mjs')],
    ['scripts', from('node:fs')],
    ['runtime', from('../../adapters/mongo/journal')],
  ])('%s/ lets in %s', (room, line) => {
    expect(isRefused(room, line)).toBe(false);
  });
});
