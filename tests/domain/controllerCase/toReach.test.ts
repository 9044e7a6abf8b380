import { describe, expect, it } from '@jest/globals';
import { caseSays } from '../../../domain/controllerCase/caseSays';
import { personsRungs } from '../../../domain/controllerCase/personsLadders';
import { columnsDone } from '../../../domain/register/columnsDone';
import { caseRows } from '../../../domain/deadline/caseRows';
import { DAY_MS, plusMs } from '../../../domain/shared/instant';
import { commands, list, NOW } from '../../fakes/caseStory';
import { accepted, faultsOf, mailsEnd } from '../../fakes/lettersStory';

const { listId } = list;
const later = new Date(Date.parse(NOW) + 3 * DAY_MS);
const told = () => {
  const story = accepted(0);
  mailsEnd(story, 40);
  return story;
};
type Story = ReturnType<typeof told>;
const comeBack = (story: Story, bounced: number) =>
  story.write({ type: 'persons.bounced', values: { lists: [{ listId, bounced }] } });
const byPhone = (many: number, more: object = {}) => ({
  ...commands['persons.tell'],
  means: 'phone' as const,
  told: many,
  concerned: null,
  bounced: 0,
  ...more,
});
const row = (story: Story) => caseRows(story.state(), later).find(({ obligation }) => obligation === 'persons');
const rungs = (story: Story) => personsRungs(story.state(), later).filter(({ ladder }) => ladder === 'reach');
const isOwed = (story: Story) => row(story) !== undefined && rungs(story).length > 0;

describe('persons whom mails did not reach (GDPR Art 34(1))', () => {
  it('are owed to be told by other means: a row, and a reminder each day, from when it is known', () => {
    const story = told();
    expect(isOwed(story)).toBe(false);
    comeBack(story, 40);
    const { toReach } = story.state().persons;
    expect(toReach).toMatchObject({ count: 40 });
    const at = toReach?.at ?? '';
    expect(row(story)?.clock).toMatchObject({ startedAt: at, dueAt: plusMs(at, 2 * DAY_MS) });
    expect(rungs(story).map(({ step }) => step)).toEqual([24, 48, 72, 96].slice(0, rungs(story).length));
    expect(rungs(story).length).toBeGreaterThan(1);
  });

  it('are nobody whom the sheet or the register calls informed', () => {
    const story = told();
    comeBack(story, 3);
    expect(caseSays(story.state())).toMatchObject({ personsInformed: 'informed', informedCount: { count: 37 } });
    comeBack(story, 40);
    const said = caseSays(story.state());
    expect(said.personsInformed).toBe('willBe');
    expect(said).not.toHaveProperty('informedCount');
    expect(said).not.toHaveProperty('informedOn');
    const column = columnsDone.find(({ key }) => key === 'personsState');
    const cell = JSON.stringify(column?.ofCase?.({ one: story.state() } as never));
    expect(cell).toContain('DRAFTED');
  });

  it('are those of whom no answer came, who were refused, or were lost with their list, too', () => {
    const story = accepted(0);
    const sent = { listId, refused: 1, unknown: 2, lost: 4 };
    const counts = { told: 33, concerned: null, bounced: 0, sent };
    story.write({ type: 'persons.told', values: { toldAt: NOW, means: 'email', ...counts } });
    expect(story.state().persons.toReach).toMatchObject({ count: 7 });
    expect(isOwed(story)).toBe(true);
  });

  it('are told by other means, some and then the last', () => {
    const story = told();
    comeBack(story, 5);
    story.act(byPhone(3));
    expect(story.state().persons.toReach).toMatchObject({ count: 2 });
    expect(isOwed(story)).toBe(true);
    story.act(byPhone(2));
    expect(story.state().persons.toReach).toBeNull();
    expect(isOwed(story)).toBe(false);
  });

  it('who were told by phone before count as no answer to what comes back later', () => {
    const story = told();
    story.act(byPhone(3));
    comeBack(story, 2);
    expect(story.state().persons.toReach).toMatchObject({ count: 2 });
  });

  it('are left with a reason, which tells nobody; what comes back after it is owed anew', () => {
    const story = told();
    comeBack(story, 2);
    expect(faultsOf(story.try(byPhone(0)))).toEqual(['/proof']);
    const before = story.state().persons.tellings;
    story.act(byPhone(0, { proof: 'ni adresse postale ni téléphone' }));
    expect(story.state().persons).toMatchObject({ tellings: before, toReach: null, state: 'TOLD' });
    expect(isOwed(story)).toBe(false);
    expect(faultsOf(story.try(byPhone(0, { proof: 'encore' })))).toEqual(['/told']);
    comeBack(story, 3);
    expect(story.state().persons.toReach).toMatchObject({ count: 1 });
  });

  it('are told by a public notice that stands, and owed again once it is taken back', () => {
    const story = told();
    comeBack(story, 2);
    const frozen = { text: 'publicNotice' as const, language: 'fr' as const, documentId: 'ab'.repeat(32) };
    story.write({ type: 'persons.published', values: { version: 1, draft: 1, texts: [frozen] } });
    expect(isOwed(story)).toBe(false);
    story.act(commands['persons.unpublish']);
    expect(isOwed(story)).toBe(true);
  });
});
