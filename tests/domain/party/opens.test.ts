import { describe, expect, it } from '@jest/globals';
import { decideAdmission } from '../../../domain/party/decide';
import type { PartyRole } from '../../../domain/party/events';
import type { Party } from '../../../domain/party/fold';
import { opensWhat } from '../../../domain/party/opensWhat';

const KEY = 'vigie.test/slime+aa6ee002+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4';
const party = (role: PartyRole): Party => ({
  id: 'p1',
  seq: 1,
  revision: 1,
  decided: 1,
  role,
  name: 'SLIME',
  key: KEY,
  admits: false,
  opens: null,
  exchangeUrl: null,
  recordedAt: '2026-03-27T09:20:00.000Z',
});
const admit = (role: PartyRole, opens: 'case' | 'incident' | null, admitted = true) =>
  decideAdmission(party(role), { admitted, opens, exchangeUrl: null, reason: 'convention' });

describe('what the notices of a party open (domain rules 7.4, 7.5; ADR 0042)', () => {
  it.each([
    ['processor', null, 'case'],
    ['subProcessor', null, 'incident'],
    ['processor', 'incident', 'incident'],
    ['subProcessor', 'case', 'case'],
    ['other', 'incident', 'incident'],
    ['controller', 'case', 'case'],
  ] as const)('a %s let in for %s: %s', (role, said, opens) => {
    expect(admit(role, said)).toMatchObject({ ok: true, value: { values: { admitted: true, opens } } });
  });

  it.each(['controller', 'authority', 'insurer', 'other'] as const)('of a %s it is said, never guessed', (role) => {
    expect(admit(role, null)).toMatchObject({ error: { issues: [{ pointer: '/opens' }] } });
    expect(admit(role, null, false)).toMatchObject({ ok: true }); // let in no longer: there is nothing to say
  });

  it('taken in by a person, a notice of a sub-processor is one; of anybody else the person says it', () => {
    expect(opensWhat(party('subProcessor'))).toBe('incident');
    expect(opensWhat(party('processor'))).toBeNull();
    expect(opensWhat({ ...party('subProcessor'), admits: true, opens: 'case' } as Party)).toBe('case');
  });
});
