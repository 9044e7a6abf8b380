import { scoreExample } from '../api/rest/cases/riskExample';
import { CaseCommand, OpenCase } from '../domain/controllerCase/commands';
import { decideCase, decideOpening } from '../domain/controllerCase/decide';
import type { CaseEvent } from '../domain/controllerCase/events';
import { foldCase } from '../domain/controllerCase/fold';
import { placeOf } from '../domain/controllerCase/place';
import { usualTerms } from '../domain/controllerCase/processor';
import type { Entry } from '../domain/journal/entry';
import { RegimeId } from '../domain/regime/vocabulary';
import type { Result } from '../domain/shared/errors';

const ZONE = 'Europe/Paris';
/** So many cases for one that is qualified and not decided yet. */
const ONE_WAITS_OF = 5;

/** How the case of a controller is opened that a processor has told. `at`: UTC. */
export function openingOf(n: number, at: string): CaseEvent {
  const opening = OpenCase.parse({
    origin: 'processor',
    receivedAt: at,
    reference: `AV-P${n}`,
    version: 1,
    from: 'Prestataire d’enquêtes',
    text: 'Un classeur a été envoyé à un tiers.',
    certain: true,
    nature: ['confidentiality'],
  });
  return taken(decideOpening(opening, { now: new Date(at), hasAgreement: true, hasIncident: true, zone: ZONE }));
}

/**
 * One case as its people would have acted on it: opened, qualified, recorded, scored, decided, filed, and its persons told.
 * Each act is decided by the domain on the state before it. `put` writes an event as an entry.
 */
export function writeCase(n: number, at: string, put: (event: CaseEvent) => Entry): void {
  let one = foldCase([put(openingOf(n, at))]);
  for (const [index, act] of actsOf(n, at).entries()) {
    if (one === null) throw new Error('nothing was opened');
    const around = {
      actorId: 'bench',
      isPerson: true,
      sameHand: new Set<string>(),
      roles: ['DIR', 'DPO', 'IM'] as const,
      now: new Date(at),
      newId: `c${n}-${index}`,
      authorityIds: new Set(['cnil']),
      answering: usualTerms(placeOf(one.opened)),
      list: null,
      isRelaySet: true,
      isInside: false,
    };
    one = foldCase([put(taken(decideCase(one, CaseCommand.parse(act), around)))], one);
  }
}

function actsOf(n: number, at: string): object[] {
  const qualified = [
    { kind: 'qualify', awareAt: null, nature: ['confidentiality'], reason: 'bench' },
    { kind: 'processor.acknowledge', version: 1, acknowledgedAt: at, name: 'Robin Exemple', function: 'DPO' },
    { kind: 'record.change', change: { ...known, persons: { amount: 'approx', count: n } } },
  ];
  if (n % ONE_WAITS_OF === 0) return qualified;
  return [
    ...qualified,
    { kind: 'risk.score', score: scoreExample.score, findings: scoreExample.findings },
    decision,
    { ...filing, sentAt: at, receiptNumber: `FR-${n}` },
    {
      kind: 'persons.draft',
      fr: 'Un classeur a été envoyé.',
      en: null,
      measuresFr: 'Il est repris.',
      measuresEn: null,
    },
    { kind: 'persons.tell', toldAt: at, means: 'email', told: n, concerned: n, bounced: 0, listId: null, proof: null },
    { kind: 'regime.exclude', regimes: RegimeId.options, reason: 'aucun ne nous vise' },
  ];
}

const known = {
  sector: 'O',
  origins: ['wrong-recipient'],
  causes: ['internal-accidental'],
  data: ['contact-details', 'financial-or-economic'],
  sensitive: [],
  personCategories: ['users'],
  description: 'Un classeur est parti chez un tiers ; il a été rappelé le jour même. '.repeat(8).trim(),
};

const decision = {
  kind: 'risk.decide',
  risk: 'high',
  doubt: false,
  conclusion33: 'notify',
  conclusion34: 'tell',
  likelihood: null,
  exemption34: null,
  mandate: null,
  noAdviceReason: 'bench',
  againstAdviceReason: null,
  facts: 'bench',
  safeguards: 'bench',
  likelyImpact: 'bench',
  divergenceReason: null,
};

const filing = {
  kind: 'authority.file',
  authorityId: 'cnil',
  type: 'initial',
  final: false,
  copyHash: null,
  delayReasons: [],
  delayText: null,
  bundledWith: [],
};

function taken<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`bench: ${JSON.stringify(result.error)}`);
}
