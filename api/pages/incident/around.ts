import { allAgreements } from '../../../application/agreement/allAgreements';
import type { Terms } from '../../../domain/agreement/terms';
import { elsewhereOf } from '../../../application/incident/elsewhere';
import { DEFAULT_ZONE } from '../../../application/organisation/zoneOf';
import { newestSigned } from '../../../domain/agreement/versions';
import { processorDue } from '../../../domain/deadline/breachClock';
import { paceOf, pacedTerms } from '../../../domain/deadline/pace';
import { suspect } from '../../../domain/incident/clock';
import { presumedT0 } from '../../../domain/incident/decideBreach';
import { firmKey } from '../../../domain/party/firmKey';
import type { Incident } from '../../../domain/incident/incident';
import { momentWords } from '../../../templates/pages/frame/moment';
import type { MemberFrame } from '../../../templates/pages/frame/frame';
import type { Said } from '../../../templates/pages/words/word';
import { type Inside, nameOf } from '../frame';
import { limitWords } from '../limitWords';
import { regimeIn } from '../regimes/regimeIn';
import type { Around } from './formKit';

/** Every agreement with the newest version that both sides have signed. */
export async function signedAgreements(ctx: Inside['ctx']) {
  const agreements = await allAgreements(ctx);
  return agreements.map((agreement) => ({ agreement, version: newestSigned(agreement) }));
}

/** Agreements that a breach may touch, by name of the controller. */
export const agreementOptions = (signed: Awaited<ReturnType<typeof signedAgreements>>): Around['agreements'] =>
  signed.map(({ agreement, version }) => ({
    value: agreement.id,
    label: version?.document?.controller.name ?? agreement.reference,
    hint: agreement.reference,
  }));

/** Sub-processors that the contracts in force name, each once, by name. */
export const firmsOf = (signed: Awaited<ReturnType<typeof signedAgreements>>): string[] => {
  const names = signed.flatMap(({ version }) => (version?.document?.subProcessors ?? []).map(({ name }) => name));
  return [...new Map(names.map((name) => [firmKey(name), name])).values()].toSorted((a, b) => a.localeCompare(b, 'fr'));
};

/** What the forms of an incident are made from. */
export async function aroundOf(
  { ctx, names, frame }: Pick<Inside, 'ctx' | 'names'> & Partial<Pick<Inside, 'frame'>>,
  incident: Incident,
  { params = {}, kind }: { params?: Readonly<Record<string, string>>; kind?: string } = {},
): Promise<Around> {
  const { orgId, ports } = ctx;
  const [organisation, signed] = await Promise.all([
    ports.projections.read(orgId, 'organisation', orgId),
    signedAgreements(ctx),
  ]);
  const members = (organisation?.members ?? []).filter(({ until }) => until === null);
  const ofSigned = (say: (terms: Terms) => Said | null): Map<string, Said> =>
    new Map(
      signed.flatMap(({ agreement: { id }, version }) => {
        const said = version === null ? null : say(version.terms);
        return said === null ? [] : [[id, said] as const];
      }),
    );
  return {
    incident,
    agreements: agreementOptions(signed),
    firms: firmsOf(signed),
    limits: ofSigned(limitWords),
    ends: ofSigned((terms) => (frame === undefined ? null : endWords(incident, terms, frame))),
    people: members.map(({ personId }) => ({ value: personId, label: nameOf(names, { id: personId }) })),
    zone: organisation?.timeZone ?? DEFAULT_ZONE,
    language: frame?.language ?? 'fr',
    now: ports.now(),
    regime: regimeIn(params),
    elsewhere: kind?.startsWith('regime.') === true ? await elsewhereOf(ctx, incident) : null,
  };
}

/** Where the limit of a suspicion would end, said before anybody records it. */
function endWords(incident: Incident, terms: Terms, frame: MemberFrame): Said | null {
  const clock = suspect(incident.clock, { t0: presumedT0(incident), nature: [] }, frame.now);
  const due = processorDue(clock, pacedTerms(terms, paceOf(incident.report)));
  if (due === null) return null;
  const isPast = Date.parse(due.dueAt) <= Date.parse(frame.now);
  return { key: isPast ? 'limit.past' : 'limit.ends', values: { at: momentWords(due.dueAt, frame, 'end') } };
}
