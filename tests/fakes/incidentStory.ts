import type { Around } from '../../domain/incident/around';
import type { CommandOf, IncidentCommand } from '../../domain/incident/commands';
import { everyTrigger } from '../../domain/incident/clock';
import { decide } from '../../domain/incident/decide';
import { foldIncident } from '../../domain/incident/fold';
import type { Incident } from '../../domain/incident/incident';
import { approve } from '../../domain/incident/propose';
import type { Stage } from '../../domain/incident/transitions';
import type { IncidentEvent } from '../../domain/incident/events';
import { RegimeId } from '../../domain/regime/vocabulary';
import type { Result } from '../../domain/shared/errors';
import type { Role } from '../../domain/shared/roles';
import { entriesOf, reportedEvent } from './incidentEntries';
import { PARIS } from './places';

/** Domain rules 3.3, row K6: detected at 08:00, aware at 20:00. */
export const DETECTED = '2026-05-13T08:00:00.000Z';
export const AWARE = '2026-05-13T20:00:00.000Z';
export const NOW = '2026-05-13T21:00:00.000Z';

type Actor = { id: string; roles: Role[] };
export const people = {
  oncall: { id: 'p-oncall', roles: ['O'] },
  manager: { id: 'p-manager', roles: ['IM'] },
  dpo: { id: 'p-dpo', roles: ['DPO'] },
  director: { id: 'p-director', roles: ['DIR'] },
} satisfies Record<string, Actor>;

export const aroundOf = ({ id, roles }: Actor, more: Partial<Around> = {}): Around => ({
  actorId: id,
  isPerson: true,
  sameHand: new Set(),
  roles,
  now: new Date(NOW),
  newId: 'new-id',
  agreementIds: new Set(['g1', 'g2']),
  triggers: everyTrigger,
  personIds: new Set(['p-manager']),
  openNotices: 0,
  place: PARIS,
  openCase: null,
  firms: { own: ['Atelier Fictif'], clients: [] },
  ...more,
});

const one = [{ agreementId: 'g1', role: 'processor' as const }];
const breakGlassReason = null;

/** One good example of each command. */
export const commands: { [K in IncidentCommand['kind']]: CommandOf<K> } = {
  'triage.start': { kind: 'triage.start', firstFacts: null },
  'event.dismiss': { kind: 'event.dismiss', personalDataOnSystem: false, reason: 'fausse alerte', breakGlassReason },
  'event.reopen': { kind: 'event.reopen', reason: 'nouveau fait' },
  'investigation.justify': { kind: 'investigation.justify', reason: 'analyse des journaux en cours' },
  'incident.declare': {
    kind: 'incident.declare',
    incidentKind: 'dataLeak',
    severity: 'high',
    harmed: 'security',
    leadId: 'p-manager',
    possibleCrime: 'no',
    basis: 'fichier parti au mauvais destinataire',
  },
  'incident.tell': { kind: 'incident.tell', touched: one, text: 'un serveur partagé est touché' },
  'breach.suspect': {
    kind: 'breach.suspect',
    t0: null,
    nature: ['confidentiality'],
    touched: one,
    ownProcessing: false,
    basis: 'le fichier tient des coordonnées',
  },
  'breach.extend': {
    kind: 'breach.extend',
    t0: null,
    touched: [{ agreementId: 'g2', role: 'processor' }],
    ownProcessing: false,
    basis: 'un second onglet',
  },
  'aware.set': {
    kind: 'aware.set',
    awareAt: AWARE,
    detectedAt: DETECTED,
    nature: ['confidentiality'],
    touched: one,
    ownProcessing: false,
    why: 'le destinataire confirme',
    gapReason: 'personne ne répondait',
  },
  'aware.correct': {
    kind: 'aware.correct',
    awareAt: '2026-05-13T19:00:00.000Z',
    detectedAt: DETECTED,
    nature: ['confidentiality'],
    reason: 'le premier appel était à 19 h UTC',
    breakGlassReason,
  },
  'subNotice.acknowledge': { kind: 'subNotice.acknowledge', subNoticeId: 's1', name: 'Sam', function: 'Astreinte' },
  'subNotice.receive': {
    kind: 'subNotice.receive',
    chain: ['Hébergeur Fictif'],
    toldBy: 'Sam Fictif, astreinte',
    email: 'astreinte@hebergeur.example',
    phone: null,
    reference: 'HF-88',
    receivedAt: '2026-05-13T20:30:00.000Z',
    certain: true,
    nature: ['confidentiality'],
    touched: one,
    ownProcessing: false,
    text: 'une sauvegarde a été lue par un tiers',
    items: {
      a: 'une sauvegarde a été lue',
      b: null,
      c: 'coordonnées de locataires',
      d: null,
      e: null,
      persons: 400,
      records: null,
    },
  },
  'clock.release': { kind: 'clock.release', reason: 'la détection n’était qu’un doute' },
  'breach.ruleOut': { kind: 'breach.ruleOut', evidenceRefs: ['EV-1'], reason: 'données fictives' },
  'measure.add': {
    kind: 'measure.add',
    measureKind: 'contain',
    status: 'taken',
    at: '2026-05-13T08:05:00.000Z',
    agreementId: null,
    what: 'compte fermé',
    owner: 'Astreinte',
    recoveredData: null,
  },
  'facts.record': { kind: 'facts.record', agreementId: null, cause: 'internal-accidental', origin: 'wrong-recipient' },
  'note.add': { kind: 'note.add', class: 'general', text: 'appel noté' },
  'regime.concern': { kind: 'regime.concern', regime: 'nis2', triggerAt: AWARE, reason: 'service arrêté', facts: {} },
  'regime.exclude': { kind: 'regime.exclude', regimes: RegimeId.options, reason: 'aucun ne vise un atelier' },
  'regime.record': {
    kind: 'regime.record',
    regime: 'nis2',
    stage: 'earlyWarning',
    sentAt: NOW,
    receipt: 'CERT-1',
    delayText: null,
  },
  'law.move': { kind: 'law.move', regime: 'ukTelecom', profileId: 'UK-2025-08-20', reason: 'la loi a changé' },
  'incident.close': { kind: 'incident.close', consequences: ['disclosure'], holdsDecided: true, lessons: 'relire' },
  'incident.reopen': { kind: 'incident.reopen', reason: 'un second envoi' },
  'breakGlass.review': { kind: 'breakGlass.review', breakGlassSeq: 3, verdict: 'confirmed', remark: null },
};

