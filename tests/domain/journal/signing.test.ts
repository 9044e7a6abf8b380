import { describe, expect, it } from '@jest/globals';
import type { Role } from '../../../domain/shared/roles';
import type { Entry } from '../../../domain/journal/entry';
import { sealEntry } from '../../../domain/journal/seal';
import { foldSigning, judgeAcceptance } from '../../../domain/journal/signing';

const T0 = Date.parse('2026-03-27T09:00:00.000Z');
type Told = [minutes: number, by: string, values: Record<string, unknown>];
const refusal: Told = [0, 'signer', { reason: 'journalShorter', marked: 5, found: 3 }];
const voice = (minutes: number, by: string, roles: Role[]): Told => [minutes, by, { refused: 1, roles, because: 'vu' }];

const entriesOf = (story: Told[]): Entry[] =>
  story.map(([minutes, id, values], index) => {
    const at = new Date(T0 + minutes * 60_000).toISOString();
    const actor = { kind: id === 'signer' ? ('system' as const) : ('person' as const), id };
    const type = id === 'signer' ? 'journal.refused' : 'journal.accepted';
    const subject = { kind: 'organisation' as const, id: 'o1' };
    const draft = { orgId: 'o1', at, actor, type, subject, key: `k${index}`, values: values as never, request: '' };
    const place = { seq: index + 1, revision: index + 1, recordedAt: at };
    return sealEntry(draft, place, { macKey: 'test', newSalt: () => '00'.repeat(32) });
  });
const stateOf = (...story: Told[]) => foldSigning(entriesOf([refusal, ...story])).at(-1);
const judged = (actorId: string, roles: Role[], story: Told[], minutes: number, sameHand: string[] = []) => {
  const approver = { actorId, isPerson: true, roles, sameHand: new Set(sameHand) };
  const result = judgeAcceptance(stateOf(...story), approver, new Date(T0 + minutes * 60_000));
  return result.ok ? 'ok' : result.error.code;
};

describe('going on with a journal that contradicts what was signed', () => {
  it('needs management and another person of management or the DPO', () => {
    expect(stateOf(voice(1, 'alix', ['DIR']))?.acceptedBy).toBeNull();
    expect(stateOf(voice(1, 'alix', ['DIR']), voice(2, 'sacha', ['DPO']))?.acceptedBy).toBe(3);
    expect(stateOf(voice(1, 'alix', ['DIR']), voice(2, 'dana', ['DIR']))?.acceptedBy).toBe(3);
    expect(stateOf(voice(1, 'noor', ['DPO']), voice(2, 'sacha', ['DPO']))?.acceptedBy).toBeNull();
  });

  it('is not done by one person twice, nor by two of whom one has just given the other a key', () => {
    const asked = [voice(1, 'alix', ['DIR'])];
    expect(stateOf(...asked, voice(2, 'alix', ['DIR']))?.acceptedBy).toBeNull();
    expect(judged('alix', ['DIR'], asked, 2)).toBe('approval.samePerson');
    expect(judged('sacha', ['DPO'], asked, 2, ['alix'])).toBe('approval.samePerson');
    expect(judged('sacha', ['DPO'], asked, 2)).toBe('ok');
  });

  it('a yes that nobody joined is void after four hours', () => {
    const late = [voice(1, 'alix', ['DIR']), voice(1 + 240, 'sacha', ['DPO'])];
    expect(stateOf(...late)?.acceptedBy).toBeNull();
    expect(judged('alix', ['DIR'], [voice(1, 'alix', ['DIR'])], 241)).toBe('ok');
    expect(stateOf(...late, voice(242, 'alix', ['DIR']))?.acceptedBy).toBe(4);
  });

  it('is refused to others, to tools, once decided, and where nothing was refused', () => {
    expect(judged('paul', ['IM'], [], 1)).toBe('actor.forbidden');
    const tool = { actorId: 'siem', isPerson: false, roles: ['DIR' as const], sameHand: new Set<string>() };
    expect(judgeAcceptance(stateOf(), tool, new Date(T0))).toMatchObject({ error: { code: 'actor.forbidden' } });
    const decided = [voice(1, 'alix', ['DIR']), voice(2, 'sacha', ['DPO'])];
    expect(judged('dana', ['DIR'], decided, 3)).toBe('state.refused');
    expect(judgeAcceptance(undefined, { ...tool, isPerson: true }, new Date(T0))).toMatchObject({
      error: { code: 'subject.unknown' },
    });
  });
});
