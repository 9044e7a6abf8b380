import { describe, expect, it } from '@jest/globals';
import { correctEntry } from '../../../application/journal/correctEntry';
import { entryTypes } from '../../../application/journal/entryTypes';
import { eraseField } from '../../../application/journal/eraseField';
import { listEntries } from '../../../application/journal/listEntries';
import { readKnownAt } from '../../../application/journal/readKnownAt';
import { replayErasures } from '../../../application/journal/replayErasures';
import { SubjectKind } from '../../../domain/journal/entry';
import { createArchive, writeStory } from '../../fakes/givenOut';
import { reportedEvent } from '../../fakes/incidentEntries';
import { createNoticeHouse } from '../../fakes/noticeHouse';

const forbidden = { ok: false, error: { code: 'actor.forbidden' } };

async function open() {
  const archive = createArchive();
  await writeStory(archive);
  const textOf = (seq: number) => archive.journal.entries[seq - 1]?.fields['text'];
  const system = { ...archive.ctx, actor: { kind: 'system', id: 'engine' } as const, roles: [] };
  return { ...archive, textOf, system };
}

describe('listing the journal', () => {
  it('is traced with what was asked', async () => {
    const { ctx, proofs } = await open();
    const subject = { kind: 'notice', id: 'n1' } as const;
    const listed = await listEntries({ ctx, input: { subject, limit: 2 } });
    expect(listed).toMatchObject({ ok: true, value: { entries: [{ seq: 9 }, { seq: 8 }], next: 8 } });
    expect(proofs.accesses).toMatchObject([{ what: 'list', of: 'subject=n1', actor: { id: 'dpo1' }, orgId: 'slime' }]);
  });

  it('withholds counsel’s notes from whoever is not counsel, and shows that they exist', async () => {
    const { ctx } = await open();
    const input = { type: 'note.added', limit: 9 };
    const asCounsel = await listEntries({ ctx: { ...ctx, roles: ['L'] }, input });
    const asManager = await listEntries({ ctx: { ...ctx, roles: ['IM'] }, input });
    expect(JSON.stringify(asCounsel)).toContain('privileged');
    expect(asManager).toMatchObject({ ok: true, value: { entries: [{ seq: 4 }] } });
    expect(JSON.stringify(asManager)).not.toContain('privileged');
  });

  it('withholds what corrects a counsel’s note, and what corrects that, as it holds the same text', async () => {
    const { ctx } = await open();
    const corrections = { text: 'privileged too' };
    const first = await correctEntry({ ctx, input: { seq: 4, corrections, reason: 'privileged slip', key: 'c1' } });
    if (!first.ok) throw new Error(first.error.code);
    const again = { seq: first.value.seq, corrections: { corrections }, reason: 'privileged again', key: 'c2' };
    expect(await correctEntry({ ctx, input: again })).toMatchObject({ ok: true });
    const other = { seq: 5, corrections: { why: 'arcadia called' }, reason: 'mixed up', key: 'c3' };
    await correctEntry({ ctx, input: other });

    const input = { type: 'entry.corrected', limit: 9 };
    const asAuditor = await listEntries({ ctx: { ...ctx, roles: ['AUDITOR'] }, input });
    expect(asAuditor).toMatchObject({ ok: true, value: { entries: [{ seq: 12 }, { seq: 11 }, { seq: 10 }] } });
    expect(JSON.stringify(asAuditor)).not.toContain('privileged');
    expect(JSON.stringify(asAuditor)).toContain('arcadia called');
    const asCounsel = await listEntries({ ctx: { ...ctx, roles: ['L'] }, input });
    expect(JSON.stringify(asCounsel)).toContain('privileged again');
  });

  it.each([[['O']], [['CC']], [['CDPO']], [[]]] as const)('is refused to %j', async (roles) => {
    const { ctx, proofs } = await open();
    expect(await listEntries({ ctx: { ...ctx, roles }, input: { limit: 1 } })).toEqual(forbidden);
    expect(proofs.accesses).toEqual([]);
  });
});

describe('a correction', () => {
  const input = { seq: 5, corrections: { why: 'arcadia called' }, reason: 'mixed up', key: 'c1' };

  it('points at what it corrects, on its subject, and changes nothing of it', async () => {
    const { ctx, journal } = await open();
    const before = structuredClone(journal.entries[4]);
    const corrected = await correctEntry({ ctx, input });
    expect(corrected).toMatchObject({
      ok: true,
      value: { type: 'entry.corrected', subject: { kind: 'incident', id: 'i1' }, fields: { target: { value: 5 } } },
    });
    expect(journal.entries[4]).toEqual(before);
    expect(await correctEntry({ ctx, input })).toEqual(corrected); // the same request again
  });

  it('names every fault of what is asked', async () => {
    const { ctx, journal } = await open();
    const faulty = { ...input, corrections: { nothing: 1, request: 'x' }, reason: ' ' };
    const result = await correctEntry({ ctx, input: faulty });
    expect(result).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
    expect(JSON.stringify(result).match(/"pointer":"[^"]*"/g)).toEqual([
      '"pointer":"/reason"',
      '"pointer":"/corrections/nothing"',
      '"pointer":"/corrections/request"',
    ]);
    expect(await correctEntry({ ctx, input: { ...input, seq: 99 } })).toMatchObject({
      error: { code: 'subject.unknown' },
    });
    expect(journal.entries).toHaveLength(9);
  });
});

