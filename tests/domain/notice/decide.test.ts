import { describe, expect, it } from '@jest/globals';
import type { SendingCommand } from '../../../domain/notice/commands';
import { checkLoose } from '../../../domain/notice/checkItems';
import { decideNote } from '../../../domain/notice/decideNote';
import { decideVersion } from '../../../domain/notice/decideVersion';
import { emptyDraft, type Items } from '../../../domain/notice/items';
import { at, caseOf, confirmed, hour, items, phasedItems, type Told, version, went } from '../../fakes/noticeStory';

const defaults = { a: 'Violation suspectée, nature non encore déterminée.', b: items.b };
const decide = (story: readonly Told[], command: SendingCommand, hours = 1, clock = confirmed) =>
  decideVersion(caseOf(story, clock), command, defaults, at(hours));
const sent: Told[] = [[1, version(1)], ...went(1, 'accepted')];
const issues = (result: ReturnType<typeof decideVersion>) =>
  !result.ok && result.error.code === 'input.invalid' ? result.error.issues.map(({ pointer }) => pointer) : [];
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code);

describe('sending', () => {
  it('freezes version 1 with what was written', () => {
    expect(decide([], { kind: 'send', items })).toMatchObject({
      ok: true,
      value: { number: 1, kind: 'initial', automatic: false, items, promises: [] },
    });
  });

  it('a promise needs a date that lies ahead, for each item that has none', () => {
    const late: Items = { ...items, c: { answer: 'toFollow', eta: hour(0) }, d: { answer: 'toFollow', eta: null } };
    expect(issues(decide([], { kind: 'send', items: late }))).toEqual(['/items/c/eta', '/items/d/eta']);
  });

  it('a promise lies within a year: a slip in the year is refused, and never leaves by itself', () => {
    const far: Items = { ...items, d: { answer: 'toFollow', eta: '9999-12-31T00:00:00.000Z' } };
    expect(issues(decide([], { kind: 'send', items: far }))).toEqual(['/items/d/eta']);
    const draft = decideNote(caseOf([]), { kind: 'draft', items: { ...emptyDraft, d: far.d } }, at(1));
    expect(draft).toMatchObject({ error: { issues: [{ pointer: '/items/d/eta' }] } });
    const saved: Told = [1, { type: 'notice.drafted', values: { items: { ...emptyDraft, d: far.d } } }];
    expect(decide([saved], { kind: 'protect', version: 'protective' }, 2)).toMatchObject({
      value: { items: { d: { answer: 'toFollow', eta: null } } },
    });
  });

  it('faults of dates are told beside faults of form', () => {
    const past = { items: { a: '', d: { answer: 'toFollow', eta: hour(0) }, e: { answer: 'toFollow' } } };
    expect(checkLoose(past, at(1)).map(({ pointer }) => pointer)).toEqual(['/items/d/eta']);
    expect(checkLoose('no object', at(1))).toEqual([]);
  });

  it('what looks like a sample of the data is refused (guard of notice.send)', () => {
    const withNumber = { ...items, a: 'Fichier de 1 84 12 75 116 002 51 et autres' };
    const withList: Items = { ...items, d: { answer: 'value', text: 'a@x.example, b@x.example, c@x.example' } };
    expect(issues(decide([], { kind: 'send', items: withNumber }))).toEqual(['/items/a']);
    expect(issues(decide([], { kind: 'send', items: withList }))).toEqual(['/items/d']);
  });

  it('after the limit, asks for the reason, and takes it', () => {
    expect(issues(decide([], { kind: 'send', items }, 25))).toEqual(['/lateReason']);
    expect(decide([], { kind: 'send', items, lateReason: 'astreinte injoignable' }, 25)).toMatchObject({
      value: { lateReason: 'astreinte injoignable' },
    });
  });

  it('is refused once something has left, and says what is possible instead', () => {
    expect(decide(sent, { kind: 'send', items }, 2)).toEqual({
      ok: false,
      error: {
        code: 'state.refused',
        state: 'SENT',
        command: 'send',
        allowed: ['prove', 'acknowledge', 'supplement', 'withdraw'],
      },
    });
  });
});

describe('the protective notice', () => {
  it('can always leave: a and b are never empty (invariant 1)', () => {
    const decided = decide([], { kind: 'protect', version: 'protective' }, 23);
    expect(decided).toMatchObject({
      value: { kind: 'protective', automatic: true, items: { a: defaults.a, b: items.b } },
    });
  });

  it('takes what somebody had saved', () => {
    const draft: Told = [2, { type: 'notice.drafted', values: { items: { ...emptyDraft, a: 'vol', d: items.d } } }];
    const decided = decide([draft], { kind: 'protect', version: 'protective' }, 23);
    expect(decided).toMatchObject({ value: { items: { a: 'vol', d: items.d, c: { answer: 'toFollow', eta: null } } } });
  });

  it('does not leave when a person was faster, nor for a breach that was ruled out', () => {
    expect(code(decide(sent, { kind: 'protect', version: 'protective' }, 23))).toBe('state.refused');
    const cancelled = { ...confirmed, status: 'cancelled' as const };
    expect(code(decide([], { kind: 'protect', version: 'protective' }, 23, cancelled))).toBe('state.refused');
  });
});

