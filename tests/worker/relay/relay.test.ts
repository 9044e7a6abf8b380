import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createRelay, relayDefaults } from '../../../worker/relay/createRelay';
import { ENGINE } from '../../../application/policies/asker';
import { SubjectUnreadable } from '../../../domain/shared/unreadable';
import { followJournal } from '../../../worker/relay/followJournal';
import { pokeOpenDuties } from '../../../worker/relay/pokeOpenDuties';
import { createRelayCase } from './relayCase';

const due = (orgId: string, subjectId: string, dueAt: string | null) => ({
  orgId,
  obligation: 'processorNotice' as const,
  subjectId,
  seq: 7,
  dueAt,
});

describe('following a journal', () => {
  it('pokes each duty once a window, with the newest entry that concerns it, and moves on', async () => {
    const { parts, done, write } = createRelayCase();
    await write('a', 'i1', 450);
    await followJournal('a', parts);
    expect(done).toEqual(['poke a i1 200', 'poke a i1 400', 'poke a i1 450']);
    await followJournal('a', parts);
    expect(done).toHaveLength(3);
  });

  it('says nothing of what a run has itself written on its subject, but of what opens one', async () => {
    const { parts, done, write } = createRelayCase();
    await write('a', 'i1', 1, ENGINE);
    await write('a', 'i1', 3, ENGINE);
    await followJournal('a', parts);
    expect(done).toEqual(['poke a i1 1']);
    await write('a', 'i1', 1, { kind: 'system', id: 'watchdog' });
    await followJournal('a', parts);
    expect(done).toEqual(['poke a i1 1', 'poke a i1 5']);
  });

  it('only tells a duty that is closed, so that no run is started for it', async () => {
    const { parts, done, write, state } = createRelayCase();
    state.closed.add('i1');
    await write('a', 'i1');
    await followJournal('a', parts);
    expect(done).toEqual(['tell a i1 1']);
  });

  it('loses nothing while Temporal is away', async () => {
    const { parts, done, write, state } = createRelayCase();
    await write('a', 'i1', 2);
    state.isAway = true;
    await expect(followJournal('a', parts)).rejects.toThrow('away');
    state.isAway = false;
    await followJournal('a', parts);
    expect(done).toEqual(['poke a i1 2']);
  });

  it('alarms for a subject that it cannot read, and works off those behind it', async () => {
    const { parts, done, write, unreadable } = createRelayCase();
    const { concerned } = parts.duties;
    parts.duties.concerned = async (written) => {
      if (written.subject.id === 'i1') throw new SubjectUnreadable('incident.ofTomorrow');
      return concerned(written);
    };
    await write('a', 'i1', 2);
    await write('a', 'i2');
    await followJournal('a', parts);
    expect(unreadable).toEqual(['a 2']);
    expect(done).toEqual(['poke a i2 3']);
  });

  it('waits at a gap until what stands before it can be read', async () => {
    const { parts, done, write, journal } = createRelayCase();
    await write('a', 'i1', 3);
    const { readWindow } = parts.journal;
    // the window was read before entry 2 could be seen
    parts.journal.readWindow = async (...asked) =>
      (await readWindow(...asked)).filter(({ seq }) => seq !== 2 || asked[2] === 1);
    await followJournal('a', parts);
    expect(done).toEqual(['poke a i1 1']);
    parts.journal.readWindow = journal.readWindow;
    await followJournal('a', { ...parts, journal: { readWindow } });
    expect(done).toEqual(['poke a i1 1', 'poke a i1 3']);
  });
});

describe('poking every open duty', () => {
  it('goes by the earliest limit, over all organisations; those without a limit come last', async () => {
    const { parts, done, write, state } = createRelayCase();
    await write('a', 'i1');
    await write('b', 'i2');
    state.open = [
      due('a', 'late', '2026-03-28T12:00:00.000Z'),
      due('b', 'none', null),
      due('b', 'soon', '2026-03-28T09:00:00Z'),
    ];
    expect(await pokeOpenDuties(parts)).toEqual({ poked: 3 });
    expect(done).toEqual(['poke b soon 7', 'poke a late 7', 'poke b none 7']);
  });

  it('ends a run of an older code just before its duty is poked, and those of closed duties at last', async () => {
    const { parts, done, write, state } = createRelayCase();
    await write('a', 'i1');
    state.open = [due('a', 'n1', '2026-03-28T09:00:00Z')];
    state.older = [
      { id: 'a/processorNotice/n0', runId: 'r0' },
      { id: 'a/processorNotice/n1', runId: 'r1' },
    ];
    await pokeOpenDuties(parts);
    expect(done).toEqual(['end a/processorNotice/n1', 'poke a n1 7', 'end a/processorNotice/n0']);
  });

  it('leaves out an organisation that cannot be read now, and says so', async () => {
    const { parts, done, write, state, failures } = createRelayCase();
    await write('a', 'i1');
    await write('b', 'i2');
    state.open = [due('b', 'n2', '2026-03-28T09:00:00Z')];
    const { open } = parts.duties;
    parts.duties.open = async (orgId) => (orgId === 'a' ? Promise.reject(new Error('no database')) : open(orgId));
    await pokeOpenDuties(parts);
    expect(done).toEqual(['poke b n2 7']);
    expect(failures).toEqual(['a']);
  });
});

