import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Command, NotingCommand, SendingCommand } from '../../../domain/notice/commands';
import { decideNote } from '../../../domain/notice/decideNote';
import { decideVersion } from '../../../domain/notice/decideVersion';
import { promisesOf } from '../../../domain/notice/content';
import { foldNotice, newestVersion } from '../../../domain/notice/fold';
import { Items } from '../../../domain/notice/items';
import { isGone } from '../../../domain/delivery/outbox';
import { type Delivery, moveDelivery } from '../../../domain/notice/transitions';
import {
  at,
  attempt,
  caseOf,
  confirmed,
  entriesOf,
  hour,
  items,
  opened,
  outcome,
  phasedItems,
  type Told,
  version,
  went,
} from '../../fakes/noticeStory';

const cancelled = { ...confirmed, status: 'cancelled' as const, changedAt: hour(4) };
const ack: Told = [
  2,
  { type: 'notice.acknowledged', values: { version: 1, contactId: 'c1', via: 'link', name: 'D', function: 'DPO' } },
];
const closed = (ground: 'confirmed' | 'withdrawn'): Told => [
  5,
  { type: 'notice.closed', values: { ground, reason: null } },
];
const sent: Told[] = [[1, version(1)], ...went(1, 'accepted')];
const phased: Told[] = [
  [1, version(1, { items: phasedItems, promises: [{ item: 'c', eta: hour(30) }] })],
  ...went(1, 'accepted'),
];

/** One story for each state of the three regions of section 7.3: delivery, content, life. */
const lives = {
  'DRAFT OPEN': [],
  'LEAVING COMPLETE': [[1, version(1)]],
  'SENT COMPLETE': sent,
  'SENT PHASED': phased,
  'CAUGHT COMPLETE': [[1, version(1)], ...went(1, 'caught')],
  'ACKED COMPLETE': [...sent, ack],
  'ACKED PHASED': [...phased, ack],
  CLOSED: [...sent, ack, closed('confirmed')],
  WITHDRAWN: [...sent, [4, version(2, { kind: 'withdrawal', items: null })], closed('withdrawn')],
} satisfies Record<string, Told[]>;
type Life = keyof typeof lives;

const acts = {
  send: { kind: 'send', items },
  supplement: { kind: 'supplement', items: { d: { answer: 'value', text: 'autre' }, c: items.c } },
  withdraw: { kind: 'withdraw' },
  acknowledge: { kind: 'acknowledge', version: 1, contactId: 'c1', via: 'call', name: 'D', function: 'DPO' },
  ask: { kind: 'ask', questionId: 'q', contactId: 'c1', text: 'Combien ?' },
  confirm: { kind: 'close', ground: 'confirmed' },
  exhaust: { kind: 'close', ground: 'ladderExhausted', reason: 'appelé sept fois' },
  reopen: { kind: 'reopen', reason: 'fait nouveau' },
} satisfies Record<string, Command>;
type Act = keyof typeof acts;

/** Section 7.3, by hand: what each state allows. `withdraw` is asked of a breach that was ruled out. */
const allowed: Record<Life, Act[]> = {
  'DRAFT OPEN': ['send', 'ask'],
  'LEAVING COMPLETE': ['withdraw', 'acknowledge', 'ask', 'exhaust'],
  'SENT COMPLETE': ['supplement', 'withdraw', 'acknowledge', 'ask', 'exhaust'],
  'SENT PHASED': ['supplement', 'withdraw', 'acknowledge', 'ask'],
  'CAUGHT COMPLETE': ['supplement', 'withdraw', 'acknowledge', 'ask', 'exhaust'],
  'ACKED COMPLETE': ['supplement', 'withdraw', 'acknowledge', 'ask', 'confirm', 'exhaust'],
  'ACKED PHASED': ['supplement', 'withdraw', 'acknowledge', 'ask'],
  CLOSED: ['acknowledge', 'ask', 'reopen'],
  WITHDRAWN: ['acknowledge', 'ask'],
};

const isSending = (command: Command): command is SendingCommand =>
  ['send', 'protect', 'report', 'supplement', 'withdraw'].includes(command.kind);

function tried(story: readonly Told[], command: Command, hours: number) {
  const read = caseOf(story, command.kind === 'withdraw' ? cancelled : confirmed);
  if (!isSending(command)) return decideNote(read, command as NotingCommand, at(hours));
  return decideVersion(read, command, { a: items.a, b: items.b }, at(hours));
}

describe('a notice row by row (domain rules 7.3)', () => {
  const pairs = (Object.keys(lives) as Life[]).flatMap((life) =>
    (Object.keys(acts) as Act[]).map(
      (act) => [life, act, allowed[life].includes(act) ? 'allowed' : 'refused'] as const,
    ),
  );
  it.each(pairs)('%s, %s: %s', (life, act, expected) => {
    expect(tried(lives[life], acts[act], 5).ok ? 'allowed' : 'refused').toBe(expected);
  });

  it.each(Object.keys(lives) as Life[])('the story of %s leads there', (life) => {
    const { notice } = caseOf(lives[life]);
    const shown = notice.life === 'OPEN' ? `${notice.delivery} ${notice.content}` : notice.life;
    expect(shown).toBe(life);
  });

  it('a question puts complete content back to PHASED until it is answered', () => {
    const asked: Told = [
      3,
      {
        type: 'notice.asked',
        values: { via: 'link', urgentHours: null, questionId: 'q', contactId: 'c1', text: 'Combien ?' },
      },
    ];
    const answered: Told = [4, { type: 'notice.answered', values: { questionId: 'q', text: '412', deliverables: [] } }];
    expect(caseOf([...sent, asked]).notice.content).toBe('PHASED');
    expect(caseOf([...sent, asked, answered]).notice.content).toBe('COMPLETE');
  });
});

