import { stopExercise } from '../../application/exercise/stopExercise';
import { sendVersion } from '../../application/notice/sendVersion';
import { type createExerciseHouse, taken } from './exerciseHouse';
import { items } from './noticeStory';

export const START = '2026-03-28T08:00:00.000Z';
export const PACE = 60;
/** On the wall, so many hours after the start of what the exercise stands for. */
export const at = (hours: number): string => new Date(Date.parse(START) + (hours * 3_600_000) / PACE).toISOString();
export const plan = { pace: PACE, agreementIds: ['val', 'aube', 'orme'] };

type House = Awaited<ReturnType<typeof createExerciseHouse>>;

/** A team that takes the signal up, declares, knows, and sends to one controller of three. */
export async function playTeam(house: House): Promise<void> {
  await house.goOn(at(0.5));
  taken(await house.command('ines', { kind: 'triage.start', firstFacts: 'vu' }));
  const declared = { kind: 'incident.declare', incidentKind: 'ransomware', severity: 'high', harmed: 'both' } as const;
  taken(await house.command('paul', { ...declared, leadId: 'paul', possibleCrime: 'yes', basis: 'chiffré' }));
  await house.goOn(at(2));
  const known = house.clock.now.toISOString();
  taken(
    await house.command('sacha', {
      kind: 'aware.set',
      awareAt: known,
      detectedAt: known,
      nature: ['availability'],
      touched: plan.agreementIds.map((agreementId) => ({ agreementId, role: 'processor' as const })),
      ownProcessing: false,
      why: 'indisponible',
      gapReason: null,
    }),
  );
  await house.goOn(at(4));
  const { id } = await house.noticeOf('val');
  taken(
    await sendVersion({
      ctx: house.as('ines'),
      input: { noticeId: id, key: 'send', command: { kind: 'send', items } },
    }),
  );
  await house.goOn(at(6));
}

export const stop = async (house: House) =>
  taken(
    await stopExercise({ ctx: house.as('alix'), input: { exerciseId: house.id, key: 'stop', stop: { reason: null } } }),
  );
