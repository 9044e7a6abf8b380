import { commandIncident } from '../../application/incident/commandIncident';
import { readIncident } from '../../application/incident/readIncident';
import { reportEvent } from '../../application/incident/reportEvent';
import type { Context } from '../../application/ports/ports';
import { type IncidentCommand, Signal } from '../../domain/incident/commands';
import { commands as good, NOW } from './incidentStory';
import { createNoticeHouse } from './noticeHouse';

export const signal = Signal.parse({
  text: 'Tableau envoyé à une autre collectivité.',
  source: 'thirdParty',
  alertedAt: '2026-05-13T07:52:00.000Z',
  detectedAt: '2026-05-13T08:00:00.000Z',
  declarant: { email: 'robin@client.example' },
});

/** The agreements of the house are called val, aube, orme. */
const val = [{ agreementId: 'val', role: 'processor' as const }];
export const commands = {
  ...good,
  'incident.declare': { ...good['incident.declare'], leadId: 'paul' },
  'aware.set': { ...good['aware.set'], touched: val },
  'breach.suspect': { ...good['breach.suspect'], touched: val },
  'subNotice.receive': { ...good['subNotice.receive'], touched: val },
  'incident.tell': { ...good['incident.tell'], touched: val },
};

/** The notice house with who acts on incidents in it, at 21:00 of the day of K6. */
export async function createIncidentHouse() {
  const house = await createNoticeHouse(NOW);
  let counter = 0;
  const newKey = () => `k${(counter += 1)}`;
  const people = {
    oncall: house.as('ines', ['O']),
    manager: house.as('paul', ['IM']),
    dpo: house.as('sacha', ['DPO']),
    director: house.as('alix', ['DIR']),
  };
  const act = (incidentId: string, command: IncidentCommand, ctx: Context = people.manager, decided?: number) =>
    commandIncident({ ctx, input: { incidentId, key: newKey(), command, decided } });

  return {
    ...house,
    ...people,
    newKey,
    act,
    /** An incident that these commands have been given to; its id. */
    async begun(...kinds: (keyof typeof commands)[]): Promise<string> {
      const reported = await reportEvent({ ctx: people.oncall, input: { key: newKey(), signal } });
      if (!reported.ok) throw new Error(reported.error.code);
      for (const kind of kinds) {
        const acted = await act(reported.value.id, commands[kind]);
        if (!acted.ok) throw new Error(JSON.stringify(acted.error));
      }
      return reported.value.id;
    },
    async stateOf(incidentId: string) {
      const read = await readIncident({ ctx: people.dpo, input: { incidentId } });
      if (!read.ok) throw new Error(read.error.code);
      return read.value;
    },
  };
}

export type IncidentHouse = Awaited<ReturnType<typeof createIncidentHouse>>;
