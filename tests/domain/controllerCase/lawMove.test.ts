import { describe, expect, it } from '@jest/globals';
import { caseRungs } from '../../../domain/controllerCase/ladders';
import { lawsAfter, underLaw } from '../../../domain/controllerCase/lawMove';
import { authorityLimit } from '../../../domain/controllerCase/term';
import { nextRungs } from '../../../domain/deadline/nextRungs';
import { HOUR_MS, plusMs } from '../../../domain/shared/instant';
import { caseAt, commands, decision, LIMIT, RECEIVED } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';

const LATER = '2026-11-29T12:00:00.000Z';
const move = (profileId: string) => ({ ...commands['law.move'], profileId });
const issue = (message: string, pointer = '/profileId') => ({
  ok: false,
  error: { code: 'input.invalid', issues: [{ pointer, message }] },
});

describe('a running case and a change of law (domain rules section 6, invariant 4)', () => {
  it.each(['RECEIVED', 'BREACH'] as const)('%s, law.move: moves with the DPO and management, not before', (stage) => {
    const story = caseAt(stage);
    story.act(commands['law.move'], people.dpo, LATER);
    expect(story.state().opened.lawProfile).toBe('EU-2025-01-17');
    expect(authorityLimit(story.state())?.strict).toBe(LIMIT);
    expect(story.yes(people.director, LATER).ok).toBe(true);
    expect(story.state().opened.lawProfile).toBe('EU-2026-09-11');
    expect(story.state().approvals.at(-1)).toMatchObject({ command: 'law.move', effective: true });
    expect(story.state().clock.t0).toBe(RECEIVED);
  });

  it('the same person is no second voice, nor is anybody but the other of the two', () => {
    const story = caseAt('BREACH');
    story.act(commands['law.move'], people.dpo, LATER);
    expect(story.yes(people.dpo, LATER)).toMatchObject({ ok: false, error: { code: 'approval.samePerson' } });
    expect(story.yes(people.manager, LATER)).toMatchObject({ ok: false, error: { code: 'actor.forbidden' } });
    expect(story.state().opened.lawProfile).toBe('EU-2025-01-17');
  });

  it.each([
    ['the law that it runs under: nothing would change', 'EU-2025-01-17', 'the clock runs under this law already'],
    ['a proposal (96 h)', 'EU-omnibus-proposal', 'a law that is not in force'],
    ['a law of the past', 'EU-2018-05-25', 'a law that is not in force'],
    ['another jurisdiction', 'FR-2023-04-24', 'the law of another jurisdiction'],
    ['a law that nobody knows', 'EU-1995', 'no such law profile'],
  ])('is refused to %s', (_name, profileId, message) => {
    expect(caseAt('BREACH').try(move(profileId), people.dpo, LATER)).toEqual(issue(message));
  });

  it('is refused where no limit runs: nothing would change', () => {
    const story = caseAt('BREACH');
    story.act(decision('unlikely'));
    expect(lawsAfter(story.state())).toEqual([]);
    expect(story.try(commands['law.move'], people.dpo, LATER)).toEqual(
      issue('no limit runs that another law could move', ''),
    );
  });

  it('offers what came after its own law, and never a mere proposal', () => {
    expect(lawsAfter(caseAt('BREACH').state()).map(({ id }) => id)).toEqual(['EU-2026-09-11']);
  });

  it('a law with other hours moves the limit from the same instant, and nothing else', () => {
    const before = caseAt('RECEIVED').state();
    const after = underLaw(before, 'EU-omnibus-proposal'); // 96 h: as if it had become law
    expect(authorityLimit(after)?.strict).toBe(plusMs(RECEIVED, 96 * HOUR_MS));
    expect({ ...after, opened: before.opened }).toEqual(before);
  });

  it('asked twice by two persons is asked once: the second is the approval', () => {
    const story = caseAt('BREACH');
    story.act(commands['law.move'], people.dpo, LATER);
    story.act(commands['law.move'], people.director, LATER);
    expect(story.state().opened.lawProfile).toBe('EU-2026-09-11');
  });

  it('has its ladder climbed anew: what was told under the law before is told again, by its own hours', () => {
    const story = caseAt('BREACH');
    const rung = { ladder: 'authority', about: story.state().opened.seq, step: 50, roles: ['DPO', 'IM'] } as const;
    story.write({ type: 'case.reminded', values: { ...rung, roles: [...rung.roles], deliverables: [] } });
    const at = new Date(Date.parse(RECEIVED) + 40 * HOUR_MS);
    const ladder = () =>
      nextRungs(caseRungs(story.state(), at), story.state().reminded, at).filter(
        ({ ladder: on }) => on === 'authority',
      );
    expect(ladder().map(({ about, step }) => [about, step])).toEqual([[rung.about, 75]]);
    story.act(commands['law.move'], people.dpo, LATER);
    story.yes(people.director, LATER);
    const moved = story.state();
    expect(ladder().map(({ about, step }) => [about, step])).toEqual([[moved.seq, 50]]);
    expect(moved.clockHistory.at(-1)).toMatchObject({ type: 'law.move', seq: moved.seq });
  });
});
