import { describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { caseAt, commands, RECEIVED } from '../../fakes/caseStory';

const early = new Date(Date.parse(RECEIVED) - 1_000).toISOString();

describe('what was said to an authority, or asked by it, before the breach was known', () => {
  it.each([
    ['authority.file', { sentAt: early }, '/sentAt'],
    ['authority.ask', { askedAt: early }, '/askedAt'],
    ['authority.withdraw', { sentAt: early }, '/sentAt'],
  ] as const)('is not taken: as %s it would end a limit that has just begun', (kind, instant, pointer) => {
    const story = caseAt('BREACH');
    if (kind !== 'authority.file') story.act(commands['authority.file']);
    const refusal = story.try({ ...commands[kind], ...instant } as CaseCommand);
    expect(refusal).toMatchObject({ error: { issues: [{ pointer }] } });
    expect(story.try({ ...commands[kind], [pointer.slice(1)]: RECEIVED } as CaseCommand)).toMatchObject({ ok: true });
  });
});
