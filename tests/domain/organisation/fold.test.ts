import { describe, expect, it } from '@jest/globals';
import type { Json } from '../../../domain/shared/jcs';
import { sealEntry } from '../../../domain/journal/seal';
import { DEMONSTRATOR, foldOrganisation } from '../../../domain/organisation/fold';
import { isRelayUntested, mailsAreCaught } from '../../../domain/organisation/standing';

const secrets = { macKey: 'secret', newSalt: () => 'ab'.repeat(32) };
const created = { name: 'Slime SAS', language: 'fr', timeZone: 'Europe/Paris' };
const [one, other] = ['1'.repeat(64), '2'.repeat(64)];

function entries(...events: [string, Record<string, Json>][]) {
  return events.map(([type, values], index) =>
    sealEntry(
      {
        orgId: 'slime',
        at: `2026-03-27T09:0${index}:00.000Z`,
        actor: { kind: 'person', id: 'p1' },
        type,
        subject: { kind: 'organisation', id: 'slime' },
        key: `k${index}`,
        values,
        request: 'r',
      },
      { seq: index + 1, revision: index + 1, recordedAt: '2026-03-27T09:20:01.000Z' },
      secrets,
    ),
  );
}

const folded = (...events: [string, Record<string, Json>][]) => {
  const organisation = foldOrganisation(entries(['organisation.created', created], ...events));
  if (organisation === null) throw new Error('nothing');
  return organisation;
};

describe('the banner "the relay is untested"', () => {
  it.each<{ rule: string; events: [string, Record<string, Json>][]; untested: boolean }>([
    { rule: 'stands at the beginning', events: [], untested: true },
    { rule: 'stands while the relay is untested', events: [['relay.set', { fingerprint: one }]], untested: true },
    {
      rule: 'ends when the relay has taken a mail',
      events: [
        ['relay.set', { fingerprint: one }],
        ['relay.tested', { fingerprint: one }],
      ],
      untested: false,
    },
    {
      rule: 'is not ended by the test of another relay',
      events: [
        ['relay.set', { fingerprint: one }],
        ['relay.tested', { fingerprint: other }],
      ],
      untested: true,
    },
    {
      rule: 'comes back with another relay',
      events: [
        ['relay.set', { fingerprint: one }],
        ['relay.tested', { fingerprint: one }],
        ['relay.set', { fingerprint: other }],
      ],
      untested: true,
    },
    {
      rule: 'is not brought back by setting the same relay again',
      events: [
        ['relay.set', { fingerprint: one }],
        ['relay.tested', { fingerprint: one }],
        ['relay.set', { fingerprint: one }],
      ],
      untested: false,
    },
  ])('$rule', ({ events, untested }) => {
    expect(isRelayUntested(folded(...events), one)).toBe(untested);
    expect(mailsAreCaught(folded(...events), one)).toBe(false);
  });
});

it('mails are caught while no relay is set, whatever relay was tested before, and the test of another counts for nothing', () => {
  const tested = folded(['relay.set', { fingerprint: one }], ['relay.tested', { fingerprint: one }]);
  expect(mailsAreCaught(tested, null)).toBe(true);
  expect(isRelayUntested(tested, null)).toBe(false);
  expect(isRelayUntested(tested, other)).toBe(true);
});

it('an organisation of the demonstration is known by who made it, and no relay ends its banner', () => {
  const [made] = entries(['organisation.created', created]);
  if (made === undefined) throw new Error('nothing');
  const demonstration = foldOrganisation([{ ...made, actor: DEMONSTRATOR }]);
  if (demonstration === null) throw new Error('nothing');
  expect([mailsAreCaught(demonstration, one), isRelayUntested(demonstration, one)]).toEqual([true, false]);
  expect(folded().demonstration).toBe(false);
});

describe('the fold', () => {
  it('reads an entry once, however often it comes', () => {
    const all = entries(['organisation.created', created], ['member.added', { personId: 'p1', roles: ['DIR'] }]);
    expect(foldOrganisation([...all, ...all])).toEqual(foldOrganisation(all));
    expect(foldOrganisation(all.slice(1), foldOrganisation(all.slice(0, 1)))).toEqual(foldOrganisation(all));
  });

  it('lets pass what is written on an organisation about its journal or host', () => {
    expect(folded(['system.slept', { gapMs: 40_000 }])).toMatchObject({ revision: 2, decided: 1 });
  });

  it('stops at a word of its own that it does not know', () => {
    expect(() => folded(['member.promoted', { personId: 'p1' }])).toThrow();
  });
});
