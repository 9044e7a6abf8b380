import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { reportEvent } from '../../../application/incident/reportEvent';
import { listNow } from '../../../application/overview/listNow';
import { Signal } from '../../../domain/incident/commands';
import { createNight, NIGHT, taken } from '../../fakes/night';

/** One more than is read of a kind in one go. */
const MORE = 1_001;

it('however much was opened since, of exercises or for real, what is open stands on Now', async () => {
  const night = await createNight();
  night.at(NIGHT);
  const real = await night.report('ines', 'porte forcée', NIGHT, 'intrusion');
  const declarant = { name: null, email: null, phone: '+33 1 99 00 00 21' };
  const told = { text: 'essai', source: 'person', looksLike: 'event', alertedAt: NIGHT, declarant };
  for (const exercise of [true, false]) {
    const signal = Signal.parse({ ...told, exercise });
    for (let n = 0; n < MORE; n += 1) {
      taken(await reportEvent({ ctx: night.as('ines'), input: { key: randomUUID(), signal } }));
    }
  }
  const now = taken(await listNow({ ctx: night.as('paul') }));
  expect(now.incidents.size).toBe(MORE + 1);
  expect([...now.incidents.keys()]).toContain(real);
}, 60_000);
