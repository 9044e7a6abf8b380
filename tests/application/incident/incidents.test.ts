import { beforeEach, describe, expect, it } from '@jest/globals';
import { listIncidents } from '../../../application/incident/listIncidents';
import { commandIncident } from '../../../application/incident/commandIncident';
import { reportEvent } from '../../../application/incident/reportEvent';
import type { Context } from '../../../application/ports/ports';
import { decideRecord } from '../../../domain/agreement/decide';
import { annexOf } from '../../fakes/noticeHouse';
import { commands, createIncidentHouse, type IncidentHouse, signal } from '../../fakes/incidentHouse';

let house: IncidentHouse;

beforeEach(async () => {
  house = await createIncidentHouse();
});

describe('a signal', () => {
  it('is one entry and one number, however often it is sent at once under one key', async () => {
    const before = house.journal.entries.length;
    const input = { key: 'same', signal };
    const answers = await Promise.all(Array.from({ length: 50 }, () => reportEvent({ ctx: house.oncall, input })));
    expect(house.journal.entries).toHaveLength(before + 1);
    const refs = answers.map((answer) => (answer.ok ? answer.value.ref : answer.error.code));
    expect(new Set(refs)).toEqual(new Set([`SIG-2026-${before + 1}`]));
    expect(answers.filter((answer) => answer.ok && answer.value.created)).toHaveLength(1);
  });

  it('comes from a tool in one call, and a tool decides nothing', async () => {
    const tool: Context = { ...house.oncall, actor: { kind: 'tool', id: 'edr' }, roles: ['O'] };
    const reported = await reportEvent({ ctx: tool, input: { key: 'tool', signal } });
    expect(reported.ok).toBe(true);
    const incidentId = reported.ok ? reported.value.id : '';
    expect(await house.act(incidentId, commands['triage.start'], tool)).toEqual({
      ok: false,
      error: { code: 'actor.forbidden' },
    });
  });

  it('is refused with all its faults, and changes nothing', async () => {
    const before = house.journal.entries.length;
    const wrong = { ...signal, alertedAt: '2026-05-14T00:00:00.000Z', detectedAt: '2017-05-13T08:00:00.000Z' };
    expect(await reportEvent({ ctx: house.oncall, input: { key: 'x', signal: wrong } })).toMatchObject({
      error: { issues: [{ pointer: '/alertedAt' }, { pointer: '/detectedAt' }] },
    });
    expect(house.journal.entries).toHaveLength(before);
  });

  it('under a key that another signal has used is refused', async () => {
    await reportEvent({ ctx: house.oncall, input: { key: 'k', signal } });
    const other = { ...signal, text: 'autre chose' };
    expect(await reportEvent({ ctx: house.oncall, input: { key: 'k', signal: other } })).toMatchObject({
      error: { code: 'key.reused' },
    });
  });
});

describe('an awareness with a later detection than was reported', () => {
  /** Counts from awareness, whatever was lost. */
  async function withPlainContract() {
    const document = annexOf('val');
    const breachNotice = { hours: 24, from: 'awareness' as const, confidentialityFromDetection: false };
    const terms = { ...document.terms, breachNotice };
    const recorded = decideRecord({ ...document, reference: 'PLAIN-01', terms }, 'party-plain');
    if (recorded.ok) await house.write('agreement', 'plain', recorded.value);
    return { ...commands['aware.set'], detectedAt: '2026-05-13T19:00:00.000Z' };
  }
  const touching = (agreementId: string) => ({ touched: [{ agreementId, role: 'processor' as const }] });
  const asked = async (id: string) => (await house.stateOf(id)).approvals.map(({ command }) => command);

  it.each([
    ['plain', []],
    ['val', ['clock.release']],
  ])('asks for a second person where a contract that is touched counts from detection (%s)', async (name, expected) => {
    const aware = await withPlainContract();
    const id = await house.begun('triage.start', 'incident.declare');
    expect(await house.act(id, { ...aware, ...touching(name) })).toMatchObject({ ok: true });
    expect(await asked(id)).toEqual(expected);
  });

  it('asks for one where a contract counts so that was touched before', async () => {
    const aware = await withPlainContract();
    const id = await house.begun('triage.start', 'incident.declare', 'aware.set');
    const ruledOut = { type: 'breach.ruledOut', values: { evidenceRefs: ['EV-1'], reason: 'fictif' } };
    await house.write('incident', id, ruledOut);
    expect(await house.act(id, { ...aware, ...touching('plain') })).toMatchObject({ ok: true });
    expect(await asked(id)).toEqual(['clock.release']);
  });
});

