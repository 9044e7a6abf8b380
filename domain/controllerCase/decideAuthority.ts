import { delayAt } from '../authority/delay';
import { outOfOrder, outOfReach } from '../incident/chronology';
import { done, type Issue, refused, type Result } from '../shared/errors';
import { answerIssues } from './answerIssues';
import { type AuthorityMove, filingMove, isFirstFiling, moveAuthority } from './authority';
import type { ControllerCase } from './case';
import { knownSince } from './clock';
import type { CaseCommandOf } from './commands';
import type { AroundCase } from './decide';
import type { CaseEvent } from './events';
import { lateSince } from './lateSince';
import { copiesOwed } from './receiptCopies';
import { silenceOf } from './silence';
import { authorityLimit } from './term';
import { togetherIssues } from './together';
import { stageAllows } from './transitions';

type Command = CaseCommandOf<
  | 'authority.file'
  | 'authority.ask'
  | 'authority.answer'
  | 'authority.withdraw'
  | 'authority.excuseCopy'
  | 'authority.close'
>;

/** What is filed with an authority, asked by it, and how its file ends (domain rules 7.4, region SA). */
export function decideAuthority(one: ControllerCase, command: Command, around: AroundCase): Result<CaseEvent> {
  if (command.kind === 'authority.answer') return answer(one, command, around);
  if (command.kind === 'authority.excuseCopy') return excuseCopy(one, command);
  const { kind: _kind, ...values } = command;
  const issues = [...authorityIssues(values.authorityId, around), ...instantIssues(one, command, around)];
  const refusal = refusedMove(one, command);
  if (refusal !== null) issues.push(refusal);
  if (command.kind === 'authority.file')
    issues.push(...delayIssues(one, command), ...bundleIssues(one, command, around));
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  switch (command.kind) {
    case 'authority.file': {
      const final = command.type === 'complete' || command.final;
      const { kind: _file, bundledWith, ...filing } = command;
      const all = [one, ...(around.bundled ?? [])].map(({ id: caseId, reference }) => ({ caseId, reference }));
      const bundle = bundledWith.length === 0 ? {} : { bundle: all };
      return done({ type: 'authority.filed', values: { ...filing, final, ...bundle } });
    }
    case 'authority.ask': {
      const { authorityId, askedAt, dueAt, text } = command;
      return done({ type: 'authority.asked', values: { authorityId, askedAt, dueAt, text, questionId: around.newId } });
    }
    case 'authority.withdraw': {
      const { authorityId, sentAt, receiptNumber, reason } = command;
      return done({ type: 'authority.withdrawn', values: { authorityId, sentAt, receiptNumber, reason } });
    }
    case 'authority.close': {
      const { authorityId, ground, reason } = command;
      return done({ type: 'authority.closed', values: { authorityId, ground, reason } });
    }
  }
}

type OfOne = Exclude<Command, { kind: 'authority.answer' | 'authority.excuseCopy' }>;

function moveOf(command: OfOne): AuthorityMove {
  switch (command.kind) {
    case 'authority.file':
      return filingMove(command.type, command.final);
    case 'authority.ask':
      return 'ask';
    case 'authority.withdraw':
      return 'withdraw';
    case 'authority.close':
      return 'close';
  }
}

function refusedMove({ authorities }: ControllerCase, command: OfOne): Issue | null {
  const file = authorities.find(({ authorityId }) => authorityId === command.authorityId);
  if (moveAuthority(file ?? null, moveOf(command)) !== null) return null;
  const pointer = command.kind === 'authority.file' ? '/type' : '/authorityId';
  if (file === undefined) return { pointer, message: 'nothing has been filed with this authority yet' };
  const { state } = file;
  return { pointer, message: `the file with this authority stands at ${state}` };
}

const authorityIssues = (id: string, { authorityIds }: AroundCase): Issue[] =>
  authorityIds.has(id) ? [] : [{ pointer: '/authorityId', message: 'no such authority' }];

/** Who has told an authority knows of the breach. */
function instantIssues(one: ControllerCase, command: OfOne, { now }: AroundCase): Issue[] {
  const known = knownSince(one);
  switch (command.kind) {
    case 'authority.file':
    case 'authority.withdraw':
      return outOfOrder(
        [known, ...sentBefore(one, command.authorityId), { pointer: '/sentAt', at: command.sentAt }],
        now,
      );
    case 'authority.ask': {
      const { askedAt, dueAt } = command;
      return [...outOfOrder([known, { pointer: '/askedAt', at: askedAt }], now), ...dueIssues(askedAt, dueAt, now)];
    }
    case 'authority.close':
      return silenceIssues(one, command, now);
  }
}