describe('an erasure', () => {
  const input = { seq: 1, names: ['text'], ground: 'personAsked' as const, key: 'e1' };

  it('is an entry first; then value, salt and the request that held the value are gone', async () => {
    const { ctx, journal, textOf } = await open();
    const erased = await eraseField({ ctx, input });
    expect(erased).toMatchObject({ ok: true, value: { type: 'field.erased', subject: { id: 'i1' } } });
    expect(textOf(1)).toMatchObject({ value: null, salt: null });
    expect(JSON.stringify(journal.entries)).not.toContain('Ada');
  });

  it('finishes under its key after a crash in between', async () => {
    const { ctx, journal, textOf } = await open();
    const { erase } = journal;
    const died = { ...ctx.ports, journal: { ...journal, erase: () => Promise.reject(new Error('died')) } };
    await expect(eraseField({ ctx: { ...ctx, ports: died }, input })).rejects.toThrow('died');
    expect(textOf(1)?.salt).not.toBeNull();
    const ports = { ...ctx.ports, journal: { ...journal, erase } };
    expect(await eraseField({ ctx: { ...ctx, ports }, input })).toMatchObject({ ok: true });
    expect(textOf(1)?.salt).toBeNull();
    expect(journal.entries).toHaveLength(10);
  });

  it('takes nothing that feeds a deadline, and nothing that is not there', async () => {
    const { ctx, journal } = await open();
    for (const names of [['alertedAt'], ['text', 'detectedAt'], ['declarantName'], ['request', 'none'], []]) {
      expect(await eraseField({ ctx, input: { ...input, names } })).toMatchObject({ error: { code: 'input.invalid' } });
    }
    expect(journal.entries).toHaveLength(9);
  });

  it('is done again after a restore', async () => {
    const { ctx, journal, textOf, system } = await open();
    const backup = structuredClone(journal.entries);
    await eraseField({ ctx, input });
    journal.entries.splice(0, 9, ...backup);
    expect(textOf(1)?.value).toContain('Ada');
    expect(await replayErasures({ ctx: system })).toEqual({ ok: true, value: 1 });
    expect(textOf(1)).toMatchObject({ value: null, salt: null });
    expect(await replayErasures({ ctx })).toEqual(forbidden);
  });

  it('is the DPO’s and Vigie’s own', async () => {
    const { ctx } = await open();
    expect(await eraseField({ ctx: { ...ctx, roles: ['IM', 'DIR'] }, input })).toEqual(forbidden);
  });
});

describe('what was known at an instant', () => {
  it('is the fold of what was recorded by then, to the millisecond, and nothing before the first entry', async () => {
    const house = await createNoticeHouse('2026-05-13T08:01:00.000Z');
    const ctx = { ...house.as('sacha', ['DPO']) };
    const subject = { kind: 'incident', id: 'known' } as const;
    await house.write('incident', 'known', reportedEvent);
    house.clock.now = new Date('2026-05-13T09:00:00.000Z');
    await house.write('incident', 'known', { type: 'triage.started', values: { firstFacts: 'seen' } });
    const stageAt = async (at: string) => {
      const known = await readKnownAt({ ctx, input: { subject, at } });
      return known.ok ? known.value.state.stage : known.error.code;
    };
    expect(await stageAt('2026-05-13T08:00:59.999Z')).toBe('subject.unknown');
    expect(await stageAt('2026-05-13T08:59:59.999Z')).toBe('EVENT_NEW');
    expect(await stageAt('2026-05-13T09:00:00Z')).toBe('TRIAGE');
    expect(await readKnownAt({ ctx: house.as('ines', ['O']), input: { subject, at: 'x' } })).toEqual(forbidden);
  });
});

describe('every entry type', () => {
  it('belongs to a kind of subject, and a value that may be erased may be null when it is read', () => {
    for (const kind of SubjectKind.options) {
      const types = entryTypes.typesOf(kind);
      expect(types.length).toBeGreaterThan(5);
      for (const { type, typeVersion } of types) {
        const schema = entryTypes.schemaOf({ type, typeVersion, subject: { kind } });
        const erasable = entryTypes.erasableOf({ type, typeVersion, subject: { kind } });
        if (!schema.ok || !erasable.ok) throw new Error(`${kind} ${type} cannot be found`);
        const { shape } = schema.value.shape.values;
        for (const name of erasable.value) {
          if (name === 'request') continue;
          expect([type, name, shape[name]?.['~standard'].validate(null)]).toEqual([type, name, { value: null }]);
        }
      }
    }
  });
});
