import { PARIS } from '../../fakes/places';
import { describe, expect, it } from '@jest/globals';
import { clockRows } from '../../../domain/deadline/clockRows';
import { decideNote } from '../../../domain/notice/decideNote';
import type { NoticeEvent } from '../../../domain/notice/events';
import { rungsOf } from '../../../domain/notice/ladders';
import { toHand } from '../../../domain/notice/handing';
import { milestonesOf } from '../../../domain/notice/nextMilestone';
import { at, caseOf, hour, phasedItems, type Told, version, went } from '../../fakes/noticeStory';

const proposed = (urgentHours: number | null = 10, measureId = 'm1'): NoticeEvent => ({
  type: 'notice.measureProposed',
  values: { measureId, declaredId: null, what: 'Fermer l’accès.', urgentHours, deliverables: [] },
});
const answered = (via: 'link' | 'call' | 'account' = 'link'): NoticeEvent => ({
  type: 'notice.measureAnswered',
  values: {
    measureId: 'm1',
    verdict: 'agreed',
    text: null,
    name: 'D',
    function: 'DPO',
    contactId: 'c1',
    via,
    deliverables: [],
  },
});
const acked: Told = [
  1.5,
  {
    type: 'notice.acknowledged',
    values: { version: 1, contactId: 'c1', via: 'link', name: 'D', function: 'DPO' },
  },
];
const sent: Told[] = [[1, version(1)], ...went(1, 'accepted'), acked];
const rungs = (story: Told[], now = 3) =>
  rungsOf(caseOf(story), at(now))
    .filter(({ ladder }) => ladder === 'measure' || ladder === 'measureAnswered')
    .map(({ ladder, version: place, step, roles, atMs }) => [
      `${ladder} ${place}/${step}`,
      roles.join(),
      new Date(atMs).toISOString(),
    ]);

describe('the ladder of a measure that waits for the controller’s word (§7.4, §7.7, S3-05)', () => {
  it('asks its contacts at once, then at 50, 80 and 100 % of the hours, with our people', () => {
    expect(rungs([...sent, [2, proposed(10)]])).toEqual([
      ['measure 1/1', '', hour(2)],
      ['measure 1/50', 'IM', hour(7)],
      ['measure 1/80', 'IM,DPO', hour(10)],
      ['measure 1/100', 'DPO,DIR', hour(12)],
    ]);
  });

  it('has the contract’s five working days where it is not urgent', () => {
    const [last, dayFive, dayFour] = rungs([...sent, [2, proposed(null)]]).toReversed();
    expect(last).toEqual(['measure 1/100', 'DIR', '2026-04-03T22:00:00.000Z']);
    expect(dayFive?.slice(1)).toEqual(['DPO', '2026-04-03T07:00:00.000Z']);
    expect(dayFour?.slice(1)).toEqual(['IM,DPO', '2026-04-02T07:00:00.000Z']);
  });

  it('proposed before anything has left counts from the first version, whose item e says it: no second mail does', () => {
    expect(rungs([[0.5, proposed(10)]])).toEqual([]);
    expect(rungs([[0.5, proposed(10)], ...sent]).map(([name, , when]) => [name, when])).toEqual([
      ['measure 1/50', hour(6)],
      ['measure 1/80', hour(9)],
      ['measure 1/100', hour(11)],
    ]);
    const silent = { ...phasedItems, e: { answer: 'toFollow' as const, eta: hour(30) } };
    const [first] = rungs([
      [0.5, proposed(10)],
      [1, version(1, { items: silent })],
    ]);
    expect(first).toEqual(['measure 1/1', '', hour(1)]);
  });

  it('ends with the answer, of which our people are told once; of a call one of us knows', () => {
    const story: Told[] = [...sent, [2, proposed()]];
    expect(rungs([...story, [3, answered()]])).toEqual([['measureAnswered 1/1', 'IM,DPO', hour(3)]]);
    expect(rungs([...story, [3, answered('call')]])).toEqual([]);
  });

  it('stands on "Now" as the contract’s, and says who is asked next by itself', () => {
    const rowsOf = (story: Told[]) =>
      clockRows({ cases: [caseOf(story)], incidents: [], place: PARIS }, at(3)).filter(
        ({ obligation }) => obligation === 'measureWord',
      );
    expect(rowsOf([...sent, [2, proposed(10)]])).toMatchObject([
      {
        source: 'contract',
        clock: { startedAt: hour(2), dueAt: hour(12) },
        alone: { act: 'remind', at: hour(7), toContacts: true },
      },
    ]);
    expect(rowsOf([...sent, [2, proposed(10)], [2.5, answered()]])).toEqual([]);
  });
});

