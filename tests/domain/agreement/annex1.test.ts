import { describe, expect, it } from '@jest/globals';
import { Annex1, annex1JsonSchema, documentHashOf } from '../../../domain/agreement/annex1';
import { partyIdOf, Siren } from '../../../domain/party/siren';
import reference from '../../../fixtures/agreement-slime.json';

type Change = (document: typeof reference) => unknown;

const pointersOf = (document: unknown): string[] => {
  const parsed = Annex1.safeParse(document);
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => `/${path.join('/')}`);
};

describe('Annex 1 as data', () => {
  it('takes the reference agreement as it stands', () => {
    expect(Annex1.parse(reference)).toEqual(reference);
  });

  it.each<[string, Change, string]>([
    ['a field that it does not know', (d) => ({ ...d, extra: 1 }), '/'],
    [
      'a SIREN whose check digit is wrong',
      (d) => ({ ...d, controller: { ...d.controller, siren: '200000009' } }),
      '/controller/siren',
    ],
    ['a zone that is not IANA', (d) => ({ ...d, timeZone: 'Paris' }), '/timeZone'],
    ['one signature only', (d) => ({ ...d, signatures: d.signatures.slice(1) }), '/signatures'],
    ['an end before its beginning', (d) => ({ ...d, endsOn: '2026-01-14' }), '/endsOn'],
    ['a day that is not in the calendar', (d) => ({ ...d, inForceFrom: '2026-02-30' }), '/inForceFrom'],
    [
      'no contact',
      (d) => ({ ...d, controller: { ...d.controller, noticeContacts: [] } }),
      '/controller/noticeContacts',
    ],
    ['two contacts in one place', (d) => withContacts(d, { order: 1 }), '/controller/noticeContacts/1/order'],
    [
      'the channel email without an address',
      (d) => withContacts(d, { email: undefined }),
      '/controller/noticeContacts/1/email',
    ],
    ['a blank name', (d) => withContacts(d, { name: '  ' }), '/controller/noticeContacts/1/name'],
    [
      'zero hours',
      (d) => ({ ...d, terms: { ...d.terms, breachNotice: { ...d.terms.breachNotice, hours: 0 } } }),
      '/terms/breachNotice/hours',
    ],
  ])('refuses %s', (_what, change, pointer) => {
    expect(pointersOf(change(reference))).toContain(pointer);
  });

  it('reports every fault at once', () => {
    expect(pointersOf({ ...reference, timeZone: 'Paris', version: 0 })).toEqual(['/version', '/timeZone']);
  });

  it('describes every field of its JSON Schema', () => {
    expect(undescribed(annex1JsonSchema())).toEqual([]);
  });

  it('has a hash that neither the order of names nor spacing moves', () => {
    const { reference: first, ...rest } = Annex1.parse(reference);
    expect(documentHashOf({ ...rest, reference: first })).toBe(documentHashOf(Annex1.parse(reference)));
    expect(documentHashOf({ ...rest, reference: `${first} ` })).not.toBe(documentHashOf(Annex1.parse(reference)));
  });
});

describe('a counterpart', () => {
  it('has one opaque id however often it is met', () => {
    expect(partyIdOf('200000008')).toBe(partyIdOf('200000008'));
    expect(partyIdOf('200000008')).not.toContain('200000008');
  });

  it.each(['732829320', '404833048'])('has a SIREN with a Luhn check: %s', (siren) => {
    expect(Siren.safeParse(siren).success).toBe(true);
  });

  it.each(['732829321', '73282932', '7328293200', 'A32829320'])('has no SIREN like %s', (siren) => {
    expect(Siren.safeParse(siren).success).toBe(false);
  });
});

function withContacts(document: typeof reference, change: Record<string, unknown>): unknown {
  const [first, second] = document.controller.noticeContacts;
  return { ...document, controller: { ...document.controller, noticeContacts: [first, { ...second, ...change }] } };
}

/** Pointers of the properties that say nothing of themselves. */
function undescribed(schema: unknown, pointer = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const members = Object.entries(schema);
  return members.flatMap(([name, value]) => {
    if (name !== 'properties') return undescribed(value, `${pointer}/${name}`);
    return Object.entries(value as Record<string, { description?: string }>).flatMap(([property, inner]) => [
      ...(inner.description === undefined ? [`${pointer}/${property}`] : []),
      ...undescribed(inner, `${pointer}/${property}`),
    ]);
  });
}
