import { z } from 'zod';
import { isAwaited } from '../consultation/measure';
import { type AuthorityFile, awaitsWithdrawal, isSettled } from './authority';
import { awaitsReassessment, authorityRegion, type ControllerCase, decisionOf } from './case';
import type { CaseCommandOf } from './commands';
import { untoldSince } from './complement';
import { notReached } from './notReached';
import { heldState } from './heldState';
import { lettersOwed } from './persons';
import { isFinal } from './personsOwed';
import { isToldToNobody } from './toldNobody';
import { missingOf, type RecordNeed } from './recordRegion';
import { owedStages, screeningOf } from '../regime/asked';
import { askedOf } from './regimes';
import type { RegimeId, StageId } from '../regime/vocabulary';
import type { Issue } from '../shared/errors';

/**
 * What has to be done before a case can end. `hold`: one waits, and nothing behind it; `letters`: some wait to be posted; `file`: something is still owed to one authority; `measure`: the processor
 * waits for our word; `record`: fields of the record neither filled nor excused; `screening`: whether these
 * regimes apply has not been answered; `stage`: one of a regime that does.
 */
export type Owed =
  | { what: 'qualify' | 'decision' | 'reassess' | 'authority' | 'persons' | 'hold' }
  | { what: 'letters'; count: number }
  | { what: 'measure'; count: number }
  | { what: 'record'; fields: readonly RecordNeed[] }
  | { what: 'file'; authorityId: string }
  | { what: 'screening'; regimes: readonly RegimeId[] }
  | { what: 'stage'; regime: RegimeId; stage: StageId };

/** Each kind of what is owed, as a word of a report. */
export const OwedWhat = z.enum([
  'qualify',
  'decision',
  'reassess',
  'authority',
  'persons',
  'hold',
  'letters',
  'measure',
  'record',
  'file',
  'screening',
  'stage',
]) satisfies z.ZodType<Owed['what']>;

/** Everything that is owed: each region must be final (domain rules 7.4, invariants 2 and 11). */
export function owedBy(one: ControllerCase): Owed[] {
  const owed: Owed[] = one.stage === 'RECEIVED' ? [{ what: 'qualify' }] : [];
  if (one.stage === 'BREACH') {
    if (decisionOf(one) === null) owed.push({ what: 'decision' });
    else if (awaitsReassessment(one)) owed.push({ what: 'reassess' });
    if (authorityRegion(one) === 'PENDING') owed.push({ what: 'authority' });
    if (isHeldForNothing(one)) owed.push({ what: 'hold' });
    else if (!isFinal(one.persons) || isToldToNobody(one)) owed.push({ what: 'persons' });
    else owed.push(...letters(one));
  }
  if (one.stage === 'NOT_A_BREACH') owed.push(...letters(one));
  return [...owed, ...files(one), ...measures(one), ...regimes(one), ...record(one)];
}

/** Nothing is owed to the persons, and yet a hold, which is never final, waits for a person to end it (domain rules 7.4). */
const isHeldForNothing = ({ persons }: ControllerCase): boolean =>
  persons.state === 'ON_HOLD' && isFinal({ ...persons, state: heldState(persons) }) && lettersOwed(persons) === 0;

/** A file that its authority closed takes a complementary notification, and holds nothing up. */
const isUntold = (file: AuthorityFile, one: ControllerCase): boolean =>
  one.stage !== 'NOT_A_BREACH' && file.state === 'FINAL' && untoldSince(file, one) !== null;

const files = (one: ControllerCase): Owed[] =>
  one.authorities
    .filter(
      (file) => !isSettled(file) || isUntold(file, one) || (one.stage === 'NOT_A_BREACH' && awaitsWithdrawal(file)),
    )
    .map(({ authorityId }) => ({ what: 'file', authorityId }));

function letters({ persons }: ControllerCase): Owed[] {
  const count = lettersOwed(persons);
  return count === 0 ? [] : [{ what: 'letters', count }];
}

/** What the processor proposes waits for our word (duty S3-05). */
function measures({ processor }: ControllerCase): Owed[] {
  const count = processor.measures.filter(isAwaited).length;
  return count === 0 ? [] : [{ what: 'measure', count }];
}

/** The record of a breach is READY before its case ends (GDPR Art 33(5)). */
function record(one: ControllerCase): Owed[] {
  const fields = one.stage === 'BREACH' ? missingOf(one) : [];
  return fields.length === 0 ? [] : [{ what: 'record', fields }];
}

/** Of a breach every regime is asked about; one that applies is owed whatever the case is found to be. */
function regimes(one: ControllerCase): Owed[] {
  const { unanswered } = screeningOf(askedOf(one));
  const isAsked = one.stage === 'BREACH' && unanswered.length > 0;
  return [
    ...(isAsked ? [{ what: 'screening' as const, regimes: unanswered }] : []),
    ...owedStages(askedOf(one)).map(({ regime, id }) => ({ what: 'stage' as const, regime, stage: id })),
  ];
}

export function owedWords(owed: Owed): string {
  switch (owed.what) {
    case 'qualify':
      return 'nobody has said whether it is a breach';
    case 'decision':
      return 'the risk has not been decided';
    case 'reassess':
      return 'more was told after the risk was decided: decide it again';
    case 'authority':
      return 'the authority has not been told';
    case 'persons':
      return 'the persons have neither been reached nor exempted';
    case 'hold':
      return 'telling the persons is on hold: resume it, nothing is owed to them';
    case 'letters':
      return `${owed.count} letters to persons wait to be posted`;
    case 'file':
      return `something is still owed to the authority ${owed.authorityId}`;
    case 'measure':
      return `${owed.count} measures of the processor wait for an answer`;
    case 'record':
      return `the record lacks, without a reason: ${owed.fields.join(', ')}`;
    case 'screening':
      return `nobody has said whether these regimes apply: ${owed.regimes.join(', ')}`;
    case 'stage':
      return `${owed.regime} still asks for: ${owed.stage}`;
  }
}

const UNREACHED: Issue = {
  pointer: '/unreachedReason',
  message: 'not all of the persons concerned were reached: say why it ends so',
};

/** Every reason why a case does not end yet: what is owed, and persons not reached of whom nothing is said. */
export function closingIssues(
  one: ControllerCase,
  { unreachedReason }: Pick<CaseCommandOf<'case.close'>, 'unreachedReason'>,
): Issue[] {
  const issues = owedBy(one).map((owed): Issue => ({ pointer: '', message: owedWords(owed) }));
  return unreachedReason === null && notReached(one) !== null ? [...issues, UNREACHED] : issues;
}