describe('a notice of which a proposed measure awaits its answer (§7.3, last guard)', () => {
  const closing = (story: Told[]) => decideNote(caseOf(story), { kind: 'close', ground: 'confirmed' }, at(800));
  const silence: Told = [2, { type: 'notice.explained', values: { what: 'silence', reason: 'sept appels' } }];
  const settles = (story: Told[]) =>
    milestonesOf(caseOf([...story, silence]), at(800)).find(({ kind }) => kind === 'settle') ?? null;

  it('is not closed by a person; it is once there is an answer', () => {
    expect(closing([...sent, [2, proposed()]])).toMatchObject({ error: { issues: [{ pointer: '/ground' }] } });
    expect(closing([...sent, [2, proposed()], [3, answered()]])).toMatchObject({ ok: true });
    const taken: NoticeEvent = {
      type: 'notice.measureTaken',
      values: { measureId: 'm1', declaredId: null, what: null, reason: 'urgence', deliverables: [] },
    };
    expect(closing([...sent, [2, proposed()], [3, taken]])).toMatchObject({ ok: true });
  });

  it('is not closed by 30 days of silence either, which count from the answer', () => {
    expect(settles(sent)).toMatchObject({ kind: 'settle', atMs: at(1.5 + 720).getTime() });
    expect(settles([...sent, [2, proposed()]])).toBeNull();
    const after = settles([...sent, [2, proposed()], [100, answered('call')]]);
    expect(after).toMatchObject({ kind: 'settle', atMs: at(100 + 720).getTime() });
  });
});

describe('a measure for an organisation of this installation', () => {
  const inside: Told[] = [[1, version(1, { inside: 'o2' })], ...went(1, 'accepted')];
  const handed = (story: Told[]) => toHand(caseOf(story).notice).map(({ what, id }) => `${what} ${id}`);

  it('is handed once a version was, and so is that it was taken meanwhile', () => {
    expect(handed([[0.5, proposed()]])).toEqual([]);
    expect(handed([[0.5, proposed()], ...inside])).toEqual(['version 1', 'proposal m1']);
    const taken: NoticeEvent = {
      type: 'notice.measureTaken',
      values: { measureId: 'm1', declaredId: null, what: null, reason: 'urgence', deliverables: [] },
    };
    expect(handed([...inside, [2, proposed()], [3, taken]])).toEqual(['version 1', 'proposal m1', 'taking m1']);
    expect(handed([...sent, [2, proposed()]])).toEqual([]);
  });

  it('is handed after the version that opens the case, though it was proposed and taken before the tie', () => {
    const tied: Told = [4, version(2, { inside: 'o2' })];
    const taken: NoticeEvent = {
      type: 'notice.measureTaken',
      values: { measureId: 'm1', declaredId: null, what: null, reason: 'urgence', deliverables: [] },
    };
    const both = toHand(caseOf([...sent, [2, proposed()], [3, taken], tied]).notice);
    expect(both.map(({ what, atMs }) => [what, new Date(atMs).toISOString()])).toEqual([
      ['version', hour(4)],
      ['proposal', hour(4)],
      ['taking', hour(4)],
    ]);
  });

  it.each(['link', 'call'] as const)(
    'a word by %s is handed after what it is on, so that both journals agree',
    (via) => {
      const story: Told[] = [...inside, [2, proposed()], [3, answered(via)]];
      expect(handed(story)).toEqual(['version 1', 'proposal m1', 'verdict m1']);
      expect(handed([...sent, [2, proposed()], [3, answered(via)]])).toEqual([]);
    },
  );

  it('a word that its own case gave is not told to it', () => {
    const story: Told[] = [...inside, [2, proposed()], [3, answered('account')]];
    expect(handed(story)).toEqual(['version 1', 'proposal m1']);
  });

  it('what was taken before anything was told is handed as taken, and asked of nobody', () => {
    const taken: NoticeEvent = {
      type: 'notice.measureTaken',
      values: { measureId: 'm1', declaredId: null, what: null, reason: 'urgence', deliverables: [] },
    };
    expect(handed([[0.3, proposed()], [0.5, taken], ...inside])).toEqual(['version 1', 'taking m1']);
  });
});

describe('proposing (S3-05)', () => {
  const propose = (more: object, story: Told[] = sent) =>
    decideNote(
      caseOf(story),
      { kind: 'proposeMeasure', measureId: 'm2', declaredId: null, what: 'Fermer.', urgentHours: null, ...more },
      at(3),
    );
  it.each([
    { more: {}, result: 'ok' },
    { more: { urgentHours: 4 }, result: 'ok' },
    { more: { urgentHours: 0 }, result: '/urgentHours' },
    { more: { urgentHours: 121 }, result: '/urgentHours' },
    { more: { what: null }, result: '/what' },
  ])('$more: $result', ({ more, result }) => {
    const decided = propose(more);
    expect(decided.ok ? 'ok' : decided.error.code === 'input.invalid' && decided.error.issues[0]?.pointer).toBe(result);
  });

  it('the same measure of the incident waits once', () => {
    const declared: NoticeEvent = {
      type: 'notice.measureProposed',
      values: { measureId: 'm1', declaredId: 'd1', what: 'Fermer.', urgentHours: null, deliverables: [] },
    };
    expect(propose({ declaredId: 'd1' }, [...sent, [2, declared]])).toMatchObject({
      error: { issues: [{ pointer: '/declaredId' }] },
    });
    expect(propose({ declaredId: 'd1' }, [...sent, [2, declared], [2.5, answered()]])).toMatchObject({ ok: true });
  });
});
