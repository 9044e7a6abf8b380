import { contactsOf } from '../agreement/contacts';
import type { Agreement } from '../agreement/fold';
import { newestSigned, timelineOf } from '../agreement/versions';
import { type Facts, factsFor, type Incident } from '../incident/incident';
import { type SubNotice, subNoticesFor } from '../incident/subNotice';
import type { ProcessingRole } from '../incident/vocabulary';
import type { Notice } from '../notice/fold';

/** An agreement as a register names it. */
export type Contract = {
  agreementId: string;
  reference: string;
  /** Null once the annex is erased. */
  controller: string | null;
  processor: string | null;
  service: string | null;
  contactName(contactId: string): string;
};

/** What is known, and of whose data: null where it is said of all that the row may show. */
export type SaidFacts = { controller: string | null; facts: Facts };

/** What one controller may see of an incident: nothing in here names, counts or describes another one's data. */
export type IncidentPart = {
  references: readonly string[];
  role: ProcessingRole | null;
  dates: Pick<Incident['report'], 'alertedAt' | 'alertedDay'> & Pick<Incident['clock'], 'awareAt' | 'detectedAt'>;
  clock: Pick<Incident['clock'], 'nature' | 'status'>;
  kind: NonNullable<Incident['declared']>['kind'] | null;
  facts: readonly SaidFacts[];
  contracts: readonly Contract[];
  measures: Incident['measures'];
  subNotices: readonly SubNotice[];
  notices: readonly Notice[];
  closedAt: string | null;
};

/** The whole incident, for our own register. */
export type HouseIncident = IncidentPart & { incident: Incident; personName(id: string): string };

/** How an agreement is named in a row: by its newest version; a contact, by the newest that names it. */
export function contractOf(agreement: Agreement): Contract {
  const document = newestSigned(agreement)?.document ?? null;
  const contacts = timelineOf(agreement)
    .toReversed()
    .flatMap(({ version }) => contactsOf(version));
  return {
    agreementId: agreement.id,
    reference: agreement.reference,
    controller: document?.controller.name ?? null,
    processor: document?.processor.name ?? null,
    service: document?.processing.service ?? null,
    contactName: (contactId) => contacts.find(({ id }) => id === contactId)?.name ?? contactId,
  };
}

export const contractIn = (contracts: readonly Contract[], agreementId: string): Contract | undefined =>
  contracts.find((one) => one.agreementId === agreementId);

type Around = { notices: readonly Notice[]; contracts: readonly Contract[] };

/** Our own view: every controller's part, each beside its name. */
export function houseIncident(
  incident: Incident,
  { notices, contracts, personName }: Around & Pick<HouseIncident, 'personName'>,
): HouseIncident {
  const { signal, incident: reference } = incident.reference;
  const parts = Object.entries(incident.facts.byAgreement).map(([agreementId, facts]) => {
    const contract = contracts.find((one) => one.agreementId === agreementId);
    return { controller: contract?.controller ?? contract?.reference ?? agreementId, facts };
  });
  return {
    ...shared(incident),
    references: [...(reference === null ? [] : [reference]), signal],
    role: roleIn(incident),
    facts: [{ controller: null, facts: incident.facts.common }, ...parts],
    contracts,
    measures: incident.measures,
    subNotices: incident.subNotices,
    notices,
    incident,
    personName,
  };
}

/**
 * The part of one contract. A running number would tell how busy others are, so it goes by the references of its notices;
 * free text of the common part may name another controller, so it stays out (as in letters and extracts).
 */
export function contractPart(incident: Incident, { notices, contracts }: Around, agreementId: string): IncidentPart {
  const own = notices.filter(({ opened }) => opened.agreementId === agreementId);
  return {
    ...shared(incident),
    references: own.map(({ opened }) => opened.reference),
    role: incident.touched.find((one) => one.agreementId === agreementId)?.role ?? null,
    facts: [{ controller: null, facts: factsFor(incident, agreementId) }],
    contracts: contracts.filter((one) => one.agreementId === agreementId),
    measures: incident.measures.filter((one) => one.agreementId === agreementId),
    subNotices: subNoticesFor(incident, agreementId),
    notices: own,
  };
}

const shared = ({ report, clock, declared, closed }: Incident) => ({
  dates: {
    alertedAt: report.alertedAt,
    ...(report.alertedDay !== undefined && { alertedDay: report.alertedDay }),
    awareAt: clock.awareAt,
    detectedAt: clock.detectedAt,
  },
  clock: { nature: clock.nature, status: clock.status },
  kind: declared?.kind ?? null,
  closedAt: closed?.at ?? null,
});

/** Our part in what is touched, over all contracts; null while nothing is known to be touched. */
export function roleIn({ touched, ownProcessing }: Pick<Incident, 'touched' | 'ownProcessing'>): ProcessingRole | null {
  const roles = [...new Set([...touched.map(({ role }) => role), ...(ownProcessing ? (['controller'] as const) : [])])];
  return roles.length > 1 ? 'both' : (roles[0] ?? null);
}
