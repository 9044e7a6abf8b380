import { authorityName } from '../../domain/authority/authorities';
import type { ControllerCase } from '../../domain/controllerCase/case';
import type { Incident } from '../../domain/incident/incident';
import type { Notice } from '../../domain/notice/fold';
import type { Cell } from '../../domain/register/cell';
import { cellsOfCase, cellsOfIncident, cellsOfPart } from '../../domain/register/columns';
import type { NoticeFact, SubjectFact } from '../../domain/register/facts';
import type { RowFact } from '../../domain/register/filter';
import { type Contract, contractOf, contractPart, houseIncident } from '../../domain/register/incidentPart';
import type { Context } from '../ports/ports';

export type RegisterRow = Pick<RowFact, 'kind' | 'id'> & { cells: readonly Cell[] };

/** Subjects read in one go: what is in memory at once, however long the register is. */
const CHUNK = 50;

type Asked = { facts: readonly SubjectFact[]; rows: readonly RowFact[]; agreementId: string | null };

/** The rows of these facts, one after the other. `agreementId`: only what is of that contract (invariant 8). */
export async function* registerRows(ctx: Context, { facts, rows, agreementId }: Asked): AsyncGenerator<RegisterRow> {
  const { orgId, ports } = ctx;
  const { projections } = ports;
  const names = await ports.people.names(orgId);
  const personName = (id: string) => names.get(id)?.name ?? id;
  const contractsOf = contractReader(ctx);
  const noticesAbout = byIncident(facts);
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK);
    const idsOf = (kind: RowFact['kind']) => chunk.flatMap((one) => (one.kind === kind ? [one.id] : []));
    const incidents = await projections.readAll(orgId, 'incident', idsOf('incident'));
    const cases = await projections.readAll(orgId, 'controllerCase', idsOf('controllerCase'));
    const about = incidents.flatMap(({ id }) => noticesAbout.get(id) ?? []);
    const notices = await projections.readAll(orgId, 'notice', about);
    const contracts = await contractsOf(agreementsNamed(incidents, notices, cases));
    for (const { kind, id } of chunk) {
      const incident = kind === 'incident' ? incidents.find((one) => one.id === id) : undefined;
      const one = kind === 'controllerCase' ? cases.find((other) => other.id === id) : undefined;
      if (incident !== undefined) yield { kind, id, cells: cellsFor(incident) };
      if (one !== undefined) {
        const contract = contracts.find(({ agreementId: of }) => of === one.opened.agreementId) ?? null;
        yield { kind, id, cells: cellsOfCase({ one, contract, personName, authorityName }) };
      }
    }

    function cellsFor(incident: Incident): Cell[] {
      const own = notices.filter(({ opened }) => opened.incidentId === incident.id);
      const touched = contracts.filter((contract) => isTouched(incident, own, contract));
      const around = { notices: own, contracts: touched };
      if (agreementId !== null) return cellsOfPart(contractPart(incident, around, agreementId));
      return cellsOfIncident(houseIncident(incident, { ...around, personName }));
    }
  }
}

const isTouched = (incident: Incident, notices: readonly Notice[], { agreementId }: Contract): boolean =>
  incident.touched.some((one) => one.agreementId === agreementId) ||
  notices.some(({ opened }) => opened.agreementId === agreementId);

/** Ids of the notices about each incident, oldest first. */
function byIncident(facts: readonly SubjectFact[]): Map<string, string[]> {
  const notices = facts.filter((fact): fact is NoticeFact => fact.kind === 'notice').toSorted((a, b) => a.seq - b.seq);
  const found = new Map<string, string[]>();
  for (const { incidentId, id } of notices) found.set(incidentId, [...(found.get(incidentId) ?? []), id]);
  return found;
}

/** Each agreement that these name, once. */
const agreementsNamed = (
  incidents: readonly Incident[],
  notices: readonly Notice[],
  cases: readonly ControllerCase[],
): string[] => [
  ...new Set([
    ...incidents.flatMap(({ touched }) => touched.map(({ agreementId }) => agreementId)),
    ...notices.map(({ opened }) => opened.agreementId),
    ...cases.flatMap(({ opened }) => opened.agreementId ?? []),
  ]),
];

/** Each agreement is read once in the life of one register. */
function contractReader({ orgId, ports }: Context) {
  const known = new Map<string, Contract>();
  return async (ids: readonly string[]): Promise<Contract[]> => {
    const missing = ids.filter((id) => !known.has(id));
    for (const agreement of await ports.projections.readAll(orgId, 'agreement', missing)) {
      known.set(agreement.id, contractOf(agreement));
    }
    return ids.flatMap((id) => known.get(id) ?? []);
  };
}
