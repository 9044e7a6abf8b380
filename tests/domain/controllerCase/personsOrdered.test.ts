import { describe, expect, it } from '@jest/globals';
import { owedBy } from '../../../domain/controllerCase/closing';
import { personsAllow } from '../../../domain/controllerCase/decidePersons';
import { isExemptDecided } from '../../../domain/controllerCase/publicNotice';
import { caseRungs } from '../../../domain/controllerCase/ladders';
import { caseRows } from '../../../domain/deadline/caseRows';
import { HOUR_MS, plusMs } from '../../../domain/shared/instant';
import { caseAt, commands, decision, exempting, NOW } from '../../fakes/caseStory';

type Story = ReturnType<typeof caseAt>;

const LATER = plusMs(NOW, 240 * HOUR_MS);
const ordered = { ...commands['persons.order'], orderedAt: LATER };
const orderEvent = { authorityId: 'cnil', orderedAt: LATER, reference: 'MED-2026-7' };

const drafted = (): Story => {
  const story = caseAt('BREACH');
  story.act(decision('high'));
  story.act(commands['persons.draft']);
  return story;
};
const told = (): Story => {
  const story = drafted();
  story.act(commands['persons.tell']);
  return story;
};
const isOwed = (story: Story) => owedBy(story.state()).some(({ what }) => what === 'persons');
const dueAt = (story: Story) =>
  caseRows(story.state(), new Date(LATER)).find(({ obligation }) => obligation === 'persons')?.clock.dueAt ?? null;
const reminded = (story: Story, hours: number) =>
  caseRungs(story.state(), new Date(plusMs(LATER, hours * HOUR_MS))).filter(
    ({ ladder, atMs }) => (ladder === 'draft' || ladder === 'tell') && atMs <= Date.parse(LATER) + hours * HOUR_MS,
  );

describe('an order of the authority (GDPR Art 34(4))', () => {
  it('is recorded of whom was told, too: they are owed again, by targets that count from the order', () => {
    const story = told();
    expect(personsAllow(story.state(), 'persons.order')).toBe(true);
    story.act(ordered, undefined, LATER);
    const { seq, persons } = story.state();
    expect(persons).toMatchObject({ state: 'ORDERED', requiredAt: LATER, requiredSeq: seq, tellings: [{ told: 40 }] });
    expect(isOwed(story)).toBe(true);
    expect(dueAt(story)).toBe(plusMs(LATER, 48 * HOUR_MS));
    expect(reminded(story, 23)).toEqual([]);
    expect(reminded(story, 48).map(({ ladder, about }) => [ladder, about])).toEqual([
      ['draft', seq],
      ['tell', seq],
    ]);
    story.act(commands['persons.draft']);
    expect(story.act({ ...commands['persons.tell'], again: 39 }).persons.state).toBe('TOLD');
    expect(isOwed(story)).toBe(false);
  });

  it('is not fulfilled by what reached somebody before it: where everything since came back, they are owed', () => {
    const again = { ...commands['persons.tell'], told: 40, again: 40 };
    const story = told();
    story.act(commands['persons.order']);
    story.act(commands['persons.draft']);
    story.act({ ...again, bounced: 40 });
    expect([story.state().persons.state, isOwed(story)]).toEqual(['TOLD', true]);
    story.act({ ...again, bounced: 0 });
    expect(isOwed(story)).toBe(false);
  });

  it('is recorded a second time; what was owed by the first is not owed later', () => {
    const story = drafted();
    story.act(commands['persons.order']);
    const first = story.state().persons;
    story.act(ordered, undefined, LATER);
    expect(story.state().persons).toMatchObject({
      state: 'ORDERED',
      order: { at: LATER },
      requiredAt: first.requiredAt,
      requiredSeq: first.requiredSeq,
    });
  });

  it('counts from itself where the persons were exempt', () => {
    const story = caseAt('BREACH');
    story.act(decision('high'));
    story.act(exempting('b'));
    story.act(commands['persons.exempt']);
    story.act(ordered, undefined, LATER);
    expect(dueAt(story)).toBe(plusMs(LATER, 48 * HOUR_MS));
  });

  it('lifts no hold: it is noted, and its target and reminders run while DPO or management have yet to resume', () => {
    const story = drafted();
    story.act(commands['persons.hold']);
    expect(dueAt(story)).toBeNull();
    story.act(commands['persons.order']);
    expect(story.state().persons).toMatchObject({ state: 'ON_HOLD', hold: { isOrdered: true, before: 'ORDERED' } });
    expect(dueAt(story)).toBe(plusMs(NOW, 48 * HOUR_MS));
    expect(reminded(story, 0).map(({ ladder }) => ladder)).toContain('tell');
    expect(story.act(commands['persons.resume']).persons).toMatchObject({ state: 'ORDERED', hold: null });
  });

  it('of an older entry lifted the hold, and what it had stopped went on', () => {
    const story = drafted();
    story.act(commands['persons.hold']);
    story.write({ type: 'persons.ordered', values: orderEvent }, LATER);
    expect(story.state().persons).toMatchObject({ state: 'ORDERED', hold: null, freedAt: LATER });
  });

  it.each(['b', 'c'] as const)(
    'is not answered with ground %s of Art 34(3): the risk is not decided so any more',
    (ground) => {
      const story = told();
      story.act(ordered, undefined, LATER);
      const message = 'the authority has ordered it (Art 34(4)): no ground stands against that';
      expect(story.try(exempting(ground), undefined, LATER)).toEqual({
        ok: false,
        error: { code: 'input.invalid', issues: [{ pointer: '/exemption34', message }] },
      });
      expect(story.act(decision('high'), undefined, LATER).persons.state).toBe('ORDERED');
    },
  );

  it('leaves an earlier decision without its exemption: neither recorded nor said by a public notice', () => {
    const story = caseAt('BREACH');
    story.act(exempting('c'));
    story.act(ordered, undefined, LATER);
    story.act(commands['persons.draft'], undefined, LATER);
    expect(isExemptDecided(story.state())).toBe(false);
    const exempt = { ...commands['persons.exempt'], ground: 'c' as const, publicNotice: 'Avis public.' };
    expect(story.try(exempt, undefined, LATER)).toMatchObject({
      error: { issues: [{ pointer: '', message: expect.stringMatching(/^the authority has ordered it/) }] },
    });
    const inPublic = { ...commands['persons.tell'], toldAt: LATER, means: 'publicNotice' as const };
    expect(story.try(inPublic, undefined, LATER)).toMatchObject({
      error: { issues: [{ pointer: '/means', message: expect.stringMatching(/^the authority has ordered it/) }] },
    });
    expect(story.act({ ...inPublic, means: 'email' }, undefined, LATER).persons.state).toBe('TOLD');
  });
});

