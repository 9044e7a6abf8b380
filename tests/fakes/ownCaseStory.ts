import { approve } from '../../domain/approval/propose';
import type { ControllerCase } from '../../domain/controllerCase/case';
import type { CaseCommand } from '../../domain/controllerCase/commands';
import { type AroundCase, decideCase } from '../../domain/controllerCase/decide';
import type { CaseEvent } from '../../domain/controllerCase/events';
import { toFollow } from '../../domain/controllerCase/follow';
import { foldCase } from '../../domain/controllerCase/fold';
import { usualTerms } from '../../domain/controllerCase/processor';
import { quorumIn } from '../../domain/controllerCase/quorum';
import { entriesOf } from './caseEntries';
import { commands as said, createStory, NOW, people } from './incidentStory';
import { PARIS } from './places';

type Actor = { id: string; roles: AroundCase['roles'] };

/** An incident that touches our own processing and nobody else's, and the case that follows it, each act an entry. */
export function createOwnStory() {
  const incident = createStory();
  const written: { event: CaseEvent; by?: string; at?: string }[] = [];
  const state = (): ControllerCase => {
    const one = foldCase(entriesOf(written));
    if (one === null) throw new Error('no case');
    return one;
  };
  const aroundOf = ({ id, roles }: Actor): AroundCase => ({
    actorId: id,
    isPerson: true,
    sameHand: new Set(),
    roles,
    now: new Date(NOW),
    newId: `id-${written.length}`,
    authorityIds: new Set(['cnil']),
    answering: usualTerms(PARIS),
    list: null,
    isRelaySet: true,
    isInside: false,
  });
  const put = (event: CaseEvent, by = 'engine') => void written.push({ event, by, at: NOW });
  const act = (command: CaseCommand, by: Actor = people.dpo) => {
    const decided = decideCase(state(), command, aroundOf(by));
    if (!decided.ok) throw new Error(JSON.stringify(decided.error));
    put(decided.value, by.id);
  };
  return {
    incident,
    state,
    put,
    act,
    yes(by: Actor) {
      const one = state();
      const given = approve(one, one.approvals.at(-1)?.requestId ?? '', aroundOf(by), quorumIn(one));
      if (!given.ok) throw new Error(JSON.stringify(given.error));
      put(given.value, by.id);
    },
    /** The relay's part. @returns what it wrote */
    follow(): CaseEvent['type'][] {
      const events = toFollow(written.length === 0 ? null : state(), incident.state());
      const [first] = events;
      if (written.length === 0 && first?.type === 'case.followed') put(openedBy(first.values));
      for (const event of events) put(event);
      return events.map(({ type }) => type);
    },
  };
}

function openedBy({ t0, nature, status }: { t0: string; nature: readonly string[]; status: string }): CaseEvent {
  const told = { kind: 'notice' as const, receivedAt: t0, reference: null, version: null, envelopeHash: null };
  const place = { agreementId: null, lawProfile: 'EU-2025-01-17', zone: 'Europe/Paris', exercise: false, source: null };
  const words = { from: 'INC-2026-3', text: 'fictif', origin: 'own' as const, incidentId: 'i1', knownAt: null };
  const values = { ...told, ...place, ...words, certain: status === 'confirmed', nature: [...nature] };
  return { type: 'case.opened', values } as CaseEvent;
}

/** Commands of an incident that touches our own processing alone. */
export const ours = {
  suspect: { ...said['breach.suspect'], touched: [], ownProcessing: true },
  aware: { ...said['aware.set'], touched: [], ownProcessing: true },
};

/** Declared, nothing said of personal data yet. */
export function declared() {
  const story = createOwnStory();
  story.incident.act(said['triage.start']);
  story.incident.act(said['incident.declare']);
  return story;
}

/** A breach, known at 20:00, whose case has been opened. */
export function known() {
  const story = declared();
  story.incident.act(ours.aware);
  story.follow();
  return story;
}
