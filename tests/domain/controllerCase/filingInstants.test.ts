import { describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { decideOpening } from '../../../domain/controllerCase/decide';
import { caseAt, commands, decision, NOW, opening, RECEIVED } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';

const early = new Date(Date.parse(RECEIVED) - 1_000).toISOString();

describe('what was said to an authority, or asked by it, before the breach was known', () => {
  it.each([
    ['authority.file', { sentAt: early }, '/sentAt'],
    ['authority.ask', { askedAt: early }, '/askedAt'],
    ['authority.withdraw', { sentAt: early }, '/sentAt'],
  ] as const)('is not taken: as %s it would end a limit that has just begun', (kind, instant, pointer) => {
    const story = caseAt('BREACH');
    if (kind !== 'authority.file') story.act({ ...commands['authority.file'], sentAt: RECEIVED });
    if (kind === 'authority.withdraw') story.act(commands.ruleOut, people.dpo);
    if (kind === 'authority.withdraw') story.yes(people.director);
    const refusal = story.try({ ...commands[kind], ...instant } as CaseCommand);
    expect(refusal).toMatchObject({ error: { issues: [{ pointer }] } });
    expect(story.try({ ...commands[kind], [pointer.slice(1)]: RECEIVED } as CaseCommand)).toMatchObject({ ok: true });
  });
});

describe('what the persons were told, or ordered to be told, before the breach was known', () => {
  it.each([
    ['persons.tell', '/toldAt'],
    ['persons.order', '/orderedAt'],
  ] as const)('is not taken as %s', (kind, pointer) => {
    const story = caseAt('BREACH');
    story.act(decision('high'));
    if (kind === 'persons.tell') story.act(commands['persons.draft']);
    const at = (instant: string) => story.try({ ...commands[kind], [pointer.slice(1)]: instant } as CaseCommand);
    const message = `is before awareAt (${RECEIVED})`;
    expect(at(early)).toMatchObject({ error: { issues: [{ pointer, message }] } });
    expect(at(RECEIVED)).toMatchObject({ ok: true });
  });
});

describe('a knowledge that is said to be later than the receipt', () => {
  const around = { now: new Date(NOW), hasAgreement: true, hasIncident: true, zone: 'Europe/Paris' };

  it('is refused in place of being dropped; at the receipt, or before it, it is taken', () => {
    const later = new Date(Date.parse(RECEIVED) + 1_000).toISOString();
    expect(decideOpening(opening({ knownAt: later }), around)).toMatchObject({
      error: { issues: [{ pointer: '/knownAt', message: expect.stringContaining(RECEIVED) }] },
    });
    expect(decideOpening(opening({ knownAt: RECEIVED }), around)).toMatchObject({ ok: true });
    expect(decideOpening(opening({ knownAt: early }), around)).toMatchObject({ ok: true });
  });
});
