import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { createCatalogue } from '../../../domain/journal/catalogue';
import { withoutValues } from '../../../domain/journal/entry';
import { erasable } from '../../../domain/shared/erasable';
import { sealEntry } from '../../../domain/journal/seal';

const IncidentEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('event.reported'),
    values: z.strictObject({
      alertAt: z.string(),
      text: erasable(z.string()),
      name: z.string().nullable().meta({ erasable: true }).optional(),
    }),
  }),
  z.object({ type: z.literal('triaged'), values: z.strictObject({ outcome: z.string() }) }),
  z.object({
    type: z.literal('triaged'),
    typeVersion: z.literal(2),
    values: z.strictObject({ outcome: z.string(), by: z.string() }),
  }),
]);
const catalogue = createCatalogue({ incident: IncidentEvent });
const subject = { kind: 'incident', id: 'i1' } as const;

const entry = (type: string, values: Record<string, string | number>, typeVersion = 1) =>
  sealEntry(
    {
      orgId: 'o',
      at: '2026-03-27T09:20:00Z',
      actor: { kind: 'person', id: 'p' },
      type,
      typeVersion,
      subject,
      key: 'k',
      values,
      request: '{}',
    },
    { seq: 1, revision: 1, recordedAt: '2026-03-27T09:20:00Z' },
    { macKey: 'm', newSalt: () => '00'.repeat(32) },
  );

describe('the catalogue of entry types', () => {
  it('lists the erasable fields of a type, the request among them', () => {
    expect(catalogue.erasableOf({ type: 'event.reported', typeVersion: 1, subject })).toEqual({
      ok: true,
      value: ['text', 'name', 'request'],
    });
  });

  it('reads an entry, and reads it still when its erasable value has gone', () => {
    const whole = entry('event.reported', { alertAt: 'x', text: 'Ada' });
    expect(catalogue.read(whole)).toMatchObject({ ok: true, value: { values: { text: 'Ada' } } });
    expect(catalogue.read(withoutValues(whole, ['text', 'request']))).toMatchObject({
      ok: true,
      value: { values: { alertAt: 'x', text: null } },
    });
  });

  it('cannot read an entry that lost a value which is not erasable', () => {
    const robbed = withoutValues(entry('event.reported', { alertAt: 'x', text: 'Ada' }), ['alertAt']);
    expect(catalogue.read(robbed)).toEqual({
      ok: false,
      error: { code: 'subject.unreadable', type: 'event.reported' },
    });
  });

  it.each([
    ['an unknown type', { type: 'nothing.known', typeVersion: 1, subject }],
    ['a version from the future', { type: 'triaged', typeVersion: 3, subject }],
    ['a type of another kind', { type: 'triaged', typeVersion: 1, subject: { kind: 'notice' } as const }],
  ])('refuses %s', (_, unknown) => {
    expect(catalogue.schemaOf(unknown)).toEqual({
      ok: false,
      error: { code: 'subject.unreadable', type: unknown.type },
    });
  });

  it('keeps versions of one type apart', () => {
    expect(catalogue.read(entry('triaged', { outcome: 'o' })).ok).toBe(true);
    expect(catalogue.read(entry('triaged', { outcome: 'o', by: 'p' }, 2)).ok).toBe(true);
    expect(catalogue.read(entry('triaged', { outcome: 'o' }, 2)).ok).toBe(false);
  });

  it('knows corrections and erasures on every kind of subject', () => {
    for (const kind of ['incident', 'notice', 'agreement'] as const) {
      expect(catalogue.schemaOf({ type: 'field.erased', typeVersion: 1, subject: { kind } }).ok).toBe(true);
    }
    expect(catalogue.read({ ...entry('field.erased', {}), fields: {} }).ok).toBe(false);
  });
});