describe('invariant 1: no notice leaves without a and b', () => {
  it.each([
    ['a left out', { ...items, a: undefined }],
    ['a blank', { ...items, a: '   ' }],
    ['b left out', { ...items, b: undefined }],
    ['b without anybody', { ...items, b: [] }],
  ])('%s is refused before anything is decided', (_name, wrong) => {
    expect(Items.safeParse(wrong).success).toBe(false);
  });

  it('c, d, e are each a value, to follow or impossible to determine, and nothing else', () => {
    for (const name of ['c', 'd', 'e'] as const) {
      for (const wrong of [undefined, null, '', { answer: 'unknown' }, { answer: 'value', text: ' ' }]) {
        expect(Items.safeParse({ ...items, [name]: wrong }).success).toBe(false);
      }
      const never = { answer: 'cannotBeDetermined', reason: 'journaux effacés' };
      expect(Items.safeParse({ ...items, [name]: never }).success).toBe(true);
    }
  });
});

/** Any act or answer of a relay, in any order; what is refused writes nothing. */
const anyItems = fc.constantFrom(items, phasedItems, { ...items, d: { answer: 'toFollow', eta: hour(40) } } as Items);
const anyAct: fc.Arbitrary<Command | { relay: 'accepted' | 'caught' | 'refused' }> = fc.oneof(
  anyItems.map((all): Command => ({ kind: 'send', items: all })),
  anyItems.map((all): Command => ({ kind: 'supplement', items: all })),
  fc.constantFrom<Command>({ kind: 'protect', version: 'protective' }, ...Object.values(acts)),
  fc.constantFrom({ relay: 'accepted' } as const, { relay: 'caught' } as const, { relay: 'refused' } as const),
);

/** What is written by each act, in order. */
function live(done: readonly (Command | { relay: 'accepted' | 'caught' | 'refused' })[]): {
  told: Told[];
  writes: number[];
} {
  const told: Told[] = [];
  const writes = done.map((act, index) => {
    const hours = 1 + index / 10;
    const before = told.length;
    if ('relay' in act) {
      const newest = newestVersion(caseOf(told).notice);
      const id = newest?.deliverableIds[0];
      if (id === undefined) return 0;
      const n = caseOf(told).notice.outbox.find((one) => one.id === id)?.attempts.length ?? 0;
      told.push([hours, attempt(id, n + 1, hours + 0.03)], [hours, outcome(id, n + 1, act.relay)]);
      return 0;
    }
    const decided = tried(told, act, hours);
    if (!decided.ok) return told.length - before;
    const { value } = decided;
    told.push([hours, 'number' in value ? version(value.number, value) : value]);
    return told.length - before - 1;
  });
  return { told, writes };
}

describe('invariants of any life of a notice (domain rules 7.9)', () => {
  const lived = fc.array(anyAct, { maxLength: 20 }).map(live);

  it('5 and 6: each act is one entry or none, and replaying them, in parts or whole, gives the same state', () => {
    fc.assert(
      fc.property(lived, fc.nat(), ({ told, writes }, cut) => {
        expect(writes.every((extra) => extra === 0)).toBe(true);
        const entries = entriesOf([[0, opened()], ...told]);
        const where = 1 + (cut % entries.length);
        const whole = foldNotice(entries);
        expect(foldNotice(entries, foldNotice(entries.slice(0, where)))).toEqual(whole);
        expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
      }),
      { numRuns: 150 },
    );
  });

  it('1, 10, 13: what left has a and b; COMPLETE promises nothing; SENT was taken by a relay, CAUGHT by none', () => {
    const seen = new Set<Delivery>();
    fc.assert(
      fc.property(lived, ({ told }) => {
        const { notice } = caseOf(told);
        seen.add(notice.delivery);
        for (const { items: left } of notice.versions)
          if (left !== null) expect(left.a !== '' && left.b.length > 0).toBe(true);
        if (notice.content === 'COMPLETE') {
          expect(promisesOf(notice)).toEqual([]);
          expect(notice.questions.every(({ answeredAt }) => answeredAt !== null)).toBe(true);
        }
        const results = notice.outbox
          .filter(({ id }) => newestVersion(notice)?.deliverableIds.includes(id))
          .flatMap(({ attempts }) => attempts.map((one) => one.outcome?.result));
        if (notice.delivery === 'SENT') expect(results).toContain('accepted');
        if (notice.delivery === 'CAUGHT') expect(results).not.toContain('accepted');
        expect(notice.dischargedAt !== null).toBe(notice.outbox.some((one) => isGone(one)));
      }),
      { numRuns: 300 },
    );
    expect([...seen].toSorted()).toEqual(['ACKED', 'CAUGHT', 'DRAFT', 'LEAVING', 'SENT']);
  });

  it('no state moves but by a row of the table', () => {
    fc.assert(
      fc.property(lived, ({ told }) => {
        const states = told.map((_entry, index) => caseOf(told.slice(0, index + 1)).notice.delivery);
        const triggers = [
          'send',
          'protect',
          'supplement',
          'withdraw',
          'accepted',
          'caught',
          'failed',
          'acknowledge',
        ] as const;
        for (const [index, to] of states.entries()) {
          const from = states[index - 1] ?? 'DRAFT';
          if (from !== to) expect(triggers.some((on) => moveDelivery(from, on) === to)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
