import { approve } from '../../domain/approval/propose';
import type { ControllerCase } from '../../domain/controllerCase/case';
import { type CaseCommand, type CaseCommandOf, OpenCase } from '../../domain/controllerCase/commands';
import { type AroundCase, decideCase } from '../../domain/controllerCase/decide';
import type { CaseEvent } from '../../domain/controllerCase/events';
import { quorumIn } from '../../domain/controllerCase/quorum';
import { foldCase } from '../../domain/controllerCase/fold';
import { placeOf } from '../../domain/controllerCase/place';
import { usualTerms } from '../../domain/controllerCase/processor';
import type { ListFacts } from '../../domain/controllerCase/recipients';
import { RegimeId } from '../../domain/regime/vocabulary';
import type { CaseStage } from '../../domain/controllerCase/transitions';
import type { Entry } from '../../domain/journal/entry';
import type { Result } from '../../domain/shared/errors';
import { entriesOf } from './caseEntries';
import { openedAt, type Where } from './openedCase';
import { data, found, scored } from './edpbCases';
import { people } from './incidentStory';
import { RecordNeed } from '../../domain/controllerCase/recordRegion';
import { excusing } from './excusing';
import { personsCommands } from './personsCommands';
import { NOW, processorCommands } from './processorCommands';

/** Domain rules 3.2, row T1: told at 13:20 UTC, the limit three days later at the same time. */
export const RECEIVED = '2026-03-10T13:20:00.000Z';
export { NOW };
export const LIMIT = '2026-03-13T13:20:00.000Z';

/** What `persons.send` finds. */
export const list: ListFacts = {
  listId: 'list-1',
  caseId: 'case',
  at: NOW,
  fileHash: 'ab'.repeat(32),
  count: 40,
  bad: 2,
  duplicates: 1,
  toldBefore: 0,
  earlier: 0,
  faults: [],
  duplicateLines: [],
};

type Actor = { id: string; roles: AroundCase['roles'] };

export const opening = (more: Partial<OpenCase> = {}): OpenCase =>
  OpenCase.parse({
    origin: 'processor',
    receivedAt: RECEIVED,
    reference: 'AV-arcadia',
    version: 1,
    from: 'Prestataire d’enquêtes',
    text: 'Un classeur a été envoyé à un tiers.',
    certain: true,
    nature: ['confidentiality'],
    ...more,
  });

const reason = 'raison donnée';

/** One good example of each command. */
export const commands: { [K in CaseCommand['kind']]: CaseCommandOf<K> } = {
  'told.add': {
    kind: 'told.add',
    tellingKind: 'supplement',
    receivedAt: NOW,
    reference: 'AV-arcadia',
    version: 2,
    from: 'Prestataire',
    text: 'Quarante foyers.',
  },
  qualify: { kind: 'qualify', awareAt: null, nature: ['confidentiality'], reason },
  'record.change': { kind: 'record.change', change: { description: 'Un classeur parti chez un tiers.' } },
  'aware.correct': { kind: 'aware.correct', awareAt: '2026-03-10T12:00:00.000Z', reason },
  'law.move': { kind: 'law.move', profileId: 'EU-2026-09-11', reason },
  ruleOut: { kind: 'ruleOut', evidenceRefs: ['EV-1'], reason },
  'risk.advise': { kind: 'risk.advise', risk: 'high', text: 'Des arriérés de loyer : risque élevé.' },
  'risk.score': {
    kind: 'risk.score',
    score: scored({
      data: [data('simple', 0, 'contact-details'), data('financial', 1, 'financial-or-economic')],
      persons: 40,
      confidentiality: 'knownRecipients',
    }),
    findings: found(),
  },
  'risk.decide': {
    kind: 'risk.decide',
    risk: 'high',
    doubt: false,
    conclusion33: 'notify',
    conclusion34: 'tell',
    likelihood: null,
    exemption34: null,
    mandate: null,
    noAdviceReason: 'le délégué est en avion',
    againstAdviceReason: null,
    toldAnew: null,
    notAnewReason: null,
    facts: 'Coordonnées et arriérés chez un tiers.',
    safeguards: 'Aucune.',
    likelyImpact: 'Démarchage, atteinte à la réputation.',
    divergenceReason: null,
  },
  'authority.file': {
    kind: 'authority.file',
    authorityId: 'cnil',
    type: 'initial',
    final: false,
    sentAt: NOW,
    receiptNumber: 'FR-1',
    copyHash: null,
    delayReasons: [],
    delayText: null,
    bundledWith: [],
  },
  'authority.ask': { kind: 'authority.ask', authorityId: 'cnil', askedAt: NOW, dueAt: null, text: 'Combien ?' },
  'authority.answer': { kind: 'authority.answer', questionId: 'unknown', answeredAt: NOW, text: 'Quarante.' },
  'authority.withdraw': { kind: 'authority.withdraw', authorityId: 'cnil', sentAt: NOW, receiptNumber: 'FR-2', reason },
  'authority.close': { kind: 'authority.close', authorityId: 'cnil', ground: 'answer', reason },
  'authority.excuseCopy': { kind: 'authority.excuseCopy', filing: 1, reason },
  ...personsCommands,
  'record.take': { kind: 'record.take', fields: ['persons'], version: 1 },
  'record.excuse': {
    kind: 'record.excuse',
    groups: excusing(
      RecordNeed.options.filter((field) => field !== 'natures'),
      'La durée de conservation des journaux est passée.',
    ),
  },
  ...processorCommands,
  'regime.concern': {
    kind: 'regime.concern',
    regime: 'nis2',
    triggerAt: RECEIVED,
    reason: 'entité importante, service interrompu',
    facts: { trustService: 'no' },
  },
  'regime.exclude': { kind: 'regime.exclude', regimes: [...RegimeId.options], reason: 'aucun ne nous vise' },
  'regime.record': {
    kind: 'regime.record',
    regime: 'nis2',
    stage: 'earlyWarning',
    sentAt: NOW,
    receipt: 'CERT-FR-1',
    delayText: null,
  },
  'note.add': { kind: 'note.add', class: 'general', text: 'appel noté' },
  'case.close': {
    kind: 'case.close',
    lessons: 'relire les destinataires',
    unreachedReason: 'un courriel est revenu, la personne a été appelée',
  },
  'case.reopen': { kind: 'case.reopen', reason },
  'case.same': { kind: 'case.same', sameAs: 'other', reason },
};

