import { describe, expect, it } from '@jest/globals';
import { authorityDue } from '../../../domain/controllerCase/clock';
import { decideCase } from '../../../domain/controllerCase/decide';
import { termOf } from '../../../domain/controllerCase/term';
import { caseAt, commands, createCaseStory, LIMIT, NOW, opening, RECEIVED } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';

const dueIn = (story: ReturnType<typeof createCaseStory>) => {
  const one = story.state();
  return authorityDue(one.clock, termOf(one));
};

describe('the controller’s 72 hours (domain rules 3.2, 3.3, 7.4)', () => {
  it('run from what was received (E5), counted both ways (T1)', () => {
    expect(dueIn(createCaseStory())).toEqual({ strict: LIMIT, reg1182: '2026-03-13T14:00:00.000Z' });
  });

  it('run from what was known earlier', () => {
    const story = createCaseStory(opening({ knownAt: '2026-03-10T10:00:00.000Z' }));
    expect(dueIn(story)?.strict).toBe('2026-03-13T10:00:00.000Z');
  });

  it('are provisional for a suspicion, and the same limit binds once it is confirmed later', () => {
    const story = createCaseStory(opening({ certain: false }));
    expect(story.state().clock).toMatchObject({ status: 'provisional', t0: RECEIVED, awareAt: null });
    const later = '2026-03-10T13:50:00.000Z';
    story.act({ ...commands.qualify, awareAt: later }, people.dpo);
    expect(story.state().clock).toMatchObject({ status: 'confirmed', t0: RECEIVED, awareAt: later });
    expect(dueIn(story)?.strict).toBe(LIMIT);
  });

  it('move earlier as soon as an earlier awareness is said', () => {
    const story = createCaseStory();
    story.act({ ...commands.qualify, awareAt: '2026-03-10T12:20:00.000Z' }, people.dpo);
    expect(dueIn(story)?.strict).toBe('2026-03-13T12:20:00.000Z');
  });

  it('move later only with the DPO and management (invariant 4), and keep the old value', () => {
    const story = caseAt('BREACH');
    story.act({ ...commands['aware.correct'], awareAt: '2026-03-10T13:40:00.000Z' }, people.manager);
    expect(story.yes(people.oncall)).toMatchObject({ ok: false, error: { code: 'actor.forbidden' } });
    expect(story.yes(people.dpo).ok).toBe(true);
    expect(dueIn(story)?.strict).toBe(LIMIT);
    expect(story.yes(people.director).ok).toBe(true);
    expect(dueIn(story)?.strict).toBe('2026-03-13T13:40:00.000Z');
    expect(story.state().clockHistory.at(-1)).toMatchObject({ before: { t0: RECEIVED }, type: 'aware.correct' });
  });

  it('are corrected while nobody has said that it is a breach, and stay provisional until somebody does (7.4)', () => {
    const earlier = '2026-03-10T12:40:00.000Z';
    const story = createCaseStory(opening({ certain: false }));
    story.act({ ...commands['aware.correct'], awareAt: earlier }, people.dpo);
    expect(story.yes(people.director).ok).toBe(true);
    expect(story.state()).toMatchObject({
      stage: 'RECEIVED',
      clock: { status: 'provisional', t0: earlier, awareAt: null },
    });
    story.act(commands.qualify, people.dpo);
    expect(story.state()).toMatchObject({ stage: 'BREACH', clock: { status: 'confirmed', t0: earlier } });
  });

  it('of what was told with certainty are confirmed, corrected or not; so is one of an older correction', () => {
    const awareAt = '2026-03-10T12:40:00.000Z';
    const certain = createCaseStory();
    certain.act({ ...commands['aware.correct'], awareAt }, people.dpo);
    certain.yes(people.director);
    expect(certain.state().clock).toMatchObject({ status: 'confirmed', t0: awareAt, awareAt });
    const older = createCaseStory(opening({ certain: false }));
    const correct = { ...commands['aware.correct'], awareAt };
    const asked = decideCase(older.state(), correct, older.around(people.dpo, NOW));
    if (!asked.ok || asked.value.type !== 'approval.requested') throw new Error('nobody was asked');
    const { values } = asked.value;
    expect(values.proposal).toEqual({ command: 'aware.correct', awareAt, isProvisional: true });
    older.write({ type: 'approval.requested', values: { ...values, proposal: { command: 'aware.correct', awareAt } } });
    older.yes(people.director);
    expect(older.state()).toMatchObject({ stage: 'RECEIVED', clock: { status: 'confirmed', t0: awareAt, awareAt } });
  });

  it('keep the law profile that was in force when it was first known', () => {
    expect(createCaseStory().state().opened.lawProfile).toBe('EU-2025-01-17');
    const earlier = createCaseStory(opening({ knownAt: '2024-11-01T10:00:00.000Z' }));
    expect(earlier.state().opened.lawProfile).toBe('EU-2024-10-18');
    expect(termOf(earlier.state())).toEqual({ hours: 72, zone: 'Europe/Paris' });
  });

  it('stop once it is found to be no breach', () => {
    expect(dueIn(caseAt('NOT_A_BREACH'))).toBeNull();
  });

  it('refuse what was received tomorrow, and what was known before the GDPR applied', () => {
    expect(() => createCaseStory(opening({ receivedAt: '2026-03-11T00:00:00.000Z' }))).toThrow('is yet to come');
    expect(() => createCaseStory(opening({ knownAt: '2016-03-11T00:00:00.000Z' }))).toThrow('check the year');
  });
});