describe('the relay', () => {
  let stop: () => Promise<void> = async () => undefined;
  afterEach(() => stop());

  const quick = { ...relayDefaults, netMs: 40, sweepMs: 60_000, firstRetryMs: 20, longestRetryMs: 80 };

  async function until(holds: () => boolean): Promise<void> {
    for (let tries = 0; tries < 200 && !holds(); tries += 1) await sleep(10);
    expect(holds()).toBe(true);
  }

  function start(settings = quick) {
    const relayCase = createRelayCase();
    const relay = createRelay(relayCase.parts, settings);
    stop = () => relay.stop();
    return { ...relayCase, relay };
  }

  it('finds an entry that nobody woke it for', async () => {
    const { relay, done, write } = start();
    relay.start();
    await sleep(60);
    await write('a', 'i1');
    await until(() => done.includes('poke a i1 1'));
  });

  it('works off an entry at once when it is woken', async () => {
    const { relay, done, write } = start({ ...quick, netMs: 60_000 });
    relay.start();
    await write('a', 'i1');
    relay.wake('a');
    await until(() => done.includes('poke a i1 1'));
  });

  it('makes one poke of what one act writes in a row', async () => {
    const { relay, done, write } = start({ ...quick, netMs: 60_000 });
    relay.start();
    await sleep(20);
    for (const wakes of [1, 2, 3]) {
      await write('a', 'i1');
      for (let n = 0; n < wakes; n += 1) relay.wake('a');
    }
    await until(() => done.includes('poke a i1 3'));
    expect(done.filter((what) => what.startsWith('poke a i1'))).toEqual(['poke a i1 3']);
  });

  it('tries again while Temporal is away, each time later, and sweeps once it is back', async () => {
    const { relay, done, write, state, failures } = start();
    state.isAway = true;
    state.open = [due('a', 'n1', '2026-03-28T09:00:00Z')];
    await write('a', 'i1');
    relay.start();
    await until(() => failures.filter((where) => where === 'a').length >= 3);
    expect(failures).toContain('Temporal');
    state.isAway = false;
    await until(() => done.includes('poke a i1 1') && done.includes('poke a n1 7'));
  });

  it('lets one organisation’s fault stand in nobody else’s way', async () => {
    const { relay, parts, done, write, failures } = start();
    const { concerned } = parts.duties;
    parts.duties.concerned = async (entry) => {
      if (entry.orgId === 'a') throw new Error('a is broken');
      return concerned(entry);
    };
    await write('a', 'i1');
    await write('b', 'i2');
    relay.start();
    await until(() => done.includes('poke b i2 1') && failures.includes('a'));
  });

  it('pokes every open duty at start and after its clock was moved', async () => {
    const { relay, parts, done, write, state } = start();
    await write('a', 'i1');
    state.open = [due('a', 'n1', '2026-03-28T09:00:00Z')];
    let movedMs = 0;
    parts.now = () => new Date(Date.now() + movedMs);
    relay.start();
    await until(() => done.filter((what) => what === 'poke a n1 7').length === 1);
    movedMs = 31_000;
    await until(() => done.filter((what) => what === 'poke a n1 7').length === 2);
    movedMs = 0; // and back
    await until(() => done.filter((what) => what === 'poke a n1 7').length === 3);
  });

  it('pokes by its round only what has a newer entry; of all others it sees to it that they run', async () => {
    const { relay, done, write, state } = start({ ...quick, sweepMs: 40 });
    await write('a', 'i1');
    state.open = [due('a', 'n1', '2026-03-28T09:00:00Z')];
    relay.start();
    await until(() => done.filter((what) => what === 'start a n1 7').length >= 3);
    expect(done.filter((what) => what === 'poke a n1 7')).toHaveLength(1);
    state.open = [{ ...due('a', 'n1', '2026-03-28T09:00:00Z'), seq: 8 }];
    await until(() => done.filter((what) => what === 'start a n1 8').length >= 2);
    expect(done.filter((what) => what === 'poke a n1 8')).toHaveLength(1);
  });

  it('fills a Temporal at once that has lost everything, without waiting for its next round', async () => {
    const { relay, done, write, state } = start();
    await write('a', 'i1');
    state.open = [due('a', 'n1', '2026-03-28T09:00:00Z')];
    relay.start();
    await until(() => done.filter((what) => what === 'poke a n1 7').length === 1);
    state.place = 'second';
    await until(() => done.filter((what) => what === 'poke a n1 7').length === 2);
  });

  it('leaves nothing under way once it has stopped', async () => {
    const { relay, parts, done, write } = start();
    await write('a', 'i1');
    const { poke } = parts.runs;
    parts.runs.poke = async (duty) => (await sleep(50), poke(duty));
    relay.start();
    await sleep(20);
    await relay.stop();
    const atStop = done.length;
    await write('a', 'i1');
    await sleep(120);
    expect(done).toHaveLength(atStop);
  });
});
