import { PARIS } from '../../fakes/places';
import { describe, expect, it } from '@jest/globals';
import { processorDue } from '../../../domain/deadline/breachClock';
import { nextMilestone } from '../../../domain/incident/nextMilestone';
import { originTier, passOnDue, proposedAwareness } from '../../../domain/incident/subNotice';
import type { Stage } from '../../../domain/incident/transitions';
import { reportedEvent } from '../../fakes/incidentEntries';
import { AWARE, commands, createStory, DETECTED, people, storyAt } from '../../fakes/incidentStory';
import { OTHER_NAMED } from '../../../domain/agreement/otherClients';
import { clientNamed } from '../../fakes/clientNamed';

const received = commands['subNotice.receive'];
const { receivedAt } = received;
const doubt = { ...received, certain: false };
const contract = { breachNotice: { hours: 24, from: 'awareness', confidentialityFromDetection: true } } as const;
const open: Stage[] = ['EVENT_NEW', 'TRIAGE', 'INCIDENT'];

describe('a sub-processor’s notice (domain rules 7.5)', () => {
  it.each(open)('certain, runs a provisional clock from its receipt at once, in stage %s too (rule 3.3)', (stage) => {
    const { clock, touched, subNotices } = storyAt(stage).act(received);
    expect(clock).toMatchObject({ status: 'provisional', provisionalT0: receivedAt, nature: ['confidentiality'] });
    expect(touched).toEqual([{ agreementId: 'g1', role: 'processor' }]);
    expect(subNotices).toMatchObject([{ receivedAt, chain: ['Hébergeur Fictif'], byId: 'p-manager' }]);
  });

  it.each([...open, 'BREACH_SUSPECTED' as const])(
    'a suspicion is kept, and no clock of a breach runs from it: %s',
    (stage) => {
      const story = storyAt(stage);
      const before = story.state();
      const after = story.act({ ...doubt, touched: [{ agreementId: 'g2', role: 'processor' }] });
      expect(after).toMatchObject({ stage, clock: before.clock, touched: before.touched });
      expect(after.subNotices).toHaveLength(1);
    },
  );

  it('a suspicion may touch nobody that is known; what is certain names whose data', () => {
    expect(storyAt('EVENT_NEW').try({ ...doubt, touched: [] }).ok).toBe(true);
    expect(storyAt('EVENT_NEW').try({ ...received, touched: [] })).toMatchObject({
      error: { issues: [{ pointer: '/touched' }] },
    });
  });

  it('proposes the awareness at its receipt, which a person confirms and nobody need release', () => {
    const story = createStory({ ...reportedEvent, values: { ...reportedEvent.values, detectedAt: null } });
    story.act(commands['triage.start']);
    story.act(commands['incident.declare']);
    story.act(doubt);
    expect(proposedAwareness(story.state())).toBeNull();
    story.act(received);
    expect(proposedAwareness(story.state())).toMatchObject({ awareAt: receivedAt });
    const confirmed = { ...commands['aware.set'], awareAt: receivedAt, detectedAt: receivedAt };
    const after = story.act(confirmed);
    expect(after).toMatchObject({
      stage: 'BREACH',
      clock: { status: 'confirmed', awareAt: receivedAt },
      approvals: [],
    });
    expect(proposedAwareness(after)).toBeNull();
  });

  it('of several the earliest receipt is proposed, and none from before a breach was ruled out', () => {
    const story = storyAt('INCIDENT');
    story.act(received);
    story.act({ ...received, receivedAt: DETECTED });
    expect(proposedAwareness(story.state())?.awareAt).toBe(DETECTED);
    story.act(commands['breach.ruleOut'], people.dpo);
    story.act(commands['breach.suspect']);
    expect(proposedAwareness(story.state())).toBeNull();
  });

  it('declared after it, the incident is a suspected breach at once', () => {
    const story = storyAt('TRIAGE');
    story.act(received);
    expect(story.act(commands['incident.declare'])).toMatchObject({
      stage: 'BREACH_SUSPECTED',
      clock: { status: 'provisional', provisionalT0: receivedAt },
    });
  });

  it('is not put aside as nothing while its clock runs', () => {
    const story = storyAt('TRIAGE');
    story.act(received);
    expect(story.try(commands['event.dismiss'])).toMatchObject({ error: { issues: [{ pointer: '' }] } });
    const suspected = storyAt('TRIAGE');
    suspected.act(doubt);
    expect(suspected.act(commands['event.dismiss']).stage).toBe('EVENT_CLOSED');
  });

  it('received before the awareness that was recorded, binds; after it, moves nothing (invariant 4)', () => {
    const earlier = storyAt('BREACH').act({ ...received, receivedAt: '2026-05-13T07:55:00.000Z', nature: [] });
    expect(earlier.clock).toMatchObject({ status: 'confirmed', provisionalT0: '2026-05-13T07:55:00.000Z' });
    expect(processorDue(earlier.clock, contract)?.t0).toBe('2026-05-13T07:55:00.000Z');
    const before = storyAt('BREACH').state();
    const later = storyAt('BREACH').act({ ...received, receivedAt: '2026-05-13T20:45:00.000Z', nature: [] });
    expect(later.clock).toEqual(before.clock);
    expect(later.clock.awareAt).toBe(AWARE);
  });

  it('touches one controller more, and adds what is lost', () => {
    const more = { ...received, touched: [{ agreementId: 'g2', role: 'processor' as const }] };
    const after = storyAt('BREACH').act({ ...more, nature: ['availability'] });
    expect(after.touched.map(({ agreementId }) => agreementId)).toEqual(['g1', 'g2']);
    expect(after.clock.nature).toEqual(['confidentiality', 'availability']);
  });

  it('is told to who leads, the DPO and management at once, once', () => {
    const story = storyAt('INCIDENT');
    story.act(received);
    const incident = story.state();
    const seq = incident.subNotices[0]?.seq ?? 0;
    const told = [
      { step: 'receipt' as const, about: 1, at: DETECTED },
      { step: 'alert' as const, about: 1, at: DETECTED },
    ];
    const now = new Date('2026-05-13T21:00:00.000Z');
    expect(nextMilestone({ ...incident, peopleTold: told }, now, PARIS)).toMatchObject({
      step: 'subNotice',
      about: seq,
      roles: ['IM', 'DPO', 'DIR'],
    });
    const done = [...told, { step: 'subNotice' as const, about: seq, at: DETECTED }];
    expect(nextMilestone({ ...incident, peopleTold: done }, now, PARIS)).toBeNull();
  });

  it('counts tiers from ourselves', () => {
    expect(originTier({ chain: ['A'] })).toBe(2);
    expect(originTier({ chain: ['A', 'B', 'C'] })).toBe(4);
  });
});

