import { describe, expect, it } from '@jest/globals';
import type { Token } from '../../../domain/organisation/fold';
import { sameHand } from '../../../domain/organisation/sameHand';

const ISSUED = '2026-05-13T08:00:00.000Z';
const token = (issuedBy: string, id: string, kind: 'person' | 'tool' = 'person'): Token => ({
  tokenId: `${issuedBy}-${id}`,
  seq: 1,
  holder: { kind, id },
  roles: ['DIR'],
  issuedAt: ISSUED,
  issuedBy,
  expiresAt: '2026-06-13T08:00:00.000Z',
  revokedAt: null,
});
const at = (iso: string) => new Date(iso);

describe('two persons between whom a key has just passed', () => {
  const tokens = [token('alix', 'new'), token('robin', 'other'), token('alix', 'machine', 'tool')];

  it('may be one, whichever of them asks, until 24 h after', () => {
    const last = at('2026-05-14T07:59:59.999Z');
    expect([...sameHand({ tokens }, 'new', last).keys()]).toEqual(['alix']);
    expect(sameHand({ tokens }, 'new', last).get('alix')).toBe('2026-05-14T08:00:00.000Z');
    expect([...sameHand({ tokens }, 'alix', last).keys()]).toEqual(['new']);
    expect([...sameHand({ tokens }, 'new', at('2026-05-14T08:00:00.000Z')).keys()]).toEqual([]);
  });

  it('even if the key was revoked since', () => {
    const revoked = [{ ...token('alix', 'new'), revokedAt: ISSUED }];
    expect([...sameHand({ tokens: revoked }, 'alix', at(ISSUED)).keys()]).toEqual(['new']);
  });
});
