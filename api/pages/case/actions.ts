import type { Asker } from '../../../application/policies/asker';
import { mayCommandCase } from '../../../application/policies/controllerCase';
import { moveAuthority } from '../../../domain/controllerCase/authority';
import { type ControllerCase, currentScore } from '../../../domain/controllerCase/case';
import { owedBy } from '../../../domain/controllerCase/closing';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { isAddition } from '../../../domain/controllerCase/decide';
import { personsAllow } from '../../../domain/controllerCase/decidePersons';
import { canPublish, isExemptDecided } from '../../../domain/controllerCase/publicNotice';
import { isToldToNobody } from '../../../domain/controllerCase/toldNobody';
import { lawsAfter } from '../../../domain/controllerCase/lawMove';
import { awaitedMeasures } from '../../../domain/controllerCase/measures';
import { processorDiffers } from '../../../domain/controllerCase/processorSays';
import { hasProcessor, unacknowledged } from '../../../domain/controllerCase/processor';
import { copiesOwed } from '../../../domain/controllerCase/receiptCopies';
import { missingOf } from '../../../domain/controllerCase/recordRegion';
import { askedOf } from '../../../domain/controllerCase/regimes';
import { openStages, screeningOf } from '../../../domain/regime/asked';
import { allowedIn } from '../../../domain/controllerCase/transitions';
import type { CommandAct } from '../forms/commandPage';
import { canSend, NOTHING, type Sending } from './sending';

type Kind = CaseCommand['kind'];

/** The page of the case on which other regimes are looked at, and from which their forms are reached. */
export const REGIMES = 'regimes';

/** In the order in which they are usually done. */
export const acts: readonly CommandAct<Kind>[] = [
  { kind: 'qualify', segment: 'qualify', label: 'caseAsk.qualify' },
  { kind: 'ruleOut', segment: 'rule-out', label: 'caseAsk.ruleOut' },
  { kind: 'record.change', segment: 'record', label: 'caseAsk.record' },
  { kind: 'record.take', segment: 'record-take', label: 'takeAsk.title' },
  { kind: 'record.excuse', segment: 'record-excuse', label: 'caseAsk.excuse' },
  { kind: 'risk.score', segment: 'score', label: 'caseAsk.score' },
  { kind: 'risk.advise', segment: 'advise', label: 'caseAsk.advise' },
  { kind: 'risk.decide', segment: 'decide', label: 'caseAsk.decide' },
  { kind: 'authority.file', segment: 'file', label: 'caseAsk.file' },
  { kind: 'persons.draft', segment: 'draft', label: 'caseAsk.draft' },
  { kind: 'persons.send', segment: 'send', label: 'caseAsk.send' },
  { kind: 'persons.tell', segment: 'tell', label: 'caseAsk.tell' },
  { kind: 'processor.acknowledge', segment: 'acknowledge', label: 'caseAsk.acknowledge' },
  { kind: 'processor.ask', segment: 'ask', label: 'caseAsk.askProcessor' },
  { kind: 'processor.answer', segment: 'answered', label: 'caseAsk.processorAnswer' },
  { kind: 'processor.decide', segment: 'measure-answer', label: 'caseAsk.decideMeasure' },
  { kind: 'processor.propose', segment: 'measure', label: 'caseAsk.propose' },
  { kind: 'processor.take', segment: 'measure-urgent', label: 'caseAsk.take' },
  { kind: 'told.add', segment: 'told', label: 'caseAsk.told' },
  { kind: 'note.add', segment: 'note', label: 'ask.note' },
  { kind: 'authority.ask', segment: 'asked', label: 'caseAsk.asked' },
  { kind: 'authority.answer', segment: 'answer', label: 'caseAsk.answer' },
  { kind: 'authority.excuseCopy', segment: 'no-copy', label: 'caseAsk.noCopy' },
  { kind: 'authority.withdraw', segment: 'withdraw', label: 'caseAsk.withdraw' },
  { kind: 'authority.close', segment: 'close-authority', label: 'caseAsk.closeAuthority' },
  { kind: 'persons.publish', segment: 'publish', label: 'caseAsk.publish' },
  { kind: 'persons.unpublish', segment: 'unpublish', label: 'caseAsk.unpublish' },
  { kind: 'persons.require', segment: 'require', label: 'caseAsk.require' },
  { kind: 'persons.exempt', segment: 'exempt', label: 'caseAsk.exempt' },
  { kind: 'persons.hold', segment: 'hold', label: 'caseAsk.hold' },
  { kind: 'persons.resume', segment: 'resume', label: 'caseAsk.resume' },
  { kind: 'persons.order', segment: 'order', label: 'caseAsk.order' },
  { kind: 'persons.lift', segment: 'lift', label: 'caseAsk.lift' },
  { kind: 'regime.exclude', segment: `${REGIMES}/exclude`, label: 'caseAsk.regimeExclude', home: REGIMES },
  { kind: 'regime.concern', segment: `${REGIMES}/{regime}/concern`, label: 'caseAsk.regimeConcern', home: REGIMES },
  { kind: 'regime.record', segment: `${REGIMES}/{regime}/stage`, label: 'caseAsk.regimeRecord', home: REGIMES },
  { kind: 'aware.correct', segment: 'correct', label: 'caseAsk.correct' },
  { kind: 'law.move', segment: 'law', label: 'caseAsk.law' },
  { kind: 'case.close', segment: 'close', label: 'caseAsk.close' },
  { kind: 'case.reopen', segment: 'reopen', label: 'caseAsk.reopen' },
  { kind: 'case.same', segment: 'same', label: 'caseAsk.same' },
];

