import { beforeEach, describe, expect, it } from '@jest/globals';
import { commandIncident } from '../../../application/incident/commandIncident';
import { openCase } from '../../../application/controllerCase/openCase';
import { appendEvent } from '../../../application/entries/appendEvent';
import { listNow } from '../../../application/overview/listNow';
import { openImpliedNow } from '../../../application/overview/openImpliedNow';
import { readIncidentOverview } from '../../../application/overview/readIncidentOverview';
import { decideOpening } from '../../../domain/controllerCase/decide';
import { plain } from '../../../domain/shared/plain';
import { openNewlyImplied } from '../../../worker/watchdog/openImplied';
import { createDuties } from '../../../worker/relay/createDuties';
import { opening } from '../../fakes/caseStory';
import { createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { must } from '../../fakes/realHouse';
import { hour, T0 } from '../../fakes/threeControllers';
import { createMemoryCursors } from '../../worker/relay/relayCase';

let house: House;
beforeEach(async () => {
  house = await createNoticeHouse(T0);
});

const val = [{ agreementId: 'val', role: 'processor' as const }];

async function aware({ touched = [] as readonly object[], exercise = false, ownProcessing = true } = {}) {
  await house.report('i1', T0, exercise);
  await house.write('incident', 'i1', {
    type: 'incident.declared',
    values: { kind: 'intrusion', severity: 'high', harmed: 'both', leadId: 'paul', possibleCrime: 'yes', basis: 'vu' },
  });
  await house.write('incident', 'i1', {
    type: 'aware.set',
    values: {
      awareAt: T0,
      detectedAt: T0,
      nature: ['availability'],
      touched,
      ownProcessing,
      why: 'nos propres fichiers',
      gapReason: null,
      release: null,
    },
  });
}

const cases = () => house.ports.projections.list('o1', 'controllerCase', { limit: 10 });
const written = (type: string) => house.journal.entries.filter((entry) => entry.type === type).length;
const addNature = () =>
  house.write('incident', 'i1', { type: 'facts.recorded', values: { agreementId: null, natureAdded: ['integrity'] } });

describe('a breach of our own processing', () => {
  it('opens its case by itself, known since the awareness, with the 72 hours', async () => {
    await aware();
    await house.open('i1');
    expect(await cases()).toMatchObject([
      {
        stage: 'BREACH',
        opened: { origin: 'own', incidentId: 'i1', from: 'INC-2026-5', text: 'nos propres fichiers', receivedAt: T0 },
        clock: { status: 'confirmed', t0: T0 },
      },
    ]);
    const now = await listNow({ ctx: house.as('sacha', ['DPO']) });
    const rows = now.ok ? now.value.rows.filter(({ obligation }) => obligation === 'authority') : [];
    expect(rows).toMatchObject([{ incidentId: 'i1', clock: { startedAt: T0, dueAt: hour(72) } }]);
  });

  it('opens one, whoever comes, however often, and several at once', async () => {
    await aware();
    const cursors = createMemoryCursors();
    await Promise.all([
      house.open('i1'),
      house.open('i1'),
      openImpliedNow(house.as('paul', ['IM']), 'i1'),
      openNewlyImplied(house.engine, cursors),
    ]);
    await house.open('i1');
    expect(await cases()).toHaveLength(1);
    expect([written('case.opened'), written('case.followed')]).toEqual([1, 1]);
  });

  it('is brought on by several at once, and each step is written once', async () => {
    await aware();
    await house.open('i1');
    await addNature();
    await Promise.all([house.open('i1'), house.open('i1'), openImpliedNow(house.as('paul', ['IM']), 'i1')]);
    expect(written('case.followed')).toBe(2);
    expect(await cases()).toMatchObject([{ nature: ['availability', 'integrity'] }]);
  });

  it('is opened by the relay where the process died behind the awareness, and its case is poked', async () => {
    await aware();
    const duties = createDuties(house.ports);
    const found = await duties.concerned({ orgId: 'o1', subject: { kind: 'incident', id: 'i1' }, seq: 9 });
    const [one] = await cases();
    expect(found).toContainEqual({ orgId: 'o1', obligation: 'controllerCase', subjectId: one?.id, seq: 9 });
  });

  it('never knows its incident less than it knows itself: opening and standing are one write', async () => {
    await aware();
    const { append } = house.ports.journal;
    house.ports.journal.append = async (draft, standing, follower) => {
      if (draft.type === 'case.opened') expect(follower).toMatchObject({ type: 'case.followed' });
      return append(draft, standing, follower);
    };
    await house.open('i1');
    expect(written('case.followed')).toBe(1);
  });

  it('runs both tracks where controllers are touched too (7.2), and holds up neither', async () => {
    await aware({ touched: val });
    const opened = await house.open('i1');
    expect(opened.ok && opened.value).toHaveLength(1);
    expect(await cases()).toHaveLength(1);
    const overview = await readIncidentOverview({ ctx: house.as('sacha', ['DPO']), input: { incidentId: 'i1' } });
    const obligations = overview.ok ? overview.value.rows.map(({ obligation }) => obligation) : [];
    expect(obligations).toEqual(expect.arrayContaining(['notice', 'authority', 'riskDecision']));
  });

  it('opens its case though the notices fail, and says that they did', async () => {
    await aware({ touched: val });
    const { projections } = house.ports;
    const { read } = projections;
    projections.read = async (orgId, kind, id) => {
      if (kind === 'agreement') throw new Error('unreadable');
      return read(orgId, kind, id);
    };
    await expect(house.open('i1')).rejects.toThrow('unreadable');
    projections.read = read;
    expect(await cases()).toHaveLength(1);
  });

  it('in an exercise opens an exercise', async () => {
    await aware({ exercise: true });
    await house.open('i1');
    expect(await cases()).toMatchObject([{ opened: { exercise: true } }]);
  });

  it('said after the awareness opens the case from that awareness', async () => {
    await aware({ touched: val, ownProcessing: false });
    house.clock.now = new Date(hour(5));
    await house.open('i1');
    expect(await cases()).toEqual([]);
    const values = { t0: null, touched: [], ownProcessing: true, basis: 'nos fichiers aussi' };
    await house.write('incident', 'i1', { type: 'breach.extended', values });
    await house.open('i1');
    expect(await cases()).toMatchObject([{ clock: { t0: T0 } }]);
  });
});

describe('a case that a person has opened for the incident', () => {
  const byHand = (key: string, exercise = false) =>
    openCase({
      ctx: house.as('sacha', ['DPO']),
      input: {
        key,
        opening: opening({ origin: 'own', incidentId: 'i1', receivedAt: T0, certain: false, nature: [], exercise }),
      },
    });

  it('is the one that follows it', async () => {
    await aware();
    await byHand('k1');
    await house.open('i1');
    expect(await cases()).toMatchObject([{ stage: 'BREACH', opened: { from: 'Prestataire d’enquêtes' } }]);
  });

  it('is refused of a drill’s incident, unless it is an exercise itself', async () => {
    await aware({ exercise: true });
    expect(await byHand('k1')).toMatchObject({
      ok: false,
      error: { issues: [{ pointer: '/incidentId', message: 'is an exercise: a real case is not of it' }] },
    });
    expect(await byHand('k2', true)).toMatchObject({ ok: true });
  });

  it('in the second in which it opens by itself is the same one, or is refused: there are never two', async () => {
    await aware();
    const [mine, again] = await Promise.all([byHand('k1'), byHand('k2'), house.open('i1').catch(() => null)]);
    expect([mine.ok, again.ok].filter(Boolean).length).toBeLessThanOrEqual(1);
    await house.open('i1');
    expect(await cases()).toMatchObject([{ stage: 'BREACH' }]);
  });

  it('is refused where it has one', async () => {
    await aware();
    await house.open('i1');
    expect(await byHand('k1')).toMatchObject({
      ok: false,
      error: {
        code: 'input.invalid',
        issues: [{ pointer: '/incidentId', message: 'has its case already: CTL-2026-7' }],
      },
    });
  });
});

describe('a case of an earlier version, under an id of its own', () => {
  it('that opened by itself is the own case, though an older one of a person stands beside it', async () => {
    await aware();
    const own = { origin: 'own' as const, incidentId: 'i1', receivedAt: T0, certain: false, nature: [] };
    const around = { now: house.clock.now, hasAgreement: true, hasIncident: true, zone: 'Europe/Paris' };
    const event = must(decideOpening(opening(own), around));
    const write = async (id: string, key: string) =>
      appendEvent(house.engine, {
        subject: { kind: 'controllerCase', id },
        key,
        request: { incidentId: 'i1' },
        event: { type: event.type, values: plain(event.values) },
        standing: { kind: 'decision', revision: 1 },
      });
    must(await write('by-hand', 'k1'));
    must(await write('by-itself', 'own/i1'));
    await house.open('i1');
    expect((await cases()).map(({ id, stage }) => [id, stage])).toEqual([
      ['by-itself', 'BREACH'],
      ['by-hand', 'RECEIVED'],
    ]);
  });
});

describe('an incident whose own case is open', () => {
  const unscreened = { message: expect.stringMatching(/^nobody has said whether these regimes apply/) };
  const close = () =>
    commandIncident({
      ctx: house.as('paul', ['IM']),
      input: {
        incidentId: 'i1',
        key: 'close',
        command: { kind: 'incident.close', consequences: [], holdsDecided: true, lessons: 'relire' },
      },
    });

  it('is not closed ahead of the opening of its case either', async () => {
    await aware();
    expect(await close()).toMatchObject({
      error: { issues: [{ message: 'the case of our own processing is still open: not opened yet' }, unscreened] },
    });
  });

  it('is not closed before it (7.1)', async () => {
    await aware();
    await house.open('i1');
    expect(await close()).toMatchObject({
      ok: false,
      error: {
        issues: [{ message: expect.stringMatching(/^the case of our own processing is still open: CTL-/) }, unscreened],
      },
    });
  });
});