describe('the authority takes its order back, or finds a condition of Art 34(3) met (GDPR Art 34(4))', () => {
  const lift = { ...commands['persons.lift'], ground: null };
  const orderOf = (risk: 'risk' | 'high' | null): Story => {
    const story = caseAt('BREACH');
    if (risk !== null) story.act(decision(risk));
    story.act(commands['persons.order']);
    return story;
  };

  it.each([
    ['nothing was decided', null, 'UNDECIDED', null],
    ['a lower risk was decided', 'risk', 'NOT_REQUIRED', null],
    ['a high risk was decided', 'high', 'REQUIRED', expect.any(String)],
  ] as const)('where %s, they stand as that says', (_why, risk, state, requiredAt) => {
    const story = orderOf(risk);
    expect(story.act(lift).persons).toMatchObject({ state, order: null, requiredAt });
    expect(isOwed(story)).toBe(state === 'REQUIRED');
  });

  it('a message that was written stays written', () => {
    const story = orderOf('high');
    story.act(commands['persons.draft']);
    expect(story.act(lift).persons.state).toBe('DRAFTED');
  });

  it('on its ground they are exempt, and nothing is owed; on ground c once a public notice stands', () => {
    const story = orderOf('high');
    expect(story.act({ ...lift, ground: 'b' }).persons).toMatchObject({
      state: 'EXEMPT',
      order: null,
      exemption: { ground: 'b', proof: 'DEC-1' },
    });
    expect(isOwed(story)).toBe(false);
    const inPublic = orderOf('high');
    inPublic.act({ ...lift, ground: 'c' });
    expect(isOwed(inPublic)).toBe(true);
  });

  it('a hold stays, and goes back to what is owed since', () => {
    const story = orderOf('high');
    story.act(commands['persons.hold']);
    expect(story.act(lift).persons).toMatchObject({ state: 'ON_HOLD', order: null, hold: { before: 'REQUIRED' } });
    expect(story.act(commands['persons.resume']).persons.state).toBe('REQUIRED');
  });

  it('who was told was told', () => {
    const story = told();
    story.act(commands['persons.order']);
    story.act(commands['persons.draft']);
    story.act({ ...commands['persons.tell'], again: 39 });
    expect(story.act(lift).persons).toMatchObject({ state: 'TOLD', order: null });
  });

  it('who was told before the order need not be told again', () => {
    const story = told();
    story.act(commands['persons.order']);
    expect(story.act(lift).persons).toMatchObject({ state: 'TOLD', order: null });
    expect(isOwed(story)).toBe(false);
    const written = told();
    written.act(commands['persons.order']);
    written.act(commands['persons.draft']);
    expect(written.act(lift).persons.state).toBe('TOLD');
  });

  it('but is, where a decision of a high risk after the telling asks for it, too', () => {
    const story = told();
    story.act(commands['told.add']);
    story.act(commands['risk.score']);
    story.act({ ...decision('high'), toldAnew: 'notYetTold' });
    expect(story.state().persons.state).toBe('REQUIRED');
    story.act(commands['persons.order']);
    expect(story.act(lift).persons.state).toBe('DRAFTED');
    expect(isOwed(story)).toBe(true);
  });

  it('where everything came back nobody was told: its ground exempts them, and its word alone does not', () => {
    const bounced = (): Story => {
      const story = drafted();
      story.act({ ...commands['persons.tell'], told: 40, concerned: 40, bounced: 40 });
      return story;
    };
    const found = bounced();
    expect(found.act({ ...lift, ground: 'b' }).persons.state).toBe('EXEMPT');
    expect(isOwed(found)).toBe(false);
    const ended = bounced();
    ended.act(commands['persons.order']);
    expect(ended.act(lift).persons.state).toBe('TOLD');
    expect(isOwed(ended)).toBe(true);
  });

  it.each([
    ['by another authority than ordered it', { authorityId: 'dpc' }, ['/ground']],
    ['by an authority that there is not', { authorityId: 'nobody' }, ['/authorityId']],
    ['before it was ordered', { liftedAt: '2026-03-10T13:30:00.000Z' }, ['/liftedAt']],
  ])('is refused %s', (_why, change, pointers) => {
    const refusal = orderOf('high').try({ ...lift, ...change });
    expect(
      !refusal.ok && refusal.error.code === 'input.invalid' && refusal.error.issues.map((one) => one.pointer),
    ).toEqual(pointers);
  });

  it('without an order only a condition is found', () => {
    const story = drafted();
    expect(story.try(lift)).toMatchObject({ error: { issues: [{ pointer: '/ground' }] } });
    expect(story.act({ ...lift, ground: 'a', authorityId: 'dpc' }).persons.state).toBe('EXEMPT');
  });
});
