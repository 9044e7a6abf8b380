import { describe, expect, it } from '@jest/globals';
import type { RecordChange } from '../../../domain/authority/breachRecord';
import { owedBy } from '../../../domain/controllerCase/closing';
import { missingOf, needsOf, RecordNeed, recordRegion } from '../../../domain/controllerCase/recordRegion';
import { excusing } from '../../fakes/excusing';
import { commands, createCaseStory } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';

/** Written down a second time, by hand, from domain.md §2.5: what the record says that the case does not know by itself. */
const filling: Record<RecordNeed, RecordChange> = {
  period: { period: { period: 'unknown' } },
  foundBy: { foundBy: 'processor' },
  natures: { natures: ['confidentiality'] },
  origins: { origins: ['mail-lost-or-opened'] },
  causes: { causes: ['external-malicious'] },
  description: { description: 'Un classeur parti chez un tiers.' },
  systems: { systems: ['Messagerie'] },
  processings: { processings: ['Enquêtes'] },
  data: { data: ['contact-details'] },
  records: { records: { amount: 'undeterminable' } },
  personCategories: { personCategories: ['users'] },
  persons: { persons: { amount: 'approx', count: 40 } },
  becameOfData: { becameOfData: ['disclosure'] },
  recoverableData: { recoverableData: 'Aucune.' },
  harms: { harms: ['fraud'] },
  gravity: { gravity: 'limited' },
  measuresBefore: { measuresBefore: 'Chiffrement des postes.' },
  measuresAfter: { measuresAfter: [] },
};

const breach = () => {
  const story = createCaseStory();
  story.act(commands.qualify, people.dpo);
  return story;
};
const fields = Object.keys(filling) as RecordNeed[];

describe('region RECORD (§7.4, §2.5; GDPR Art 33(5))', () => {
  it('needs these fields and no other', () => {
    expect(RecordNeed.options).toEqual(fields);
  });

  it('is OPEN at first, READY once each field is filled; OPEN again where one is taken back', () => {
    const story = breach();
    expect(recordRegion(story.state())).toBe('OPEN');
    const open = missingOf(story.state());
    for (const [index, field] of open.entries()) {
      const one = story.act({ ...commands['record.change'], change: filling[field] });
      expect(recordRegion(one)).toBe(index === open.length - 1 ? 'READY' : 'OPEN');
    }
    expect(recordRegion(story.act({ ...commands['record.change'], change: { gravity: null } }))).toBe('OPEN');
  });

  it.each(fields.filter((field) => field !== 'natures'))('%s: filled, excused with a reason, or not yet', (field) => {
    const stateOf = (one: Parameters<typeof needsOf>[0]) => needsOf(one).find((need) => need.field === field);
    const story = breach();
    expect(stateOf(story.state())).toEqual({ field, state: 'missing', reason: null, knownBy: null });
    const excuse = { ...commands['record.excuse'], groups: excusing([field], 'Perdu.') };
    expect(stateOf(story.act(excuse))).toEqual({ field, state: 'excused', reason: 'Perdu.', knownBy: null });
    expect(stateOf(story.act({ ...commands['record.change'], change: filling[field] }))).toMatchObject({
      state: 'filled',
    });
    expect(story.try(excuse)).toMatchObject({
      error: { issues: [{ pointer: expect.stringMatching(/^\/groups\/\w+$/) }] },
    });
  });

  it('a number that is not known at this stage, or an empty list, fills nothing', () => {
    const story = breach();
    const one = story.act({ ...commands['record.change'], change: { persons: { amount: 'unknown' }, harms: [] } });
    expect(missingOf(one)).toEqual(expect.arrayContaining(['persons', 'harms']));
  });

  it('is owed before a breach is closed, and of what is none it is not', () => {
    const story = breach();
    expect(owedBy(story.state())).toContainEqual({ what: 'record', fields: missingOf(story.state()) });
    story.act(commands['record.excuse'], people.dpo);
    expect(owedBy(story.state()).map(({ what }) => what)).not.toContain('record');
    const none = createCaseStory();
    none.act(commands.ruleOut, people.dpo);
    none.yes(people.director);
    expect(owedBy(none.state())).toEqual([]);
  });

  it('an entry holds the difference alone; where nothing differs there is none', () => {
    const story = breach();
    const change = { description: 'Un classeur.', gravity: 'limited' as const };
    story.act({ ...commands['record.change'], change });
    story.act({ ...commands['record.change'], change: { ...change, gravity: 'important' } });
    const { fields: written } = story.entries().at(-1) ?? { fields: {} };
    expect(Object.keys(written).filter((name) => name in change)).toEqual(['gravity']);
    expect(story.try({ ...commands['record.change'], change: { description: 'Un classeur.' } })).toMatchObject({
      error: { issues: [{ pointer: '/change' }] },
    });
  });
});

describe('a measure of the processor that waits for our word (S3-05)', () => {
  it('is owed before the case is closed', () => {
    const story = breach();
    story.act(commands['processor.propose']);
    expect(owedBy(story.state())).toContainEqual({ what: 'measure', count: 1 });
    story.act(commands['processor.decide']);
    expect(owedBy(story.state()).map(({ what }) => what)).not.toContain('measure');
  });
});
