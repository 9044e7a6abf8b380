import { describe, expect, it } from '@jest/globals';
import {
  type AuthorityMove,
  type AuthorityStand,
  type AuthorityState,
  authorityTransitions,
} from '../../../domain/controllerCase/authority';
import { authorityRegion, filedAt } from '../../../domain/controllerCase/case';
import type { CaseCommandOf } from '../../../domain/controllerCase/commands';
import { decideAuthority } from '../../../domain/controllerCase/decideAuthority';
import { edpbTypes } from '../../../domain/controllerCase/edpb';
import { caseRungs } from '../../../domain/controllerCase/ladders';
import { nextMilestone } from '../../../domain/controllerCase/nextMilestone';
import { filingOf, nextType } from '../../../domain/controllerCase/sheet';
import { openLimit } from '../../../domain/controllerCase/term';
import type { FilingType } from '../../../domain/controllerCase/vocabulary';
import { owedBy } from '../../../domain/controllerCase/closing';
import { caseAt, commands, createCaseStory, decision, LIMIT, NOW } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';

const twoHomes = { publicBody: false, establishments: ['BE', 'FR'], mainEstablishment: null };
const faultsOf = (refusal: unknown) =>
  (refusal as { error: { issues: { pointer: string }[] } }).error.issues.map(({ pointer }) => pointer);
const decided = (risk: 'unlikely' | 'risk' | 'high') => {
  const story = caseAt('BREACH');
  story.act(decision(risk));
  return story;
};

type OfAuthority = CaseCommandOf<'authority.file' | 'authority.ask' | 'authority.withdraw' | 'authority.close'>;
type Stand = `${AuthorityStand}`;
const filing = (type: FilingType, final = false) => ({ ...commands['authority.file'], type, final });
const moves: Record<AuthorityMove, OfAuthority> = {
  'file.initial': filing('initial'),
  'file.complete': filing('complete'),
  'file.complementary': filing('complementary'),
  'file.final': filing('complementary', true),
  withdraw: commands['authority.withdraw'],
  close: commands['authority.close'],
  ask: commands['authority.ask'],
};

function fileAt(stand: Stand) {
  const story = caseAt('BREACH');
  const closed = stand.startsWith('SA_CLOSED');
  if (stand === 'INITIAL_SENT' || stand === 'COMPLEMENTED') story.act(moves['file.initial']);
  else if (stand === 'ASKED') story.act(moves.ask);
  else if (stand !== 'null') story.act(moves['file.complete']);
  if (stand === 'COMPLEMENTED') story.act(moves['file.complementary']);
  if (stand.endsWith('WITHDRAWN')) withdrawn(story);
  if (closed) story.act(moves.close);
  return story;
}

/** Two persons rule it out, and the authority is told so. */
function withdrawn(story: ReturnType<typeof caseAt>) {
  story.act(commands.ruleOut, people.dpo);
  story.yes(people.director);
  story.act(moves.withdraw);
}

