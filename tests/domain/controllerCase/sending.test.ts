import { describe, expect, it } from '@jest/globals';
import { openSending } from '../../../domain/controllerCase/case';
import { CaseCommand } from '../../../domain/controllerCase/commands';
import { personsAllow } from '../../../domain/controllerCase/decidePersons';
import { canPublish } from '../../../domain/controllerCase/publicNotice';
import { caseRungs } from '../../../domain/controllerCase/ladders';
import { nextMilestone } from '../../../domain/controllerCase/nextMilestone';
import { begunSending } from '../../../domain/controllerCase/persons';
import { caseRows } from '../../../domain/deadline/caseRows';
import { HOUR_MS, plusMs } from '../../../domain/shared/instant';
import { commands, createCaseStory, decision, list, NOW, opening } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';

type Story = ReturnType<typeof createCaseStory>;

const faultsOf = (refusal: unknown) =>
  (refusal as { error: { issues: { pointer: string; message: string }[] } }).error.issues.map(({ message }) => message);
const drafted = (given = opening()) => {
  const story = createCaseStory(given);
  story.act(commands.qualify, people.dpo);
  story.act(commands['risk.score'], people.oncall);
  story.act(decision('high'));
  story.act(commands['persons.draft']);
  const { draft } = story.state().persons;
  const texts = [{ text: 'message' as const, language: 'fr' as const, documentId: 'ab'.repeat(32) }];
  story.write({ type: 'persons.drafted', values: { fr: draft?.fr ?? null, en: null, texts } });
  return story;
};
const sending = () => {
  const story = drafted();
  story.act(commands['persons.send']);
  return story;
};
const ruleOut = (story: Story) => {
  story.act(commands.ruleOut, people.dpo);
  story.yes(people.director);
  return story;
};
const rest = { listId: list.listId, refused: 40, unknown: 0, lost: 0 };
const stateOf = (story: Story) => story.state().persons.state;

