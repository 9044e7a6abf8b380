import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Approval, isComplete, type Quorum, statusOf, type Voice } from '../../../domain/approval/approval';
import { judgeVoice } from '../../../domain/approval/judge';
import type { Role } from '../../../domain/shared/roles';

const T = '2026-05-13T08:00:00.000Z';
const voice = (actorId: string, ...roles: Role[]): Voice => ({ actorId, roles, at: T });
const anyTwo: Quorum = [
  ['O', 'IM', 'DPO', 'DIR'],
  ['O', 'IM', 'DPO', 'DIR'],
];
const dpoAndDir: Quorum = [['DPO'], ['DIR']];

describe('a quorum', () => {
  it.each<[string, Voice[], Quorum, boolean]>([
    ['two persons', [voice('a', 'O'), voice('b', 'IM')], anyTwo, true],
    ['one person', [voice('a', 'O')], anyTwo, false],
    ['one person with two tokens', [voice('a', 'O'), voice('a', 'DPO')], anyTwo, false],
    ['DPO and DIR', [voice('a', 'DIR'), voice('b', 'DPO')], dpoAndDir, true],
    ['one person who is both', [voice('a', 'DIR', 'DPO')], dpoAndDir, false],
    ['one who is both, and another DPO', [voice('a', 'DIR', 'DPO'), voice('b', 'DPO')], dpoAndDir, true],
    ['two DPOs', [voice('a', 'DPO'), voice('b', 'DPO')], dpoAndDir, false],
    ['who has no role in it beside one who has', [voice('a', 'O'), voice('b', 'DPO')], dpoAndDir, false],
  ])('%s', (_what, voices, quorum, complete) => {
    expect(isComplete(voices, quorum)).toBe(complete);
  });

  const anyRoles = fc.uniqueArray(fc.constantFrom<Role>('O', 'IM', 'DPO', 'DIR', 'L'), { maxLength: 3 });
  const anyVoices = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), anyRoles), { maxLength: 6 });

  it('is never filled by fewer persons than it has slots, whatever the order, and more voices never undo it', () => {
    fc.assert(
      fc.property(anyVoices, fc.constantFrom(anyTwo, dpoAndDir), (pairs, quorum) => {
        const voices = pairs.map(([actorId, roles]) => voice(actorId, ...roles));
        const complete = isComplete(voices, quorum);
        const persons = new Set(voices.map(({ actorId }) => actorId)).size;
        expect(complete && persons < quorum.length).toBe(false);
        expect(isComplete(voices.toReversed(), quorum)).toBe(complete);
        if (complete) expect(isComplete([...voices, voice('d', 'O')], quorum)).toBe(true);
      }),
    );
  });
});

const approval: Approval<null> = {
  requestId: 'r1',
  command: 'x',
  proposal: null,
  requestHash: 'h',
  reason: null,
  boundTo: 5,
  requestedBy: 'a',
  requestedAt: T,
  expiresAt: '2026-05-13T12:00:00.000Z',
  voices: [voice('a', 'O')],
  effective: false,
};

describe('a request for approval', () => {
  it.each([
    ['open', approval, 5, '2026-05-13T11:59:59.999Z'],
    ['expired', approval, 5, '2026-05-13T12:00:00.000Z'],
    ['void', approval, 6, '2026-05-13T09:00:00.000Z'],
    ['effective', { ...approval, effective: true }, 6, '2026-05-14T12:00:00.000Z'],
  ])('is %s', (status, asked, decided, now) => {
    expect(statusOf(asked, decided, new Date(now))).toBe(status);
  });

  const at = { quorum: anyTwo, decided: 5, now: new Date('2026-05-13T09:00:00.000Z') };
  const who = { actorId: 'b', isPerson: true, roles: ['DPO' as const], sameHand: new Set<string>() };

  it.each([
    ['another person', who, approval, at, null],
    ['who asked', { ...who, actorId: 'a' }, approval, at, 'approval.samePerson'],
    ['who was given a key by who asked', { ...who, sameHand: new Set(['a']) }, approval, at, 'approval.samePerson'],
    ['who was given a key by somebody else', { ...who, sameHand: new Set(['c']) }, approval, at, null],
    ['a tool', { ...who, isPerson: false }, approval, at, 'actor.forbidden'],
    ['who has no role in the quorum', { ...who, roles: ['L' as const] }, approval, at, 'actor.forbidden'],
    ['of what was never asked', who, undefined, at, 'approval.unknown'],
    ['too late', who, approval, { ...at, now: new Date('2026-05-13T12:00:00.000Z') }, 'approval.expired'],
    ['after a newer decision', who, approval, { ...at, decided: 6 }, 'revision.stale'],
    ['of what has taken effect', who, { ...approval, effective: true }, at, 'revision.stale'],
  ])('judges the voice of %s', (_what, approver, asked, around, code) => {
    const judged = judgeVoice(asked, approver, around);
    expect(judged.ok ? null : judged.error.code).toBe(code);
  });
});
