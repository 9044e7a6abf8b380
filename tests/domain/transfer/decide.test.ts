import { describe, expect, it } from '@jest/globals';
import { NOTHING_TOLD } from '../../../domain/atOnce/telling';
import { decideRecord, decideTransfer, RecordTransfer, type TransferCommand } from '../../../domain/transfer/decide';
import { toBeTold, type Transfer } from '../../../domain/transfer/fold';
import { OTHER_NAMED } from '../../../domain/agreement/otherClients';
import { clientNamed } from '../../fakes/clientNamed';

const now = new Date('2026-05-13T10:00:00.000Z');
const [known, later] = ['2026-05-13T08:00:00.000Z', '2026-05-14T10:00:00.000Z'];
const said = RecordTransfer.parse({
  cause: 'instrument',
  knownAt: known,
  source: 'clauses',
  text: 'x',
  touched: [{ agreementId: 'val', role: 'processor' }],
});
const clients = [clientNamed('val', 'Ville de Val Témoin'), clientNamed('orme', 'Département de l’Orme')];
const around = { agreementIds: new Set(['val']), clients, unagreed: null, now };

const secrecy = (until: string | null) => ({
  until,
  ground: 'x',
  releasedAt: null,
  how: null,
  weighedAt: known,
  askedAt: null,
});
const at = (stage: Transfer['stage'], kept: Transfer['secrecy']): Transfer => ({
  id: 't1',
  seq: 1,
  revision: 1,
  decided: 1,
  reference: 'TRF-2026-1',
  recordedAt: known,
  byId: 'p1',
  ...NOTHING_TOLD,
  stage,
  recorded: {
    ...said,
    secret: kept !== null,
    secretUntil: kept?.until ?? null,
    ground: null,
    unagreed: null,
    authorisedOn: null,
    authorisedBy: null,
  },
  secrecy: kept,
  closed: null,
});
const commands: Record<TransferCommand['kind'], TransferCommand> = {
  'transfer.prolong': { kind: 'transfer.prolong', until: later, ground: 'x' },
  'transfer.release': { kind: 'transfer.release', releasedAt: known, how: 'x' },
  'transfer.close': { kind: 'transfer.close', closedAt: known, outcome: 'x' },
};

describe('a transfer that was not agreed (duty S3-17)', () => {
  it.each([
    ['open, secret', at('TRANSFER_OPEN', secrecy(null)), ['transfer.prolong', 'transfer.release', 'transfer.close']],
    ['open, secret for a time', at('TRANSFER_OPEN', secrecy(later)), Object.keys(commands)],
    ['open, its secrecy over', at('TRANSFER_OPEN', secrecy(known)), ['transfer.close']],
    ['open', at('TRANSFER_OPEN', null), ['transfer.close']],
    ['closed, secret', at('TRANSFER_CLOSED', secrecy(null)), ['transfer.prolong', 'transfer.release']],
    ['closed', at('TRANSFER_CLOSED', null), []],
  ] as const)('%s: takes these commands and no other', (_name, one, allowed) => {
    for (const command of Object.values(commands)) {
      const decided = decideTransfer(one, command, now);
      expect([command.kind, decided.ok]).toEqual([command.kind, (allowed as readonly string[]).includes(command.kind)]);
      if (!decided.ok) expect(decided.error).toMatchObject({ code: 'state.refused', allowed });
    }
  });

  it('every fault is named: what is yet to come, what has passed, an agreement that is none, a name of another', () => {
    const wrong = {
      ...said,
      knownAt: later,
      text: 'au Département de l’Orme aussi',
      touched: [{ agreementId: 'none', role: 'processor' as const }],
      secrecy: { ground: 'x', until: known },
    };
    const pointers = ['/knownAt', '/touched/0/agreementId', '/text', '/secrecy/until'];
    expect(decideRecord(wrong, around)).toMatchObject({ error: { issues: pointers.map((pointer) => ({ pointer })) } });
  });

  it('part of another’s name may be chance: it is asked for once, and what confirms it is no field of the entry', () => {
    const naming = { ...said, text: 'les ormes, l’Orme' };
    expect(decideRecord(naming, around)).toMatchObject({
      error: { issues: [{ pointer: '/text', message: OTHER_NAMED }] },
    });
    const confirmed = decideRecord({ ...naming, othersConfirmed: true }, around);
    expect(confirmed).toMatchObject({ ok: true });
    expect(JSON.stringify(confirmed)).not.toContain('othersConfirmed');
    const whole = { ...said, text: 'Département de l’Orme', othersConfirmed: true as const };
    expect(decideRecord(whole, around)).toMatchObject({ error: { issues: [{ pointer: '/text' }] } });
  });

  it('ends neither before it was known, nor in a year that nobody means', () => {
    const one = at('TRANSFER_OPEN', secrecy(null));
    const early = '2026-05-13T07:00:00.000Z';
    expect(decideTransfer(one, { ...commands['transfer.close'], closedAt: early } as TransferCommand, now).ok).toBe(
      false,
    );
    const far = { ...commands['transfer.prolong'], until: '2099-01-01T00:00:00.000Z' } as TransferCommand;
    expect(decideTransfer(one, far, now)).toMatchObject({ error: { issues: [{ pointer: '/until' }] } });
  });

  it.each([
    ['no country', { countries: [] }, '/countries'],
    [
      'two controllers at once',
      { touched: ['val', 'orme'].map((agreementId) => ({ agreementId, role: 'processor' as const })) },
      '/touched',
    ],
    ['a secrecy', { secrecy: { ground: 'x', until: null } }, '/secrecy'],
    ['a country of a legal demand', { cause: 'compulsion' as const }, '/countries'],
    [
      'an authorisation of an instrument',
      { cause: 'instrument' as const, countries: [], authorisation: { on: '2026-05-01', by: 'x' } },
      '/authorisation',
    ],
  ])('outside: %s is refused', (_name, change, pointer) => {
    const both = { ...around, agreementIds: new Set(['val', 'orme']) };
    const decided = decideRecord({ ...said, cause: 'outside', countries: ['US'], ...change }, both);
    expect(decided).toMatchObject({ error: { issues: [{ pointer }] } });
  });

  it('outside: nobody is told of what an agreement allows; of what none does, its controller', () => {
    const outside = { ...said, cause: 'outside' as const, countries: ['US'] };
    for (const unagreed of [null, 'notAllowed'] as const) {
      const decided = decideRecord(outside, { ...around, unagreed });
      if (!decided.ok || decided.value.type !== 'transfer.recorded') throw new Error('refused');
      const told = toBeTold({ recorded: decided.value.values });
      expect([unagreed, told.length]).toEqual([unagreed, unagreed === null ? 0 : 1]);
    }
  });
});
