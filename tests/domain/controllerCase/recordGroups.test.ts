import { describe, expect, it } from '@jest/globals';
import { sectionOf } from '../../../api/pages/case/recordOrder';
import { CaseCommand } from '../../../domain/controllerCase/commands';
import { fieldsOfGroup, leftOpen, recordGroups } from '../../../domain/controllerCase/recordGroups';
import { missingOf, RecordNeed } from '../../../domain/controllerCase/recordRegion';
import { commands, createCaseStory } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';

const breach = () => {
  const story = createCaseStory();
  story.act(commands.qualify, people.dpo);
  return story;
};
const excuse = (groups: unknown) => CaseCommand.safeParse({ kind: 'record.excuse', groups });

describe('what the record leaves open for good (GDPR Art 33(5))', () => {
  it('has its fields in the sections of the authority’s form, each in one', () => {
    expect(recordGroups.flatMap(fieldsOfGroup).toSorted()).toEqual(RecordNeed.options.toSorted());
    for (const group of recordGroups) {
      expect(fieldsOfGroup(group).map(sectionOf)).toEqual(fieldsOfGroup(group).map(() => group));
    }
  });

  it('has a reason for each section: none for the record as a whole', () => {
    expect(excuse({})).toMatchObject({ success: false });
    expect(CaseCommand.safeParse({ kind: 'record.excuse', fields: ['harms'], reason: 'x' }).success).toBe(false);
    expect(excuse({ dates: { fields: ['harms'], reason: 'x' } }).success).toBe(false);
    expect(excuse({ dates: { fields: ['period'], reason: ' ' } }).success).toBe(false);
  });

  it('keeps the reasons of several sections apart, and leaves the others asked', () => {
    const story = breach();
    const one = story.act({
      kind: 'record.excuse',
      groups: {
        dates: { fields: ['period'], reason: 'Journaux effacés.' },
        harms: { fields: ['harms', 'gravity'], reason: 'Rien n’est sorti.' },
      },
    });
    expect(leftOpen(one)).toEqual([
      { group: 'dates', fields: ['period'], reason: 'Journaux effacés.' },
      { group: 'harms', fields: ['harms', 'gravity'], reason: 'Rien n’est sorti.' },
    ]);
    expect(missingOf(one)).toContain('foundBy');
    expect(missingOf(one)).not.toContain('period');
  });

  it('that a later act excuses anew has the later reason; once it is filled, none', () => {
    const story = breach();
    story.act(commands['record.excuse']);
    const one = story.act({
      kind: 'record.excuse',
      groups: { harms: { fields: ['gravity'], reason: 'Incalculable.' } },
    });
    expect(leftOpen(one).filter(({ group }) => group === 'harms')).toEqual([
      { group: 'harms', fields: ['harms'], reason: commands['record.excuse'].groups.harms?.reason },
      { group: 'harms', fields: ['gravity'], reason: 'Incalculable.' },
    ]);
    const filled = story.act({ kind: 'record.change', change: { gravity: 'limited' } });
    expect(leftOpen(filled).flatMap(({ fields }) => fields)).not.toContain('gravity');
  });
});
