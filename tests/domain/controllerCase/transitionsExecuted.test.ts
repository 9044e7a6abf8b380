import { describe, expect, it } from '@jest/globals';
import { type CaseCommandName, type CaseStage, caseTransitions } from '../../../domain/controllerCase/transitions';
import { caseAt, commands, type createCaseStory, decision, exempting, NOW } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';
import { accepted, posted, print, ruleOut } from '../../fakes/lettersStory';

type Story = ReturnType<typeof createCaseStory>;
type Cell = `${CaseStage} ${CaseCommandName}`;

/** A law is in force to which the clock could be moved. */
const LATER = '2026-11-29T12:00:00.000Z';
const complete = { ...commands['authority.file'], type: 'complete' as const };

/** A case to which more is done before the command that its stage takes. */
const after = (story: Story, ...acts: ((story: Story) => unknown)[]): Story => {
  for (const act of acts) act(story);
  return story;
};
const filed = (story: Story) => story.act(complete);
const high = (story: Story) => story.act(decision('high'));
const drafted = (story: Story) => {
  const texts = (['message', 'publicNotice'] as const).map((text) => ({
    text,
    language: 'fr' as const,
    documentId: 'ab'.repeat(32),
  }));
  story.write({ type: 'persons.drafted', values: { fr: 'Un classeur.', en: null, texts } });
};
const published = (story: Story) => {
  high(story);
  drafted(story);
  story.act(commands['persons.publish']);
};
const concerned = (story: Story) => story.act(commands['regime.concern']);
const news = (story: Story) => story.act(commands['told.add']);
const closed = (story: Story) => story.act(commands['case.close']);
const breach = (...acts: ((story: Story) => unknown)[]) => after(caseAt('BREACH'), ...acts);

/** What is not here is taken by a case that came straight to its stage. */
const ready: Partial<Record<Cell, () => Story>> = {
  'RECEIVED authority.close': () => after(caseAt('RECEIVED'), filed),
  'RECEIVED persons.unpublish': () => breach(published, ruleOut, news),
  'RECEIVED regime.record': () => after(caseAt('RECEIVED'), concerned),
  'BREACH regime.record': () => breach(concerned),
  'BREACH authority.close': () => breach(filed),
  'BREACH persons.require': () => breach((story) => story.act(decision('risk'))),
  'BREACH persons.exempt': () => breach((story) => story.act(exempting('b'))),
  'BREACH persons.hold': () => breach(high),
  'BREACH persons.resume': () => breach(high, (story) => story.act(commands['persons.hold'])),
  'BREACH persons.lift': () => breach(high),
  'BREACH persons.draft': () => breach(high),
  'BREACH persons.send': () => breach(high, drafted),
  'BREACH persons.tell': () => breach(high, drafted),
  'BREACH persons.publish': () => breach(high, drafted),
  'BREACH persons.unpublish': () => breach(published),
  'BREACH case.close': () =>
    breach(
      (story) => story.act(decision('unlikely')),
      (story) => story.act(commands['regime.exclude']),
    ),
  'NOT_A_BREACH authority.withdraw': () => breach(filed, ruleOut),
  'NOT_A_BREACH authority.close': () => breach(filed, ruleOut, (story) => story.act(commands['authority.withdraw'])),
  'NOT_A_BREACH persons.unpublish': () => breach(published, ruleOut),
  'NOT_A_BREACH persons.tell': () => after(accepted(3), print, ruleOut),
  'NOT_A_BREACH regime.record': () => after(caseAt('NOT_A_BREACH'), concerned),
  'CLOSED persons.unpublish': () => breach(published, ruleOut, closed),
};
/** A case that goes back to where it was has two ways to have come. */
const closedFrom: Partial<Record<string, () => Story>> = {
  RECEIVED: () => after(caseAt('NOT_A_BREACH'), closed),
  BREACH: () => caseAt('CLOSED'),
};

const cells = caseTransitions.flatMap(({ from, on, to }) => {
  const targets = to === 'same' ? [from] : (to.split('|') as CaseStage[]);
  return targets.map((target) => {
    const lead = targets.length > 1 ? closedFrom[target] : ready[`${from} ${on}`];
    return { from, on, target, lead: lead ?? (() => caseAt(from)) };
  });
});

/** Two persons are asked. */
const isOfTwo = (on: CaseCommandName) => ['ruleOut', 'aware.correct', 'law.move'].includes(on);

/** After the breach was ruled out, only what became of letters is told. */
const commandIn = (from: CaseStage, on: CaseCommandName) =>
  from === 'NOT_A_BREACH' && on === 'persons.tell' ? posted() : commands[on];

describe('each cell of the table of a case, through its decision and its fold (domain rules 7.4)', () => {
  it('are as many as the table has rows, and one more for the row that goes two ways', () => {
    expect(cells).toHaveLength(caseTransitions.length + 1);
  });

  it.each(cells)('$from, $on → $target', ({ from, on, target, lead }) => {
    const story = lead();
    expect(story.state().stage).toBe(from);
    const before = story.entries().length;
    const at = on === 'law.move' ? LATER : NOW;
    story.act(commandIn(from, on), isOfTwo(on) ? people.dpo : people.director, at);
    if (isOfTwo(on)) {
      expect(story.state().stage).toBe(from); // one voice moves nothing
      expect(story.yes(people.director, at).ok).toBe(true);
    }
    expect(story.state().stage).toBe(target);
    expect(story.entries()).toHaveLength(before + (isOfTwo(on) ? 2 : 1)); // invariant 5
  });
});