describe('a supplement', () => {
  const phased: Told[] = [
    [1, version(1, { items: phasedItems, promises: [{ item: 'c', eta: hour(30) }] })],
    ...went(1, 'accepted'),
  ];

  it('is a new numbered version, and complete when nothing is to follow (invariant 10)', () => {
    const decided = decide(phased, { kind: 'supplement', items: { c: items.c } }, 5);
    expect(decided).toMatchObject({ value: { number: 2, kind: 'supplement', items, promises: [] } });
  });

  it('must change something, unless the clock was confirmed or corrected since', () => {
    expect(issues(decide(phased, { kind: 'supplement', items: {} }, 5))).toEqual(['/items']);
    expect(code(decide(phased, { kind: 'supplement', items: {} }, 5, { ...confirmed, changedAt: hour(4) }))).toBe('ok');
  });

  it('must renew a promise whose date has passed', () => {
    expect(
      issues(decide(phased, { kind: 'supplement', items: { d: { answer: 'value', text: 'autre' } } }, 31)),
    ).toEqual(['/items/c/eta']);
  });

  it('has nothing to follow when nothing was sent', () => {
    expect(code(decide([], { kind: 'supplement', items }, 5))).toBe('state.refused');
  });
});

describe('withdrawing', () => {
  it('follows a breach ruled out, once, and only where something was told', () => {
    const cancelled = { ...confirmed, status: 'cancelled' as const, changedAt: hour(4) };
    expect(decide(sent, { kind: 'withdraw' }, 5, cancelled)).toMatchObject({
      value: { kind: 'withdrawal', items: null },
    });
    expect(code(decide(sent, { kind: 'withdraw' }, 5))).toBe('state.refused');
    expect(code(decide([], { kind: 'withdraw' }, 5, cancelled))).toBe('state.refused');
    const withdrawn: Told[] = [...sent, [5, version(2, { kind: 'withdrawal', items: null })]];
    expect(code(decide(withdrawn, { kind: 'withdraw' }, 6, cancelled))).toBe('state.refused');
  });
});

describe('closing', () => {
  const ack: Told = [
    2,
    { type: 'notice.acknowledged', values: { version: 1, contactId: 'c1', via: 'link', name: 'D', function: 'DPO' } },
  ];
  const close = (story: readonly Told[], reason?: string) =>
    decideNote(
      caseOf(story),
      {
        kind: 'close',
        ground: reason === undefined ? 'confirmed' : 'ladderExhausted',
        reason,
      },
      at(5),
    );

  it('needs complete content and an acknowledgement, or a ladder exhausted with its reason', () => {
    expect(code(close([...sent, ack]))).toBe('ok');
    expect(code(close(sent))).toBe('input.invalid');
    expect(code(close(sent, 'appelé sept fois, sans réponse'))).toBe('ok');
  });

  it('is refused while an item is to follow (invariant 10)', () => {
    const phased: Told[] = [
      [1, version(1, { items: phasedItems, promises: [{ item: 'c', eta: hour(30) }] })],
      ...went(1, 'accepted'),
      ack,
    ];
    expect(code(close(phased))).toBe('input.invalid');
  });

  it('a question opens the content again until it is answered', () => {
    const asked: Told = [
      3,
      {
        type: 'notice.asked',
        values: { via: 'link', urgentHours: null, questionId: 'q1', contactId: 'c1', text: 'Combien ?' },
      },
    ];
    const answered: Told = [
      4,
      { type: 'notice.answered', values: { questionId: 'q1', text: '412', deliverables: [] } },
    ];
    expect(caseOf([...sent, ack, asked]).notice.content).toBe('PHASED');
    expect(code(close([...sent, ack, asked]))).toBe('input.invalid');
    expect(code(close([...sent, ack, asked, answered]))).toBe('ok');
  });

  it('lets a contact acknowledge and ask after closing, and lets people reopen', () => {
    const closed: Told = [5, { type: 'notice.closed', values: { ground: 'confirmed', reason: null } }];
    const story = [...sent, ack, closed];
    const later = { kind: 'ask', questionId: 'q', contactId: 'c1', text: 'x' } as const;
    expect(code(decideNote(caseOf(story), later, at(5)))).toBe('ok');
    expect(code(decideNote(caseOf(story), { kind: 'explain', what: 'late', reason: 'x' }, at(5)))).toBe(
      'state.refused',
    );
    expect(code(decideNote(caseOf(story), { kind: 'reopen', reason: 'fait nouveau' }, at(5)))).toBe('ok');
    expect(code(decideNote(caseOf(sent), { kind: 'reopen', reason: 'fait nouveau' }, at(5)))).toBe('state.refused');
  });
});