/** An incident that people act on, each act an entry. A refusal throws, unless asked for by `try`. */
export function createStory(start = reportedEvent) {
  const written: { event: IncidentEvent; by?: string; at?: string }[] = [{ event: start }];
  const state = (): Incident => {
    const incident = foldIncident(entriesOf(written));
    if (incident === null) throw new Error('nothing was told');
    return incident;
  };
  const settle = (decided: Result<IncidentEvent>, by: Actor, now?: Date) => {
    if (decided.ok) written.push({ event: decided.value, by: by.id, ...(now && { at: now.toISOString() }) });
    return decided;
  };
  const attempt = (command: IncidentCommand, by: Actor = people.manager, more: Partial<Around> = {}) =>
    settle(decide(state(), command, aroundOf(by, { newId: `id-${written.length}`, ...more })), by, more.now);
  const yes = (by: Actor, more: Partial<Around> = {}, requestId = state().approvals.at(-1)?.requestId ?? '') =>
    settle(approve(state(), { requestId }, aroundOf(by, more)), by, more.now);
  const act = (command: IncidentCommand, by?: Actor, more?: Partial<Around>) => {
    const decided = attempt(command, by, more);
    if (!decided.ok) throw new Error(JSON.stringify(decided.error));
    return state();
  };
  return { state, try: attempt, act, yes, entries: () => entriesOf(written) };
}

/** Commands that lead to each stage from the signal. */
const ways: Record<Stage, IncidentCommand['kind'][]> = {
  EVENT_NEW: [],
  TRIAGE: ['triage.start'],
  EVENT_CLOSED: ['triage.start', 'event.dismiss'],
  INCIDENT: ['triage.start', 'incident.declare'],
  BREACH_SUSPECTED: ['triage.start', 'incident.declare', 'breach.suspect'],
  BREACH: ['triage.start', 'incident.declare', 'aware.set'],
  CLOSED: ['triage.start', 'incident.declare', 'regime.exclude', 'incident.close'],
};

export function storyAt(stage: Stage) {
  const story = createStory();
  for (const kind of ways[stage]) story.act(commands[kind]);
  return story;
}
