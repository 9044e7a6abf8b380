import type { Exercise } from '../../domain/exercise/fold';
import type { Drill } from '../../domain/deadline/pace';
import { scenarioOf } from '../../domain/exercise/scenarios';
import { done, type Result } from '../../domain/shared/errors';
import { receiveSubNotice } from '../incident/receiveSubNotice';
import { reportEvent } from '../incident/reportEvent';
import type { Context } from '../ports/ports';

/** Nobody answers there (RFC 2606); and of an exercise no receipt leaves but to our own people. */
const DIRECTOR = 'exercise@vigie.invalid';
const NAMES = {
  fr: { signal: 'Animation de l’exercice', host: 'Hébergeur fictif', toldBy: 'Astreinte de l’hébergeur fictif' },
  en: { signal: 'Exercise control', host: 'Fictional host', toldBy: 'On-call desk of the fictional host' },
} as const;

/**
 * What the first inject opens, on the same machine as if it were real: an event, or what a sub-processor told.
 *
 * @returns id of the incident
 */
export async function openIncident(
  ctx: Context,
  { id: exerciseId, planned }: Exercise,
  { kind, text }: { kind: 'signal' | 'subNotice'; text: string },
): Promise<Result<string>> {
  const { scenario, language, pace, startsAt, agreementIds } = planned;
  const { facts } = scenarioOf(scenario);
  const drill: Drill = { exerciseId, pace };
  const key = `exercise/${exerciseId}/incident`;
  const names = NAMES[language];
  if (kind === 'signal') {
    const signal = {
      text,
      source: 'person' as const,
      alertedAt: startsAt,
      declarant: { name: names.signal, email: DIRECTOR, phone: null },
      looksLike: facts.looksLike,
      channel: 'other' as const,
      detectedAt: null,
      systems: [],
      language,
      exercise: true,
    };
    const reported = await reportEvent({ ctx, input: { key, signal, drill } });
    return reported.ok ? done(reported.value.id) : reported;
  }
  const said = {
    kind: 'subNotice.receive' as const,
    chain: [names.host],
    toldBy: names.toldBy,
    email: DIRECTOR,
    phone: null,
    reference: null,
    receivedAt: startsAt,
    certain: true,
    nature: [...facts.nature],
    touched: agreementIds.map((agreementId) => ({ agreementId, role: 'processor' as const })),
    ownProcessing: false,
    text,
    items: { a: text, b: null, c: null, d: null, e: null, persons: facts.persons, records: facts.records },
  };
  const told = await receiveSubNotice({ ctx, input: { key, said, language, exercise: true, drill } });
  return told.ok ? done(told.value.id) : told;
}
