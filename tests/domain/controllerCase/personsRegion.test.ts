import { describe, expect, it } from '@jest/globals';
import { movePersons, type PersonsMove, type PersonsState } from '../../../domain/controllerCase/persons';
import { personsByHand } from '../../fakes/personsByHand';
import { caseAt, commands, decision, NOW } from '../../fakes/caseStory';

const faultsOf = (refusal: unknown) =>
  (refusal as { error: { issues: { pointer: string }[] } }).error.issues.map(({ pointer }) => pointer);
const decided = (risk: 'unlikely' | 'risk' | 'high') => {
  const story = caseAt('BREACH');
  story.act(decision(risk));
  return story;
};

describe('the persons’ region (domain rules 7.4, PERSONS; GDPR Art 34)', () => {
  const states: PersonsState[] = [
    'UNDECIDED',
    'NOT_REQUIRED',
    'REQUIRED',
    'DRAFTED',
    'SENDING',
    'TOLD',
    'EXEMPT',
    'ON_HOLD',
    'ORDERED',
  ];
  const moves: PersonsMove[] = [
    'decide.high',
    'decide.lower',
    'require',
    'exempt',
    'hold',
    'resume',
    'order',
    'draft',
    'send',
    'sent',
    'unreached',
    'tell',
    'publish',
    'unpublish',
    'ruleOut',
  ];
  it.each(states.flatMap((from) => moves.map((on) => [from, on, personsByHand[from][on] ?? 'refused'] as const)))(
    '%s on %s: %s',
    (from, on, to) => {
      expect(movePersons(from, on) ?? 'refused').toBe(to);
    },
  );

  it('follows the risk: high asks for it, less does not', () => {
    expect(decided('high').state().persons).toMatchObject({ state: 'REQUIRED', requiredAt: NOW });
    expect(decided('risk').state().persons).toMatchObject({ state: 'NOT_REQUIRED', requiredAt: null });
  });

  it('is exempt by a ground of Art 34(3) with its proof; ground c needs a public notice', () => {
    const story = decided('high');
    expect(faultsOf(story.try({ ...commands['persons.exempt'], ground: 'c' }))).toEqual(['/publicNotice']);
    expect(story.act(commands['persons.exempt']).persons).toMatchObject({
      state: 'EXEMPT',
      exemption: { ground: 'a' },
    });
  });

  it('is ordered over an exemption, and no ground stands against that (Art 34(4))', () => {
    const story = decided('high');
    story.act(commands['persons.exempt']);
    expect(story.act(commands['persons.order']).persons.state).toBe('ORDERED');
    story.act(commands['persons.draft']);
    expect(faultsOf(story.try(commands['persons.exempt']))).toEqual(['']);
    story.act(decision('unlikely'));
    expect(story.state().persons.state).toBe('DRAFTED');
  });

  it('goes on after a hold where it was; a hold is never final (invariant 11)', () => {
    const story = decided('high');
    story.act(commands['persons.draft']);
    story.act(commands['persons.hold']);
    story.act({ ...commands['authority.file'], type: 'complete' });
    story.act(commands['regime.exclude']);
    expect(faultsOf(story.try(commands['case.close']))).toEqual(['']);
    expect(story.act(commands['persons.resume']).persons.state).toBe('DRAFTED');
    story.act(commands['persons.tell']);
    expect(story.act(commands['case.close']).stage).toBe('CLOSED');
  });

  it('refuses more returned mails than left', () => {
    const story = decided('high');
    story.act(commands['persons.draft']);
    expect(faultsOf(story.try({ ...commands['persons.tell'], told: 1, bounced: 2 }))).toEqual(['/bounced']);
    const none = { ...commands['persons.draft'], fr: null };
    expect(faultsOf(story.try(none))).toEqual(['/fr']);
    expect(faultsOf(story.try({ ...none, en: 'A file was sent.' }))).toEqual(['/fr']);
  });
});