/** What was sent to an authority last: what comes after it in its file left after it. */
function sentBefore({ authorities }: ControllerCase, id: string): { pointer: string; at: string; recorded: true }[] {
  const file = authorities.find(({ authorityId }) => authorityId === id);
  const sent = [...(file?.filings ?? []), ...(file?.withdrawals ?? [])].toSorted((a, b) => a.seq - b.seq).at(-1);
  return sent === undefined ? [] : [{ pointer: '/sentBefore', at: sent.sentAt, recorded: true }];
}

/** An answer is due after it was asked, within reach. */
function dueIssues(askedAt: string, dueAt: string | null, now: Date): Issue[] {
  if (dueAt === null) return [];
  const away = outOfReach({ pointer: '/dueAt', at: dueAt }, now);
  if (away.length > 0 || Date.parse(dueAt) >= Date.parse(askedAt)) return away;
  return [{ pointer: '/dueAt', message: `is before askedAt (${askedAt})` }];
}

/** Silence ends a file only where a rule gives it a meaning, and once its time is over (domain rules 3.5). */
function silenceIssues(
  { authorities, opened }: ControllerCase,
  { authorityId, ground }: CaseCommandOf<'authority.close'>,
  now: Date,
): Issue[] {
  const file = authorities.find((known) => known.authorityId === authorityId);
  if (ground !== 'silence' || file === undefined) return [];
  const silence = silenceOf(file, opened);
  const fault = (message: string): Issue[] => [{ pointer: '/ground', message }];
  if (silence === null) return fault('its silence ends nothing: give another ground');
  return Date.parse(silence.overAt) > now.getTime() ? fault(`its silence says nothing before ${silence.overAt}`) : [];
}

/**
 * The first filing, or the first since a withdrawal, after the limit gives its reasons (Art 33(1)), and so does the next after a
 * correction by which it had been late; the strict count decides, which is never later.
 */
function delayIssues(
  one: ControllerCase,
  { authorityId, sentAt, delayReasons, delayText }: CaseCommandOf<'authority.file'>,
): Issue[] {
  const file = one.authorities.find((known) => known.authorityId === authorityId);
  const due = authorityLimit(one);
  if (due === null) return [];
  const isLate = isFirstFiling(file)
    ? delayAt(due, new Date(sentAt)).reasonsNeeded
    : file !== undefined && lateSince(file, one) !== null;
  if (!isLate) return [];
  const message = isFirstFiling(file)
    ? `the limit was ${due.strict}: say why it left after it`
    : `the limit was ${due.strict} by the awareness as it was corrected: say why the first notification left after it`;
  return [
    ...(delayReasons.length === 0 ? [{ pointer: '/delayReasons', message }] : []),
    ...(delayText === null ? [{ pointer: '/delayText', message }] : []),
  ];
}

/** Each of the others could be filed by itself, and all fit in one notification (rule E8). */
function bundleIssues(one: ControllerCase, command: CaseCommandOf<'authority.file'>, around: AroundCase): Issue[] {
  if (command.bundledWith.length === 0) return [];
  const others = around.bundled ?? [];
  const alone = { ...command, bundledWith: [] };
  const each = command.bundledWith.flatMap((id, index): Issue[] => {
    const pointer = `/bundledWith/${index}`;
    const other = others.find((found) => found.id === id);
    if (other === undefined) return [{ pointer, message: 'is no other case' }];
    if (!stageAllows(other.stage, command.kind)) return [{ pointer, message: 'has nothing to file now' }];
    const decided = decideAuthority(other, alone, around);
    if (decided.ok || decided.error.code !== 'input.invalid') return [];
    return decided.error.issues.map(({ message }) => ({ pointer, message }));
  });
  return each.length > 0 ? each : togetherIssues(one, others);
}

/** Only while the copy is due: one that is kept needs no reason, and what was said once stands. */
function excuseCopy(one: ControllerCase, { filing, reason }: CaseCommandOf<'authority.excuseCopy'>): Result<CaseEvent> {
  const file = one.authorities.find(({ filings }) => filings.some(({ seq }) => seq === filing));
  if (file === undefined || !copiesOwed(one).includes(filing)) {
    const message = file === undefined ? 'nothing such was filed' : 'its copy is not due any more';
    return refused({ code: 'input.invalid', issues: [{ pointer: '/filing', message }] });
  }
  return done({ type: 'authority.copyExcused', values: { authorityId: file.authorityId, filing, reason } });
}

function answer(
  { authorities }: ControllerCase,
  { kind: _kind, ...values }: CaseCommandOf<'authority.answer'>,
  { now }: AroundCase,
): Result<CaseEvent> {
  const issues = answerIssues(
    authorities.flatMap(({ questions }) => questions),
    values,
    now,
  );
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  return done({ type: 'authority.answered', values });
}