const concluded = {
  unlikely: { conclusion33: 'notRequired', conclusion34: 'notRequired' },
  risk: { conclusion33: 'notify', conclusion34: 'notRequired' },
  high: { conclusion33: 'notify', conclusion34: 'tell' },
} as const;

/** A decision with its conclusions; other than the high risk that `risk.score` proposes, it says why. */
export const decision = (risk: keyof typeof concluded): CaseCommandOf<'risk.decide'> => ({
  ...commands['risk.decide'],
  risk,
  ...concluded[risk],
  divergenceReason: risk === 'high' ? null : 'le destinataire a tout rendu',
});

/** A high risk of which nobody need be told, by this ground of Art 34(3). */
export const exempting = (exemption34: 'b' | 'c'): CaseCommandOf<'risk.decide'> => ({
  ...decision('high'),
  conclusion34: 'exempt',
  exemption34,
});

/** A controller's case that people act on, each act an entry. A refusal throws, unless asked for by `try`. */
export function createCaseStory(given: OpenCase = opening(), where: Where = {}) {
  const first = openedAt(given, NOW, where);
  const written: { event: CaseEvent; by?: string; at?: string }[] = [{ event: first, at: NOW }];
  const entries = (): Entry[] => entriesOf(written);
  let known = { of: 0, one: foldCase([]) };
  const state = (): ControllerCase => {
    if (known.of !== written.length) known = { of: written.length, one: foldCase(entries()) };
    if (known.one === null) throw new Error('nothing was opened');
    return known.one;
  };
  const aroundOf = ({ id, roles }: Actor, now: string): AroundCase => ({
    actorId: id,
    isPerson: true,
    sameHand: new Set(),
    roles,
    now: new Date(now),
    newId: `id-${written.length}`,
    authorityIds: new Set(['cnil', 'apd-gba', 'dpc']),
    answering: usualTerms(placeOf(state().opened)),
    list,
    isRelaySet: true,
    isInside: false,
    other: { ...state(), id: 'other', stage: 'RECEIVED', source: null },
  });
  const settle = (decided: Result<CaseEvent>, by: Actor, at: string) => {
    if (decided.ok) written.push({ event: decided.value, by: by.id, at });
    return decided;
  };
  const attempt = (command: CaseCommand, by: Actor = people.director, at = NOW) =>
    settle(decideCase(state(), command, aroundOf(by, at)), by, at);
  const yes = (by: Actor, at = NOW) => {
    const one = state();
    return settle(approve(one, one.approvals.at(-1)?.requestId ?? '', aroundOf(by, at), quorumIn(one)), by, at);
  };
  const act = (command: CaseCommand, by?: Actor, at?: string): ControllerCase => {
    const decided = attempt(command, by, at);
    if (!decided.ok) throw new Error(JSON.stringify(decided.error));
    return state();
  };
  const write = (event: CaseEvent, at = NOW): ControllerCase => {
    written.push({ event, by: 'engine', at });
    return state();
  };
  return { state, try: attempt, act, yes, write, entries, around: aroundOf };
}

/** Leads to each stage from the opening; a breach has its score. */
export function caseAt(stage: CaseStage) {
  const story = createCaseStory();
  if (stage === 'RECEIVED') return story;
  if (stage === 'NOT_A_BREACH') {
    story.act(commands.ruleOut, people.dpo);
    story.yes(people.director);
    return story;
  }
  story.act(commands.qualify, people.dpo);
  story.act(commands['risk.score'], people.oncall);
  story.act(commands['record.excuse'], people.dpo);
  if (stage === 'CLOSED') {
    story.act(decision('unlikely'));
    story.act(commands['regime.exclude']);
    story.act(commands['case.close']);
  }
  return story;
}