/** What can be asked of this case as it stands. */
export function openKinds(one: ControllerCase, sending: Sending): Kind[] {
  const byStage: readonly Kind[] = allowedIn(one.stage);
  const files = one.authorities;
  const isOfProcessor = hasProcessor(one);
  const { unanswered, running } = screeningOf(askedOf(one));
  const needs: Partial<Record<Kind, boolean>> = {
    'authority.answer': files.some(({ questions }) => questions.some(({ answeredAt }) => answeredAt === null)),
    'authority.excuseCopy': copiesOwed(one).length > 0,
    'authority.withdraw': files.some((file) => moveAuthority(file, 'withdraw') !== null),
    'authority.close': files.some((file) => moveAuthority(file, 'close') !== null),
    'processor.acknowledge': isOfProcessor && unacknowledged(one).length > 0,
    'processor.ask': isOfProcessor,
    'processor.answer': one.processor.questions.some(({ answeredAt }) => answeredAt === null),
    'processor.decide': awaitedMeasures(one.processor.measures).length > 0,
    'processor.propose': isOfProcessor,
    'processor.take': isOfProcessor,
    'record.take': processorDiffers(one).length > 0,
    'record.excuse': one.stage === 'BREACH' && missingOf(one).length > 0,
    'law.move': lawsAfter(one).length > 0,
    'case.close': owedBy(one).length === 0,
    'case.same': one.authorities.length === 0 && one.opened.incidentId === null,
    'risk.decide': currentScore(one) !== null,
    'regime.record': openStages(askedOf(one)).length > 0,
    'regime.exclude': unanswered.length + running.length > 0,
    'persons.lift':
      one.persons.order !== null ||
      one.persons.state === 'REQUIRED' ||
      one.persons.state === 'DRAFTED' ||
      isToldToNobody(one),
    'persons.send': canSend(sending),
    'persons.exempt': isExemptDecided(one),
    'persons.publish': canPublish(one),
    'persons.unpublish': one.persons.published !== null,
    'risk.advise': one.stage === 'RECEIVED' || one.stage === 'BREACH',
  };
  return acts
    .map(({ kind }) => kind)
    .filter((kind) => (isAddition(kind) || byStage.includes(kind)) && (needs[kind] ?? true) && personsAllow(one, kind));
}

/** What this person may do with this case now. `sending`: for whoever offers to send to the persons. */
export const allowedActs = (one: ControllerCase, asker: Asker, sending: Sending = NOTHING): CommandAct<Kind>[] => {
  const open = openKinds(one, sending);
  return acts.filter(({ kind }) => open.includes(kind) && mayCommandCase(asker, kind));
};