describe('the authority’s region (domain rules 7.4, SA)', () => {
  /** Written down a second time, by hand; what is not here is refused. */
  const byHand: Record<Stand, Partial<Record<AuthorityMove, AuthorityState>>> = {
    null: { 'file.initial': 'INITIAL_SENT', 'file.complete': 'FINAL', ask: 'ASKED' },
    ASKED: { 'file.initial': 'INITIAL_SENT', 'file.complete': 'FINAL', ask: 'ASKED' },
    INITIAL_SENT: {
      'file.complementary': 'COMPLEMENTED',
      'file.final': 'FINAL',
      withdraw: 'WITHDRAWN',
      ask: 'INITIAL_SENT',
    },
    COMPLEMENTED: {
      'file.complementary': 'COMPLEMENTED',
      'file.final': 'FINAL',
      withdraw: 'WITHDRAWN',
      ask: 'COMPLEMENTED',
    },
    FINAL: {
      'file.complementary': 'COMPLEMENTED',
      'file.final': 'FINAL',
      withdraw: 'WITHDRAWN',
      close: 'SA_CLOSED',
      ask: 'FINAL',
    },
    WITHDRAWN: { 'file.initial': 'INITIAL_SENT', 'file.complete': 'FINAL', close: 'SA_CLOSED', ask: 'WITHDRAWN' },
    'SA_CLOSED after FINAL': {
      'file.complementary': 'COMPLEMENTED',
      'file.final': 'FINAL',
      withdraw: 'WITHDRAWN',
      ask: 'FINAL',
    },
    'SA_CLOSED after WITHDRAWN': { 'file.initial': 'INITIAL_SENT', 'file.complete': 'FINAL', ask: 'WITHDRAWN' },
  };
  const rows = (Object.keys(byHand) as Stand[]).flatMap((stand) =>
    (Object.keys(moves) as AuthorityMove[]).map((move) => ({ stand, move, to: byHand[stand][move] ?? 'refused' })),
  );
  it.each(rows)('$stand, $move: $to', ({ stand, move, to }) => {
    const story = fileAt(stand);
    const before = story.state();
    const answer = decideAuthority(before, moves[move], story.around(people.director, NOW));
    if (to !== 'refused') {
      expect(answer).toMatchObject({ ok: true });
      if (answer.ok) story.write(answer.value);
      expect(story.state().authorities[0]?.state).toBe(to);
      return;
    }
    const pointer = move.startsWith('file') ? '/type' : '/authorityId';
    expect(answer).toMatchObject({ ok: false, error: { code: 'input.invalid', issues: [{ pointer }] } });
    expect(faultsOf(answer)).toHaveLength(1);
  });

  it('has no row that is not written down here', () => {
    expect(authorityTransitions).toHaveLength(Object.values(byHand).flatMap((row) => Object.keys(row)).length);
  });

  it.each(['RECEIVED', 'BREACH'] as const)('%s: a breach that stands is not withdrawn by one person (E10)', (stage) => {
    const story = caseAt(stage);
    story.act(moves['file.complete']);
    expect(story.try(moves.withdraw, people.dpo)).toMatchObject({ ok: false, error: { code: 'state.refused' } });
    expect(authorityRegion(story.state())).toBe('FINAL');
  });

  it('has to be told anew where what was withdrawn is a breach after all: its clock runs, and filing is owed', () => {
    const story = caseAt('BREACH');
    story.act(decision('high'));
    story.act(moves['file.complete']);
    withdrawn(story);
    expect(authorityRegion(story.state())).toBe('WITHDRAWN');
    const again = story.act(commands.qualify, people.dpo);
    expect(authorityRegion(again)).toBe('PENDING');
    expect(openLimit(again)?.strict).toBe(LIMIT);
    expect(filedAt(again)).toBeNull();
    expect(owedBy(again)).toContainEqual({ what: 'authority' });
    expect(nextType(again, 'cnil')).toBe('initial');
    expect(filingOf(again, { type: 'initial' }, new Date('2026-03-14T00:00:00.000Z'))).toMatchObject({
      initialNumber: null,
      reasonsNeeded: true,
    });
    expect(edpbTypes(again, 'cnil')).toEqual(['initial', 'complete']);
    const filed = story.act({ ...moves['file.complete'], receiptNumber: 'FR-3' } as OfAuthority);
    expect(authorityRegion(filed)).toBe('FINAL');
    expect([openLimit(filed), filedAt(filed)]).toEqual([null, NOW]);
    expect(filingOf(filed, { type: 'complementary' }, new Date(NOW)).initialNumber).toBe('FR-3');
    expect(owedBy(filed)).not.toContainEqual({ what: 'authority' });
  });

  it('asks for reasons where what is filed anew is late, whatever was filed before', () => {
    const story = fileAt('WITHDRAWN');
    story.act(commands.qualify, people.dpo);
    const late = { ...filing('initial'), sentAt: '2026-03-13T13:20:01.000Z' };
    expect(faultsOf(story.try(late, people.dpo, '2026-03-14T00:00:00.000Z'))).toEqual(['/delayReasons', '/delayText']);
  });

  it('is pending while one of several authorities has to be told anew', () => {
    const story = createCaseStory(undefined, { seat: twoHomes });
    story.act(commands.qualify);
    story.act({ ...filing('complete'), authorityId: 'apd-gba' });
    story.act(moves['file.complete']);
    withdrawn(story);
    const again = story.act(commands.qualify, people.dpo);
    expect([authorityRegion(again), openLimit(again)?.strict, filedAt(again)]).toEqual(['PENDING', LIMIT, null]);
  });

  it('is not required after a withdrawal, either, but by a decision (invariant 2)', () => {
    const story = fileAt('WITHDRAWN');
    story.act(commands.qualify, people.dpo);
    story.act(decision('unlikely'));
    expect(authorityRegion(story.state())).toBe('NOT_REQUIRED');
    expect(owedBy(story.state())).not.toContainEqual({ what: 'authority' });
  });

  it('reminds anew from where the time stands once the clock runs again', () => {
    const story = fileAt('WITHDRAWN');
    const before = nextMilestone(story.state(), new Date(LIMIT));
    expect(before).not.toMatchObject({ ladder: 'authority' });
    const { qualified } = story.act(commands.qualify, people.dpo);
    const anew = caseRungs(story.state(), new Date(LIMIT)).filter(({ ladder }) => ladder === 'authority');
    expect(anew.map(({ about, step }) => [about, step])).toEqual(
      [25, 50, 75, 90, 100].map((step) => [qualified?.seq, step]),
    );
  });

  it('reads what older versions wrote after a question on a withdrawn, closed file', () => {
    const story = fileAt('SA_CLOSED after WITHDRAWN');
    story.act(moves.ask);
    const { kind: _kind, bundledWith: _with, ...values } = filing('complementary', true);
    story.write({ type: 'authority.filed', values });
    expect(story.state().authorities[0]?.state).toBe('FINAL');
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
