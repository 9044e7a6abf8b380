import { describe, expect, it } from '@jest/globals';
import { createSigningWatch } from '../../../application/journal/watchSigning';
import type { Journal } from '../../../application/ports/journal';
import { readinessOf } from '../../../api/http/health';
import { createArchive } from '../../fakes/givenOut';

/** A watch over one organisation among others, a clock that jumps, and how often a subject was read. */
function openWatch() {
  const archive = createArchive();
  const { journal } = archive;
  let nowMs = 0;
  let reads = 0;
  const counted: Journal = {
    ...journal,
    readSubject: (...asked) => {
      reads += 1;
      return journal.readSubject(...asked);
    },
  };
  const signing = createSigningWatch({ journal: counted, now: () => new Date((nowMs += 5_000)) });
  const readiness = () =>
    readinessOf({
      signing,
      database: async () => true,
      clockOffsetMs: async () => 0,
      projections: async () => true,
      temporal: async () => true,
      isStopping: () => false,
    });
  return { ...archive, readiness, reads: () => reads };
}

describe('readiness and the signer', () => {
  it('is degraded while the signer has stopped for one organisation, until two persons have decided', async () => {
    const { readiness, write, accept, ctx } = openWatch();
    expect(await readiness()).toMatchObject({ status: 'ready', signing: 'ok' });
    const refusal = { reason: 'entryDamaged', marked: 0, found: 1 };
    const { seq } = await write('organisation', ctx.orgId, 'journal.refused', refusal);
    expect(await readiness()).toMatchObject({ status: 'degraded', signing: 'wrong' });
    const yes = { refused: seq, roles: ['DIR'], because: 'lu' };
    await write('organisation', ctx.orgId, 'journal.accepted', yes, 'p1');
    expect(await readiness()).toMatchObject({ status: 'degraded', signing: 'wrong' });
    await write('organisation', ctx.orgId, 'journal.accepted', yes, 'p2');
    expect(await readiness()).toMatchObject({ status: 'ready', signing: 'ok' });
    await accept(2); // another one, decided at once
    expect(await readiness()).toMatchObject({ status: 'ready', signing: 'ok' });
  });

  it('costs no read of an organisation whose signer never stopped, however many there are', async () => {
    const { readiness, write, accept, reads, journal } = openWatch();
    for (let n = 0; n < 200; n += 1) await write('incident', `i${n}`, 'note.added', { text: 'x' });
    for (const [n, entry] of journal.entries.entries()) entry.orgId = `o${n}`;
    await readiness();
    expect(reads()).toBe(0);
    await accept(1);
    await readiness();
    expect(reads()).toBe(1);
  });
});
