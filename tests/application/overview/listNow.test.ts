import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { reportEvent } from '../../../application/incident/reportEvent';
import { listNow } from '../../../application/overview/listNow';
import { Signal } from '../../../domain/incident/commands';
import { createNight, NIGHT, taken } from '../../fakes/night';

/** One more than Now reads of a kind. */
const MORE = 501;

it('however many exercises were opened since, what is real stands on Now', async () => {
  const night = await createNight();
  night.at(NIGHT);
  const real = await night.report('ines', 'porte forcée', NIGHT, 'intrusion');
  const declarant = { name: null, email: null, phone: '+33 1 99 00 00 21' };
  const drill = { text: 'essai', source: 'person', looksLike: 'event', alertedAt: NIGHT, exercise: true };
  const signal = Signal.parse({ ...drill, declarant });
  for (let n = 0; n < MORE; n += 1)
    taken(await reportEvent({ ctx: night.as('ines'), input: { key: randomUUID(), signal } }));
  const now = taken(await listNow({ ctx: night.as('paul') }));
  expect([...now.incidents.keys()]).toEqual([real]);
}, 60_000);
