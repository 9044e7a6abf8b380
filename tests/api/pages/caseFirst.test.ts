import { expect, it } from '@jest/globals';
import { nextActOf } from '../../../api/pages/case/nextAct';
import { NOTHING } from '../../../api/pages/case/sending';
import { lineOf } from '../../../api/pages/rowWords';
import { clockRows } from '../../../domain/deadline/clockRows';
import { HOUR_MS, plusMs } from '../../../domain/shared/instant';
import type { Role } from '../../../domain/shared/roles';
import { caseAt, commands, createCaseStory, decision, exempting, NOW, RECEIVED } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';
import { PARIS } from '../../fakes/places';
import type { Inside } from '../../../api/pages/frame';

function heldAndOrdered() {
  const story = caseAt('BREACH');
  story.act(decision('high'));
  story.act({ ...commands['authority.file'], type: 'complete' });
  story.act(commands['regime.exclude']);
  story.act(commands['persons.draft']);
  story.act(commands['persons.hold']);
  story.act(commands['persons.order']);
  return story;
}

const stories = {
  'told and not qualified': () => createCaseStory(),
  'a breach that nobody scored': () => {
    const story = createCaseStory();
    story.act(commands.qualify, people.dpo);
    return story;
  },
  'a breach, another law concerned': () => {
    const story = caseAt('BREACH');
    story.act(commands['regime.concern']);
    return story;
  },
  'decided: persons owed a word, authority not told': () => {
    const story = caseAt('BREACH');
    story.act(decision('high'));
    return story;
  },
  'filed in part, a question asked': () => {
    const story = caseAt('BREACH');
    story.act(decision('high'));
    story.act(commands['authority.file']);
    story.act({ ...commands['authority.ask'], dueAt: plusMs(NOW, 9 * HOUR_MS) });
    return story;
  },
  'a measure proposed, a field awaited': () => {
    const story = createCaseStory();
    story.act(commands.qualify, people.dpo);
    story.act(commands['processor.propose']);
    story.act({
      ...commands['record.change'],
      change: {},
      awaited: [{ field: 'harms', knownBy: plusMs(NOW, 2 * HOUR_MS) }],
    });
    return story;
  },
  'two authorities, one told': () => {
    const seat = { publicBody: false, establishments: ['BE', 'FR'], mainEstablishment: null };
    const story = createCaseStory(undefined, { seat });
    story.act(commands.qualify, people.dpo);
    story.act(commands['authority.file']);
    return story;
  },
  'on hold, and the authority orders': () => heldAndOrdered(),
  'two persons are asked': () => {
    const story = createCaseStory();
    story.act(commands.ruleOut, people.dpo);
    return story;
  },
};
const roles: readonly Role[][] = [['O'], ['DPO'], ['DIR'], ['IM', 'DPO']];
const rows = Object.entries(stories).flatMap(([name, story]) =>
  [1, 23, 37, 49, 60, 71, 75].flatMap((hours) => roles.map((who) => ({ name, story, hours, who }))),
);

it.each(rows)('$name, after $hours h, $who: the case and "Now" say the same first thing', ({ story, hours, who }) => {
  const one = story().state();
  const now = new Date(plusMs(RECEIVED, hours * HOUR_MS));
  const asker = { actor: { kind: 'person' as const, id: 'p-reader' }, roles: who };
  const next = nextActOf(one, asker, { now, sending: NOTHING });
  const burning = clockRows({ cases: [], incidents: [], ours: [one], place: PARIS }, now);
  const organisation = { tokens: [] };
  const inside = {
    ctx: { ...asker, ports: { now: () => now } },
    names: new Map(),
    organisation,
    frame: { language: 'fr' },
  } as unknown as Inside;
  const known = { cases: [], incidents: new Map(), ours: new Map([[one.id, one]]) };
  const lines = burning.filter(({ clock }) => clock.doneAt === null).map((row) => lineOf(row, known, inside));
  // who may not act is led to where it is read
  const isRead = ({ act }: (typeof lines)[number]) =>
    typeof act === 'object' && act.key.startsWith('act.') && act.key !== 'act.approval';
  const [first] = lines.filter((line) => !line.waits && !isRead(line));
  if (first === undefined) expect(next?.clock ?? null).toBeNull();
  else
    expect({ href: next?.href, act: next?.act, clock: next?.clock }).toEqual({
      href: first.href,
      act: first.act,
      clock: first.clock,
    });
});

it('a hold that an order of the authority found is lifted by whoever may, and nobody else is sent to a draft', () => {
  const one = heldAndOrdered().state();
  const nextOf = (who: Role[]) =>
    nextActOf(one, { actor: { kind: 'person', id: 'p-reader' }, roles: who }, { now: new Date(NOW), sending: NOTHING });
  for (const who of [['DPO'], ['DIR']] as Role[][]) {
    expect(nextOf(who)).toMatchObject({ href: `/cases/${one.id}/resume`, text: { key: 'caseNext.resume' } });
  }
  expect(nextOf(['O'])).toBeNull();
});

it('a hold behind which nothing is owed is lifted next; where everything came back and it was decided since, the exemption is', () => {
  const asker = { actor: { kind: 'person' as const, id: 'p-reader' }, roles: ['DIR' as const] };
  const nextOf = (story: ReturnType<typeof caseAt>) =>
    nextActOf(story.state(), asker, { now: new Date(NOW), sending: NOTHING });
  const begun = () => {
    const story = caseAt('BREACH');
    story.act(decision('high'));
    story.act({ ...commands['authority.file'], type: 'complete' });
    story.act(commands['regime.exclude']);
    story.act(commands['persons.draft']);
    return story;
  };
  const held = begun();
  held.act(commands['persons.hold']);
  held.act(decision('risk'));
  expect(nextOf(held)).toMatchObject({ href: '/cases/c1/resume', text: { key: 'caseOwed.hold' } });
  const back = begun();
  back.act({ ...commands['persons.tell'], told: 41, concerned: 41, bounced: 41 });
  expect(nextOf(back)?.text).toEqual({ key: 'caseNext.reachAll' });
  back.act(exempting('b'));
  expect(nextOf(back)?.text).toEqual({ key: 'caseNext.exempt' });
});

it('a DPO without a mandate is asked to advise, never to decide; management decides', () => {
  const story = createCaseStory();
  story.act(commands.qualify, people.dpo);
  story.act({ ...commands['authority.file'], type: 'complete' });
  story.act(commands['risk.score']);
  const nextOf = (who: Role[]) =>
    nextActOf(
      story.state(),
      { actor: { kind: 'person', id: 'p-reader' }, roles: who },
      { now: new Date(NOW), sending: NOTHING },
    );
  expect(nextOf(['DPO'])?.text).toEqual({ key: 'caseNext.advise' });
  expect(nextOf(['DIR'])?.text).toEqual({ key: 'caseNext.decide' });
  story.act(commands['risk.advise'], people.dpo);
  expect(nextOf(['DPO'])?.text).not.toEqual({ key: 'caseNext.decide' });
  expect(nextOf(['DIR'])?.text).toEqual({ key: 'caseNext.decide' });
});