describe('a list of persons that is told (domain rules 7.4, PERSONS)', () => {
  it('is of a message that its entry names', () => {
    const story = sending();
    const { draft } = story.state().persons;
    const entry = story.entries().findLast(({ type }) => type === 'persons.sending');
    expect(entry?.fields['draft']?.value).toBe(draft?.seq);
    expect(story.state().persons.sendings).toMatchObject([{ fileHash: list.fileHash, doneAt: null, told: null }]);
  });

  it('is not accepted in an exercise, and never leaves there (invariant 12)', () => {
    const story = drafted(opening({ exercise: true }));
    expect(faultsOf(story.try(commands['persons.send']))).toEqual(['this case is an exercise: no person is told']);
    expect(personsAllow(story.state(), 'persons.send')).toBe(false); // no page offers it
    const { listId, fileHash, count, bad, duplicates } = list;
    story.write({ type: 'persons.sending', values: { listId, fileHash, count, bad, duplicates, concerned: null } });
    expect(openSending(story.state())).toBeNull();
    expect(nextMilestone(story.state(), new Date(NOW))).not.toMatchObject({ kind: 'send' });
  });

  it('is not published in an exercise either (invariant 12)', () => {
    const real = drafted();
    const texts = [{ text: 'publicNotice' as const, language: 'fr' as const, documentId: 'cd'.repeat(32) }];
    const written = { type: 'persons.drafted' as const, values: { fr: 'Un classeur.', en: null, texts } };
    real.write(written);
    expect([canPublish(real.state()), personsAllow(real.state(), 'persons.publish')]).toEqual([true, true]);
    const story = drafted(opening({ exercise: true }));
    story.write(written);
    expect(faultsOf(story.try(commands['persons.publish']))).toEqual(['this case is an exercise: no person is told']);
    expect([canPublish(story.state()), personsAllow(story.state(), 'persons.publish')]).toEqual([false, false]);
  });

  it('is compared with every list that was accepted before it', () => {
    const story = sending();
    story.write({ type: 'persons.unreached', values: rest });
    const refusal = story.try({ ...commands['persons.send'], listId: 'list-2' });
    expect(faultsOf(refusal)).toEqual(['another list was accepted since: hand this one in again']);
  });

  it('that told nobody leaves the persons untold: DPO and management hear of it at once (invariant 11)', () => {
    const story = sending();
    story.write({ type: 'persons.unreached', values: rest });
    expect(stateOf(story)).toBe('DRAFTED');
    const ended = () => caseRungs(story.state(), new Date(NOW)).filter(({ ladder }) => ladder === 'unreached');
    expect(ended()).toMatchObject([{ step: 1, atMs: Date.parse(NOW), roles: ['DPO', 'DIR'] }]);
    expect(story.try(commands['case.close'])).toMatchObject({ ok: false });
    story.act(commands['persons.tell']);
    expect(stateOf(story)).toBe('TOLD');
    expect(ended()).toEqual([]);
  });

  it('refuses to call anybody told where nobody was (invariant 11)', () => {
    expect(faultsOf(drafted().try({ ...commands['persons.tell'], told: 0, bounced: 0 }))).toEqual([
      'at least one was told',
    ]);
    expect(CaseCommand.safeParse({ ...commands['persons.tell'], told: -1 }).success).toBe(false);
  });

  it('that is on hold stays there at an order of the authority and at a lower risk, until somebody resumes it', () => {
    const [ordered, lowered] = [sending(), sending()];
    for (const story of [ordered, lowered]) story.act(commands['persons.hold']);
    ordered.act(commands['persons.order']);
    expect(openSending(ordered.state())).toBeNull();
    ordered.act(commands['persons.resume']);
    expect(openSending(ordered.state())?.listId).toBe(list.listId);
    lowered.act(decision('risk'));
    expect(stateOf(lowered)).toBe('ON_HOLD');
    expect(begunSending(lowered.state().persons)?.listId).toBe(list.listId);
    lowered.act(commands['persons.resume']);
    expect(stateOf(lowered)).toBe('SENDING');
  });

  it('stops for good when the breach is ruled out, on hold or not; what was told stays', () => {
    const [open, held] = [sending(), sending()];
    held.act(commands['persons.hold']);
    for (const story of [open, held]) {
      ruleOut(story);
      story.act(commands.qualify, people.dpo);
      expect(begunSending(story.state().persons)).toBeNull();
      expect(story.state().persons.sendings).toHaveLength(1);
    }
    expect(stateOf(open)).toBe('DRAFTED');
    held.act(commands['persons.resume']);
    expect(stateOf(held)).toBe('DRAFTED');
  });

  it('asks nobody to tell the persons once it is no breach', () => {
    const late = plusMs(NOW, 100 * HOUR_MS);
    const owed = (story: Story) => [
      ...caseRungs(story.state(), new Date(late)).filter(({ ladder }) => ladder === 'tell'),
      ...caseRows(story.state(), new Date(late)).filter(({ obligation }) => obligation === 'persons'),
    ];
    const story = drafted();
    expect(owed(story)).not.toEqual([]);
    expect(owed(ruleOut(story))).toEqual([]);
  });

  it('leaves when its next ones are due, after what is due before', () => {
    const story = sending();
    const at = plusMs(NOW, 900_000);
    expect(
      nextMilestone(story.state(), new Date(plusMs(NOW, 30 * HOUR_MS)), { listDueAt: new Date(at) }),
    ).toMatchObject({
      kind: 'remind',
    });
    for (const { ladder, about } of caseRungs(story.state(), new Date(NOW)))
      story.write({ type: 'case.reminded', values: { ladder, about, step: 10_000, roles: [], deliverables: [] } });
    expect(nextMilestone(story.state(), new Date(NOW))).toMatchObject({ kind: 'send', atMs: Date.parse(NOW) });
    expect(nextMilestone(story.state(), new Date(NOW), { listDueAt: new Date(at) })).toMatchObject({
      atMs: Date.parse(at),
    });
  });
});

describe('a hold', () => {
  it('is asked about on the day until which it was requested, and each day from then on', () => {
    const story = drafted();
    const until = plusMs(NOW, 72 * HOUR_MS);
    story.act({ ...commands['persons.hold'], until });
    const asked = (now: string) => caseRungs(story.state(), new Date(now)).filter(({ ladder }) => ladder === 'hold');
    expect(asked(NOW)).toMatchObject([{ atMs: Date.parse(until), roles: ['DPO', 'DIR'], dueAt: until }]);
    expect(asked(plusMs(until, 25 * HOUR_MS)).map(({ step }) => step)).toEqual([72, 96, 120]);
    story.act(commands['persons.resume']);
    expect(asked(until)).toEqual([]);
  });

  it('without a date is asked about each week: a hold is never final', () => {
    const story = drafted();
    story.act({ ...commands['persons.hold'], until: null });
    const asked = (hours: number) =>
      caseRungs(story.state(), new Date(plusMs(NOW, hours * HOUR_MS))).filter(({ ladder }) => ladder === 'hold');
    expect(asked(0)).toMatchObject([{ atMs: Date.parse(NOW) + 168 * HOUR_MS, roles: ['DPO', 'DIR'] }]);
    expect(asked(337).map(({ step }) => step)).toEqual([168, 336, 504]);
  });
});