describe('guards of a sub-processor’s notice', () => {
  const refusedAt = (command: object) => {
    const decided = storyAt('INCIDENT').try({ ...received, ...command });
    return decided.ok || decided.error.code !== 'input.invalid'
      ? []
      : decided.error.issues.map(({ pointer }) => pointer);
  };

  it('a chain that comes back on itself, or to ourselves, is refused', () => {
    expect(refusedAt({ chain: ['A', 'B', 'ａ '] })).toEqual(['/chain/2']);
    expect(refusedAt({ chain: ['A', 'ATELIER  fictif'] })).toEqual(['/chain/1']);
    expect(refusedAt({ chain: ['A', 'B', 'C'] })).toEqual([]);
  });

  it('every fault is named at once', () => {
    const yetToCome = '2026-05-13T21:00:01.000Z';
    const touched = [{ agreementId: 'g9', role: 'processor' }];
    expect(refusedAt({ email: null, receivedAt: yetToCome, touched })).toEqual([
      '/phone',
      '/receivedAt',
      '/touched/0/agreementId',
    ]);
  });

  it('what is passed on names no controller whom somebody who gets it may not hear of (invariant 8)', () => {
    const firms = {
      own: [],
      clients: [clientNamed('g1', 'Ville de Val Témoin'), clientNamed('g2', 'Département de l’Orme')],
    };
    const told = (text: string, ...ids: string[]) =>
      storyAt('INCIDENT').try(
        {
          ...received,
          touched: ids.map((agreementId) => ({ agreementId, role: 'processor' as const })),
          items: { ...received.items, a: text },
        },
        people.manager,
        { firms },
      );
    const whole = {
      error: { issues: [{ pointer: '/items/a', message: expect.stringContaining('leave the name out') }] },
    };
    expect(told('les locataires de la VILLE de Val témoin', 'g1').ok).toBe(true);
    expect(told('les locataires de la Ville de Val Témoin', 'g1', 'g2')).toMatchObject(whole);
    expect(told('les agents du Département de l’Orme', 'g1')).toMatchObject(whole);
    // part of a name may be chance: who writes has read it
    const asked = { error: { issues: [{ pointer: '/items/a', message: OTHER_NAMED }] } };
    expect(told('les feuilles de l’Orme', 'g1')).toMatchObject(asked);
    expect(told('les feuilles de l’Orme', 'g2').ok).toBe(true);
  });
});

/** Domain rules 3.3 rows K1, K3, K5 and DST in autumn, with t0 the receipt: strict elapsed hours. */
describe('limits from the receipt', () => {
  it.each([
    ['K1', '2026-03-28T19:00:00.000Z', '2026-03-29T19:00:00.000Z'],
    ['K3', '2026-12-24T16:00:00.000Z', '2026-12-25T16:00:00.000Z'],
    ['K5', '2026-04-03T16:45:00.000Z', '2026-04-04T16:45:00.000Z'],
    ['autumn', '2026-10-24T22:30:00.000Z', '2026-10-25T22:30:00.000Z'],
  ])('%s: received %s, the contract’s limit is %s', (_row, at, dueAt) => {
    const values = { ...reportedEvent.values, alertedAt: at, detectedAt: null };
    const story = createStory({ ...reportedEvent, values });
    const { clock } = story.act({ ...received, receivedAt: at }, people.oncall, { now: new Date(at) });
    expect(processorDue(clock, contract)).toEqual({ t0: at, dueAt, provisional: true });
  });

  it.each([
    ['spring, over the hour that is not', '2026-03-29T00:30:00.000Z', 24, '2026-03-29T02:30:00.000Z'],
    ['autumn, over the hour that comes twice', '2026-10-25T00:30:00.000Z', 24, '2026-10-25T02:30:00.000Z'],
    ['a contract of six hours', '2026-05-13T08:00:00.000Z', 6, '2026-05-13T08:30:00.000Z'],
    ['a contract of 72 hours', '2026-05-13T08:00:00.000Z', 72, '2026-05-13T10:00:00.000Z'],
  ])('pass on: %s', (_row, at, hours, dueAt) => {
    expect(passOnDue(at, hours)).toBe(dueAt);
  });
});
