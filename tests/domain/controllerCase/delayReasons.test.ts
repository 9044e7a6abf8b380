import { describe, expect, it } from '@jest/globals';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { owedBy } from '../../../domain/controllerCase/closing';
import { edpbOfCase } from '../../../domain/controllerCase/edpb';
import { filingOf, sheetOfCase } from '../../../domain/controllerCase/sheet';
import { columnsDone } from '../../../domain/register/columnsDone';
import { caseAt, commands, createCaseStory, NOW } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';

const late = new Date('2026-03-14T13:20:00.000Z');
const seat = { publicBody: false, establishments: ['BE', 'FR'], mainEstablishment: null };
const file = { ...commands['authority.file'], authorityId: 'cnil' };

const reasons = (delayText: string) => ({
  kind: 'record.change' as const,
  change: { delayReasons: ['systemsDown' as const], delayText },
});

function shownTo(one: ControllerCase, authorityId: string) {
  const asked = { type: 'initial' as const, authorityId };
  const form = edpbOfCase(one, asked, late);
  const inTemplate = form.ok ? form.value.facts?.timeline.late : undefined;
  const { sections } = sheetOfCase(one, asked, late);
  const field = sections.flatMap(({ fields }) => fields).find(({ key }) => key === 'delayText');
  const [words] = field?.values ?? [];
  const onSheet = words?.as === 'text' ? words.text : null;
  expect(inTemplate).toEqual(onSheet === null ? { tbd: true } : { value: { reasons: ['systemsDown'], text: onSheet } });
  return onSheet;
}

describe('reasons for a delay', () => {
  it('that one authority was given are not shown to another, which is given its own', () => {
    const story = createCaseStory(undefined, { seat });
    story.act(reasons('Pour Paris.'));
    expect(shownTo(story.state(), 'cnil')).toBe('Pour Paris.');
    story.act({ ...file, delayReasons: ['systemsDown'], delayText: 'Pour Paris.' });
    expect(shownTo(story.state(), 'apd-gba')).toBeNull();
    story.act(reasons('Pour Bruxelles.'));
    expect(shownTo(story.state(), 'apd-gba')).toBe('Pour Bruxelles.');
  });

  it('that nobody was given yet are shown to whoever is told next', () => {
    const story = createCaseStory(undefined, { seat });
    story.act(reasons('Pour tous.'));
    story.act(file); // in time: it needed none
    expect(shownTo(story.state(), 'apd-gba')).toBe('Pour tous.');
  });
});

describe('a first notification that a correction of the awareness makes late', () => {
  const EARLIER = '2026-03-06T08:00:00.000Z';
  const complementary = { ...file, type: 'complementary' as const, receiptNumber: 'FR-2' };
  const why = { delayReasons: ['systemsDown' as const], delayText: 'Su trop tard.' };
  const owed = (one: ControllerCase) => owedBy(one).filter(({ what }) => what === 'file');
  const column = columnsDone.find(({ key }) => key === 'delayReasons');
  const inRegister = (one: ControllerCase) =>
    column?.ofCase?.({ one, contract: null, personName: String, authorityName: String });
  const asked = (one: ControllerCase) =>
    filingOf(one, { type: 'complementary', authorityId: 'cnil' }, new Date(NOW)).reasonsNeeded;
  /** The DPO asks, management agrees. */
  const correct = (story: ReturnType<typeof caseAt>, awareAt: string) => {
    story.act({ ...commands['aware.correct'], awareAt }, people.dpo);
    story.yes(people.director);
  };
  const corrected = (type: 'initial' | 'complete') => {
    const story = caseAt('BREACH');
    story.act({ ...file, type });
    correct(story, EARLIER);
    return story;
  };

  it('owes the reasons with the next one: on the sheet, in the form, and in the register', () => {
    const story = corrected('initial');
    expect([asked(story.state()), inRegister(story.state())]).toEqual([true, []]);
    expect(story.try(complementary)).toMatchObject({
      error: { issues: [{ pointer: '/delayReasons' }, { pointer: '/delayText' }] },
    });
    story.act({ ...complementary, ...why });
    expect(asked(story.state())).toBe(false);
    expect(inRegister(story.state())).toHaveLength(1);
    story.act({ ...complementary, receiptNumber: 'FR-3' });
  });

  it('is completed after it was complete, and holds up the end of the case until then', () => {
    const story = corrected('complete');
    expect(owed(story.state())).toHaveLength(1);
    story.act({ ...complementary, ...why, final: true });
    expect(owed(story.state())).toEqual([]);
  });

  it('owes none where it still left in time, nor twice where it said why', () => {
    const inTime = caseAt('BREACH');
    inTime.act({ ...file, type: 'complete' });
    correct(inTime, '2026-03-10T08:00:00.000Z');
    expect([asked(inTime.state()), owed(inTime.state())]).toEqual([false, []]);
    const told = caseAt('BREACH');
    correct(told, EARLIER);
    told.act({ ...file, ...why, type: 'complete' });
    correct(told, '2026-03-05T08:00:00.000Z');
    expect([asked(told.state()), owed(told.state())]).toEqual([false, []]);
  });
});
