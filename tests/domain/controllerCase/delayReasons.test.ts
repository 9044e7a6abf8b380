import { describe, expect, it } from '@jest/globals';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { edpbOfCase } from '../../../domain/controllerCase/edpb';
import { sheetOfCase } from '../../../domain/controllerCase/sheet';
import { commands, createCaseStory } from '../../fakes/caseStory';

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
