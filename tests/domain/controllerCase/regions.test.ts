import { describe, expect, it } from '@jest/globals';
import {
  type AuthorityMove,
  type AuthorityState,
  authorityTransitions,
  moveAuthority,
} from '../../../domain/controllerCase/authority';
import { authorityRegion } from '../../../domain/controllerCase/case';
import { owedBy } from '../../../domain/controllerCase/closing';
import { movePersons, type PersonsMove, type PersonsState } from '../../../domain/controllerCase/persons';
import { personsByHand } from '../../fakes/personsByHand';
import { caseAt, commands, decision, NOW } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';

const faultsOf = (refusal: unknown) =>
  (refusal as { error: { issues: { pointer: string }[] } }).error.issues.map(({ pointer }) => pointer);
const decided = (risk: 'unlikely' | 'risk' | 'high') => {
  const story = caseAt('BREACH');
  story.act(decision(risk));
  return story;
};

describe('the authority’s region (domain rules 7.4, SA)', () => {
  const states: (AuthorityState | null)[] = [null, 'INITIAL_SENT', 'COMPLEMENTED', 'FINAL', 'WITHDRAWN', 'SA_CLOSED'];
  const moves: AuthorityMove[] = [
    'file.initial',
    'file.complete',
    'file.complementary',
    'file.final',
    'withdraw',
    'close',
    'ask',
  ];
  const byHand: Record<string, string> = {
    'null file.initial': 'INITIAL_SENT',
    'null file.complete': 'FINAL',
    'INITIAL_SENT file.complementary': 'COMPLEMENTED',
    'INITIAL_SENT file.final': 'FINAL',
    'INITIAL_SENT withdraw': 'WITHDRAWN',
    'INITIAL_SENT ask': 'INITIAL_SENT',
    'COMPLEMENTED file.complementary': 'COMPLEMENTED',
    'COMPLEMENTED file.final': 'FINAL',
    'COMPLEMENTED withdraw': 'WITHDRAWN',
    'COMPLEMENTED ask': 'COMPLEMENTED',
    'FINAL file.final': 'FINAL',
    'FINAL withdraw': 'WITHDRAWN',
    'FINAL close': 'SA_CLOSED',
    'FINAL ask': 'FINAL',
    'WITHDRAWN close': 'SA_CLOSED',
    'WITHDRAWN ask': 'WITHDRAWN',
    'SA_CLOSED ask': 'FINAL',
  };
  it.each(states.flatMap((from) => moves.map((on) => [from, on, byHand[`${from} ${on}`] ?? 'refused'] as const)))(
    '%s on %s: %s',
    (from, on, to) => {
      expect(moveAuthority(from, on) ?? 'refused').toBe(to);
    },
  );

  it('has no row that is not written down here', () => {
    expect(authorityTransitions).toHaveLength(Object.keys(byHand).length);
  });

  it('is not required only by a decision, which has its reasons and its decider (invariant 2)', () => {
    expect(authorityRegion(caseAt('BREACH').state())).toBe('PENDING');
    const story = decided('unlikely');
    expect(authorityRegion(story.state())).toBe('NOT_REQUIRED');
    expect(story.state().decisions[0]).toMatchObject({
      byId: 'p-director',
      bridge: { conclusion33: 'notRequired' },
      divergenceReason: expect.any(String),
    });
  });

  it('stands where its furthest behind authority stands', () => {
    const story = caseAt('BREACH');
    story.act({ ...commands['authority.file'], type: 'complete' });
    expect(authorityRegion(story.state())).toBe('FINAL');
    story.act({ ...commands['authority.file'], authorityId: 'apd-gba' });
    expect(authorityRegion(story.state())).toBe('INITIAL_SENT');
  });

  it('asks for the reasons of a filing that left after the limit, and of no other', () => {
    const story = caseAt('BREACH');
    const late = '2026-03-13T13:20:01.000Z';
    const refusal = story.try({ ...commands['authority.file'], sentAt: late }, people.dpo, '2026-03-14T00:00:00.000Z');
    expect(faultsOf(refusal)).toEqual(['/delayReasons', '/delayText']);
    const reasons = { delayReasons: ['complexScope' as const], delayText: 'Le périmètre a changé deux fois.' };
    story.act({ ...commands['authority.file'], sentAt: late, ...reasons }, people.dpo, '2026-03-14T00:00:00.000Z');
    story.act(
      { ...commands['authority.file'], type: 'complementary', sentAt: '2026-03-20T00:00:00.000Z' },
      people.dpo,
      '2026-03-20T01:00:00.000Z',
    );
    expect(authorityRegion(story.state())).toBe('COMPLEMENTED');
  });

  it('lists every fault of a filing at once', () => {
    const refusal = caseAt('BREACH').try({
      ...commands['authority.file'],
      authorityId: 'mars',
      type: 'complementary',
      sentAt: '2031-01-01T00:00:00.000Z',
    });
    expect(faultsOf(refusal).toSorted()).toEqual(['/authorityId', '/delayReasons', '/delayText', '/sentAt', '/type']);
  });

  it('keeps each question until it is answered, once', () => {
    const story = caseAt('BREACH');
    expect(faultsOf(story.try(commands['authority.ask']))).toEqual(['/authorityId']);
    story.act(commands['authority.file']);
    const questionId = story.act(commands['authority.ask']).authorities[0]?.questions[0]?.id ?? '';
    const answer = { ...commands['authority.answer'], questionId };
    expect(story.act(answer).authorities[0]?.questions[0]?.answeredAt).toBe(NOW);
    expect(faultsOf(story.try(answer))).toEqual(['/questionId']);
    expect(faultsOf(story.try({ ...answer, questionId: 'no' }))).toEqual(['/questionId']);
  });

  it('is withdrawn after it was found to be no breach (E10)', () => {
    const story = caseAt('BREACH');
    story.act(commands['authority.file']);
    story.act(commands.ruleOut, people.dpo);
    story.yes(people.director);
    expect(owedBy(story.state())).toEqual([{ what: 'file', authorityId: 'cnil' }]);
    story.act(commands['authority.withdraw']);
    expect(story.act(commands['case.close']).stage).toBe('CLOSED');
  });
});

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
