import type { Incident } from '../../domain/incident/incident';
import type { FollowUpStep } from '../../domain/incident/workValues';
import type { Head } from '../../domain/letters/head';
import type { ReminderLetter } from '../../domain/letters/inside';
import { zoneOf } from '../organisation/zoneOf';
import type { Context } from '../ports/ports';
import { plainHead } from '../organisation/plainHead';

type Language = 'fr' | 'en';
type Call = { name: string; phone: string };

const sources: Record<Language, Record<Incident['report']['source'], string>> = {
  fr: {
    person: 'une personne',
    tool: 'un outil de détection',
    subProcessor: 'un sous-traitant ultérieur',
    thirdParty: 'un tiers',
    authority: 'une autorité',
  },
  en: {
    person: 'a person',
    tool: 'a detection tool',
    subProcessor: 'a sub-processor',
    thirdParty: 'a third party',
    authority: 'an authority',
  },
};
const erased: Record<Language, string> = { fr: '(texte effacé)', en: '(text erased)' };

export const sourceIn = ({ report }: Incident, language: Language): string => sources[language][report.source];
export const textIn = ({ report }: Incident, language: Language): string => report.text ?? erased[language];

/** What every letter about an incident says of itself; hours are written in the organisation's zone. */
export async function headOf({ orgId, ports }: Context, incident: Incident): Promise<Head> {
  const organisation = await ports.projections.read(orgId, 'organisation', orgId);
  const head = plainHead({
    reference: incident.reference.incident ?? incident.reference.signal,
    zone: await zoneOf({ orgId, ports }),
    sender: organisation?.name ?? 'Vigie',
    now: ports.now(),
  });
  return { ...head, exercise: incident.report.exercise };
}

export const incidentPage = ({ orgId, ports }: Context, { id }: Incident): string =>
  `${ports.settings.publicUrl}/o/${orgId}/incidents/${id}`;

/** Whom to telephone in the organisation. */
export async function callsOf({ orgId, ports }: Context): Promise<Call[]> {
  const people = await ports.people.withRoles(orgId, ['O', 'IM']);
  return people.flatMap(({ name, phone }) => (phone === null ? [] : [{ name, phone }]));
}

/** What a step asks for. The receipt and the alert are letters of their own. */
export function taskOf(step: Exclude<FollowUpStep, 'receipt' | 'alert'>): Pick<ReminderLetter, 'task' | 'percent'> {
  switch (step) {
    case 'triage4h':
      return { task: 'triage', percent: 50 };
    case 'triage8h':
      return { task: 'triage', percent: 100 };
    case 'investigation12h':
      return { task: 'investigate', percent: 50 };
    case 'investigation24h':
    case 'investigation48h':
      return { task: 'decideBreach', percent: 100 };
    case 'subNotice':
      return { task: 'readSubNotice', percent: null };
    case 'whom25':
    case 'whom50':
    case 'whom75':
    case 'whom90':
    case 'whom100':
      return { task: 'sayWhomItTouches', percent: Number(step.slice('whom'.length)) };
    case 'breakGlassReview':
      return { task: 'reviewBreakGlass', percent: null };
  }
}
