import { type Facts, factsFor, type Incident } from '../../domain/incident/incident';
import { type Draft, type ItemName, itemNames } from '../../domain/notice/items';
import { type Client, clientsIn, nobody } from '../../domain/agreement/otherClients';
import { type NamedClient, namedIn, type Texts, textsOf } from '../../domain/notice/noticeTexts';
import type { Clients } from '../agreement/clientsOf';
import { measuresOf } from './consultedMeasures';
import type { FullCase } from './readCase';

type Around = { own: Client; others: Client[] };

export function aroundOf(clients: Clients, { notice }: FullCase): Around {
  const { partyId } = notice.opened;
  const own = clients.get(partyId) ?? nobody(partyId);
  return { own, others: [...clients.values()].filter((one) => one !== own) };
}

/** Which other clients of ours these texts name, one by one, and what the letter says with them. */
export function othersNamed(clients: Clients, fullCase: FullCase, texts: Texts): NamedClient[] {
  const { own, others } = aroundOf(clients, fullCase);
  const found = namedIn([...textsOf(texts), ...saidWith(fullCase, texts)], own, others);
  return found.filter(
    ({ item, name }, index) => found.findIndex((one) => one.item === item && one.name === name) === index,
  );
}

/** Item a has the systems concerned, and item e the measures: written by somebody else, maybe, and elsewhere. */
function saidWith(fullCase: FullCase, { a, e }: Texts): { item: ItemName; text: string }[] {
  const { incident, notice } = fullCase;
  const systems = a == null ? [] : (factsFor(incident, notice.opened.agreementId).systems ?? []);
  const measures = e?.answer === 'value' ? Object.values(measuresOf(fullCase)).flat() : [];
  return [
    ...systems.map((text) => ({ item: 'a' as const, text })),
    ...measures.flatMap(({ what, by }) => [what, by ?? ''].map((text) => ({ item: 'e' as const, text }))),
  ];
}

/** A case as what leaves by itself is made of it; `held`: items of the draft that are not in it. */
export type Freed = { fullCase: FullCase; held: ItemName[] };

/**
 * The case without any free text that names another client: what leaves by itself, which nobody reads before, is made of
 * it. What is left out follows later, by a person, who is told (architecture section 3b).
 */
export function namingNobodyElse(clients: Clients, fullCase: FullCase): Freed {
  const { own, others } = aroundOf(clients, fullCase);
  const isFree = (text: string | null) => text === null || clientsIn(text, own, others).length === 0;
  const { notice, incident, subNotices } = fullCase;
  const named = new Set<string>(textsOf(notice.draft).flatMap(({ item, text }) => (isFree(text) ? [] : [item])));
  const draft = Object.fromEntries(
    Object.entries(notice.draft).map(([item, said]) => [item, named.has(item) ? null : said]),
  ) as Draft;
  const freed = subNotices.map((told) => {
    if (told.items === null) return told;
    const { a, b, c, d, e, ...counted } = told.items;
    const free = (text: string | null) => (isFree(text) ? text : null);
    return { ...told, items: { a: free(a), b: free(b), c: free(c), d: free(d), e: free(e), ...counted } };
  });
  const measures = incident.measures.filter(({ what, owner }) => isFree(what) && isFree(owner));
  const held = itemNames.filter((item) => named.has(item));
  const facts = withFreeSystems(incident.facts, isFree);
  const free = {
    ...fullCase,
    notice: { ...notice, draft },
    incident: { ...incident, measures, facts },
    subNotices: freed,
  };
  return { fullCase: free, held };
}

function withFreeSystems({ common, byAgreement }: Incident['facts'], isFree: (text: string) => boolean) {
  const freed = (facts: Facts): Facts =>
    facts.systems === undefined || facts.systems === null ? facts : { ...facts, systems: facts.systems.filter(isFree) };
  const parts = Object.entries(byAgreement).map(([id, facts]) => [id, freed(facts)] as const);
  return { common: freed(common), byAgreement: Object.fromEntries(parts) };
}
