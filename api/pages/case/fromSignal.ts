import { readIncident } from '../../../application/incident/readIncident';
import type { Context } from '../../../application/ports/ports';
import type { CaseOrigin } from '../../../domain/controllerCase/vocabulary';
import type { Incident } from '../../../domain/incident/incident';
import type { Source } from '../../../domain/incident/vocabulary';
import { type Inside, nameOf } from '../frame';
import { referenceOf } from '../rowWords';
import type { Question } from '../forms/question';

const ORIGIN: Record<Source, CaseOrigin> = {
  person: 'own',
  tool: 'own',
  subProcessor: 'processor',
  thirdParty: 'thirdParty',
  authority: 'authority',
};

/** The incident of our own journal from which a case is opened; null for none, and where this reader may read none. */
export async function signalFor(ctx: Context, incidentId: string | undefined): Promise<Incident | null> {
  if (incidentId === undefined || incidentId === '') return null;
  const read = await readIncident({ ctx, input: { incidentId } });
  return read.ok ? read.value : null;
}

/** What a signal has said already, by the question that asks it: shown filled in, and a person may say it otherwise. */
export function startsFrom(incident: Incident, names: Inside['names']): Readonly<Record<string, string>> {
  const { report, clock } = incident;
  return {
    incidentId: incident.id,
    origin: ORIGIN[report.source],
    from: report.declarantName ?? nameOf(names, { id: report.byId }),
    ...(report.alertedDay === undefined && { receivedAt: report.alertedAt }), // of a day alone the hour is not known
    text: report.text ?? '',
    nature: clock.nature.join(','),
    ...(clock.status === 'confirmed' && { certain: 'yes' }),
  };
}

/** Which incident it is of; left out where it is of none. */
export const ofIncident = (incident: Incident): Question => ({
  name: 'incidentId',
  kind: 'select',
  label: { key: 'caseAsk.ofIncident' },
  hint: { key: 'caseAsk.ofIncidentHint' },
  options: [
    { value: incident.id, label: referenceOf(incident) },
    { value: '', label: { key: 'ask.optionalEmpty' } },
  ],
  optional: true,
});