describe('a decision', () => {
  it('on what was decided otherwise since is refused, and says what changed', async () => {
    const id = await house.begun('triage.start', 'incident.declare');
    expect(await house.act(id, commands['breach.suspect'], house.dpo, 2)).toMatchObject({
      error: { code: 'revision.stale', current: 3, changed: [{ type: 'incident.declared', actorId: 'paul' }] },
    });
  });

  it('of two on one revision one wins, the other hears 409 and what changed', async () => {
    const id = await house.begun('triage.start');
    const both = await Promise.all([
      house.act(id, commands['incident.declare'], house.manager, 2),
      house.act(id, commands['event.dismiss'], house.dpo, 2),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({
      ok: false,
      error: { code: 'revision.taken', changed: [expect.objectContaining({ revision: 3 })] },
    });
  });

  it('is not refused for notes that come in at the same time', async () => {
    const id = await house.begun('triage.start');
    const all = await Promise.all([
      ...Array.from({ length: 10 }, () => house.act(id, commands['note.add'], house.dpo)),
      house.act(id, commands['incident.declare'], house.manager, 2),
      ...Array.from({ length: 10 }, () => house.act(id, commands['measure.add'], house.dpo)),
    ]);
    expect(all.filter(({ ok }) => !ok)).toEqual([]);
    expect(await house.stateOf(id)).toMatchObject({ stage: 'INCIDENT', revision: 23 });
  });

  it('sent again under its key is answered as it was, though the stage has moved on', async () => {
    const id = await house.begun();
    const input = { incidentId: id, key: 'once', command: commands['triage.start'] };
    const first = await commandIncident({ ctx: house.manager, input });
    await house.act(id, commands['incident.declare']);
    const again = await commandIncident({ ctx: house.manager, input });
    expect(again).toMatchObject({ value: { seq: first.ok && first.value.seq, created: false } });
  });

  it('under a key that has answered for another incident is refused, not taken for its repeat', async () => {
    const [one, two] = [await house.begun(), await house.begun()];
    const input = { key: 'same', command: commands['note.add'] };
    expect((await commandIncident({ ctx: house.manager, input: { ...input, incidentId: one } })).ok).toBe(true);
    expect(await commandIncident({ ctx: house.manager, input: { ...input, incidentId: two } })).toEqual({
      ok: false,
      error: { code: 'key.reused' },
    });
  });

  it('names agreements that the organisation has', async () => {
    const id = await house.begun('triage.start', 'incident.declare');
    const touched = [{ agreementId: 'nobody', role: 'processor' as const }];
    expect(await house.act(id, { ...commands['breach.suspect'], touched })).toMatchObject({
      error: { issues: [{ pointer: '/touched/0/agreementId' }] },
    });
  });

  it('to close waits for the notices of the incident', async () => {
    const id = await house.begun('triage.start', 'incident.declare', 'aware.set');
    await house.open(id);
    expect(await house.act(id, commands['incident.close'])).toMatchObject({
      error: {
        issues: [{ message: expect.stringMatching(/^1 notice/) }, { message: expect.stringMatching(/regimes/) }],
      },
    });
  });

  it('about an incident of nobody is refused as unknown', async () => {
    expect(await house.act('none', commands['triage.start'])).toEqual({
      ok: false,
      error: { code: 'subject.unknown' },
    });
  });

  it.each(['CC', 'CDPO', 'AUDITOR'] as const)('is not for %s, who changes nothing', async (role) => {
    const id = await house.begun('triage.start', 'incident.declare');
    const before = house.journal.entries.length;
    for (const command of Object.values(commands)) {
      expect(await house.act(id, command, house.as('x', [role]))).toEqual({
        ok: false,
        error: { code: 'actor.forbidden' },
      });
    }
    expect(house.journal.entries).toHaveLength(before);
  });
});

describe('lists (duty S3-09)', () => {
  it('keep events, incidents and breaches apart, newest first', async () => {
    const event = await house.begun();
    const incident = await house.begun('triage.start', 'incident.declare');
    const suspected = await house.begun('triage.start', 'incident.declare', 'breach.suspect');
    const breach = await house.begun('triage.start', 'incident.declare', 'aware.set');
    const ids = async (word: 'event' | 'incident' | 'breach') => {
      const listed = await listIncidents({ ctx: house.dpo, input: { word, limit: 2 } });
      return listed.ok ? listed.value.map(({ id }) => id) : listed.error;
    };
    expect(await ids('event')).toEqual([event]);
    expect(await ids('incident')).toEqual([incident]);
    expect(await ids('breach')).toEqual([breach, suspected]);
  });

  it('are not for a controller’s contacts: they would read of other controllers', async () => {
    for (const role of ['CC', 'CDPO'] as const) {
      const listed = await listIncidents({ ctx: house.as('c', [role]), input: { limit: 10 } });
      expect(listed).toEqual({ ok: false, error: { code: 'actor.forbidden' } });
    }
  });
});
