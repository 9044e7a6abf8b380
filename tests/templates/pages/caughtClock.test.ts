import { describe, expect, it } from '@jest/globals';
import type { MemberFrame } from '../../../templates/pages/frame/frame';
import { nowPage } from '../../../templates/pages/now';

const frame: MemberFrame = {
  language: 'fr',
  zone: 'Europe/Paris',
  now: '2026-03-28T02:12:00.000Z',
  stylesheet: '/s.css',
  orgId: 'o1',
  organisation: 'Écoute & Enquêtes SCOP',
  reader: 'Inès Témoin',
  current: 'now',
  closed: [],
  caught: true,
  csrf: 'c',
  here: '/o/o1',
};
const clock = {
  startedAt: '2026-03-27T20:00:00.000Z',
  dueAt: '2026-03-28T20:00:00.000Z',
  doneAt: '2026-03-28T01:00:00.000Z',
  reg1182: null,
};
const page = (caught: boolean) =>
  nowPage(frame, {
    packAt: null,
    setup: [],
    duties: [],
    alarms: [],
    waiting: [],
    calling: 0,
    allCalls: null,
    groups: [],
    first: null,
    total: 0,
    chosen: 0,
    later: null,
    views: [],
    alone: [],
    aloneMore: 0,
    calls: [],
    met: [{ clock: { ...clock, caught }, what: 'Avis', forWhom: 'Aube' }],
    filtered: false,
  });

describe('a clock that only a caught mail met', () => {
  it('is amber and says so; it is not done', () => {
    expect(page(true)).toContain(
      '<span class="clock" data-state="near"><span><span class="wrap">retenu ici, personne au-dehors prévenu</span></span></span>',
    );
    expect(page(true)).not.toContain('data-state="done"');
    expect(page(false)).toContain('data-state="done"><span>Fait');
  });
});
