import { beforeAll, describe, expect, it } from '@jest/globals';
import { whoIsTold } from '../../../application/incident/whoIsTold';
import { testRelay } from '../../../application/organisation/testRelay';
import type { Relay } from '../../../application/ports/relay';
import { createNight, type Night, taken } from '../../fakes/night';

const relay: Relay = {
  name: 'relais.exemple',
  fingerprint: 'f'.repeat(64),
  test: async () => ({ accepted: true, replyCode: 250, encrypted: true, deliveryStatus: true }),
};

let night: Night;
beforeAll(async () => {
  night = await createNight();
});

const told = (kind: 'event' | 'theft') => whoIsTold(night.as('ines'), kind);

describe('who is told of a signal', () => {
  it('is nobody outside while mails are caught, and that is said', async () => {
    expect(await told('theft')).toEqual({ roles: ['DPO', 'DIR'], caught: true });
  });

  it('is management and the DPO once a relay took a mail; of a mere event nobody before it is declared', async () => {
    night.ports.relay = relay;
    taken(await testRelay({ ctx: night.as('alix'), input: { key: 'relay' } }));
    expect(await told('theft')).toEqual({ roles: ['DPO', 'DIR'], caught: false });
    expect(await told('event')).toEqual({ roles: [], caught: false });
  });

  it('is not somebody whose address leads nowhere', async () => {
    for (const { id, name, phone, language } of await night.ports.people.withRoles('o1', ['DPO', 'DIR']))
      await night.ports.people.put('o1', id, { name, phone, language, email: `${id}@vigie.invalid` });
    expect(await told('theft')).toEqual({ roles: [], caught: false });
  });
});
