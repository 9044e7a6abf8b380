import { outOfOrder, outOfReach } from '../incident/chronology';
import { done, type Issue, refused, type Result } from '../shared/errors';
import type { ControllerCase } from './case';
import { knownSince } from './clock';
import type { CaseCommand } from './commands';
import type { AroundCase } from './decide';
import type { CaseEvent } from './events';
import { exerciseIssues } from './exerciseIssues';
import { liftIssues, stateSinceLift } from './orderLifted';
import { MORE_BACK, postedIssues, printedLetters } from './personsLetters';
import { lettersOwed, movePersons, type PersonsMove } from './persons';
import { countIssues, nobodyReached } from './personsReached';
import { isExemptDecided, ORDERED, publicIssues, publicTexts, publishIssues, unpublishIssues } from './publicNotice';

type Command = Extract<CaseCommand, { kind: `persons.${string}` }>;

const moves: Record<Command['kind'], PersonsMove> = {
  'persons.require': 'require',
  'persons.exempt': 'exempt',
  'persons.hold': 'hold',
  'persons.resume': 'resume',
  'persons.order': 'order',
  'persons.lift': 'lift',
  'persons.draft': 'draft',
  'persons.send': 'send',
  'persons.tell': 'tell',
  'persons.publish': 'publish',
  'persons.unpublish': 'unpublish',
};

/** Whether the persons' region as it stands takes a command; true for those that are not about it. */
export const personsAllow = (one: ControllerCase, kind: CaseCommand['kind']): boolean =>
  !(kind in moves) ||
  (isTaken(one, kind as Command['kind'], kind === 'persons.tell' && printedLetters(one).length > 0) &&
    ((kind !== 'persons.send' && kind !== 'persons.publish') || exerciseIssues(one).length === 0));

/**
 * Whether the state takes a command. What became of letters is a fact, and said in every state, after the breach was ruled
 * out too; who was told is put on hold only for letters that wait, who is exempt only for the public notice of ground c.
 * Where everything came back, nobody was told: an exemption may still be recorded.
 */
function isTaken({ persons, stage }: ControllerCase, kind: Command['kind'], isOfLetters: boolean): boolean {
  if (kind === 'persons.hold' && persons.state === 'TOLD') return lettersOwed(persons) > 0;
  if (kind === 'persons.exempt' && persons.state === 'TOLD') return nobodyReached(persons);
  if (kind === 'persons.hold' && persons.state === 'EXEMPT') return persons.exemption?.ground === 'c';
  if (kind === 'persons.tell' && stage !== 'BREACH') return isOfLetters;
  return isOfLetters || movePersons(persons.state, moves[kind]) !== null;
}

/** What becomes of telling the persons (domain rules 7.4, region PERSONS; GDPR Art 34). */
export function decidePersons(one: ControllerCase, command: Command, around: AroundCase): Result<CaseEvent> {
  const { state } = one.persons;
  if (!isTaken(one, command.kind, command.kind === 'persons.tell' && command.listId !== null)) {
    const allowed = (Object.keys(moves) as Command['kind'][]).filter((kind) => isTaken(one, kind, false));
    return refused({ code: 'state.refused', state, command: command.kind, allowed });
  }
  const issues = issuesOf(one, command, around);
  return issues.length > 0 ? refused({ code: 'input.invalid', issues }) : done(eventOf(one, command, around));
}

function issuesOf(one: ControllerCase, command: Command, around: AroundCase): Issue[] {
  const { now, authorityIds } = around;
  switch (command.kind) {
    case 'persons.exempt':
      return exemptIssues(one, command, now);
    case 'persons.hold':
      return command.until === null ? [] : holdEndIssues(command.until, now);
    case 'persons.order': {
      const issues = outOfOrder([knownSince(one), { pointer: '/orderedAt', at: command.orderedAt }], now);
      if (!authorityIds.has(command.authorityId))
        issues.push({ pointer: '/authorityId', message: 'no such authority' });
      return issues;
    }
    case 'persons.lift':
      return liftIssues(one, command, around);
    case 'persons.draft':
      return draftIssues(command);
    case 'persons.tell': {
      const issues = outOfOrder([knownSince(one), { pointer: '/toldAt', at: command.toldAt }], now);
      if (command.listId !== null || command.told === 0) {
        const counts = command.told === 0 ? [] : countIssues(one.persons, command);
        return [...(command.listId === null ? issues : []), ...postedIssues(one, command, now), ...counts];
      }
      if (command.bounced > command.told) issues.push(MORE_BACK);
      return [...issues, ...countIssues(one.persons, command), ...publicIssues(one, command)];
    }
    case 'persons.send':
      return sendIssues(one, command, around);
    case 'persons.publish':
      return publishIssues(one);
    case 'persons.unpublish':
      return unpublishIssues(one);
    case 'persons.require':
    case 'persons.resume':
      return [];
  }
}

/** A hold whose end has passed would keep the persons from being told without anybody asking for it (GDPR recital 88). */
function holdEndIssues(until: string, now: Date): Issue[] {
  const issues = outOfReach({ pointer: '/until', at: until }, now);
  if (issues.length > 0 || Date.parse(until) > now.getTime()) return issues;
  return [
    { pointer: '/until', message: 'the hold would be over before it begins: give an instant yet to come, or none' },
  ];
}

/** One person records what the decision says, never more; the law lets ground c stand only on a public notice. */
function exemptIssues(
  one: ControllerCase,
  { ground, publicNotice, publishedAt, publishedProof }: Extract<Command, { kind: 'persons.exempt' }>,
  now: Date,
): Issue[] {
  const issues: Issue[] = [];
  if (one.persons.order !== null) issues.push({ pointer: '', message: ORDERED });
  else if (!isExemptDecided(one, ground)) {
    issues.push({ pointer: '/ground', message: 'the risk was not decided with this exemption: decide it first' });
  }
  if (ground === 'c' && publicNotice === null)
    issues.push({ pointer: '/publicNotice', message: 'ground c needs a public notice in its place' });
  if (publishedAt !== null) {
    issues.push(...outOfOrder([knownSince(one), { pointer: '/publishedAt', at: publishedAt }], now));
    if (ground !== 'c') issues.push({ pointer: '/publishedAt', message: ONLY_C });
  }
  if ((publishedAt === null) !== (publishedProof === null)) {
    const missing = publishedAt === null ? '/publishedAt' : '/publishedProof';
    issues.push({ pointer: missing, message: 'what is public elsewhere has its instant and its proof' });
  }
  return issues;
}

const ONLY_C = 'only ground c stands on a public notice';

function sendIssues(
  one: ControllerCase,
  { listId, concerned, repeatReason }: Extract<Command, { kind: 'persons.send' }>,
  { list, isRelaySet, goneLists = 0 }: AroundCase,
): Issue[] {
  const { persons } = one;
  const issues = exerciseIssues(one);
  if (list === null || list.count === 0)
    issues.push({ pointer: '/listId', message: 'this case has no such list, or it is gone' });
  if (persons.sendings.some((sending) => sending.listId === listId))
    issues.push({ pointer: '/listId', message: 'was accepted before: nobody is told twice' });
  else if (list !== null && list.earlier !== persons.sendings.length)
    issues.push({ pointer: '/listId', message: 'another list was accepted since: hand this one in again' });
  if (goneLists > 0 && repeatReason === undefined) {
    const message = `${goneLists} earlier lists have told persons, and their addresses are erased: say how nobody is told twice`;
    issues.push({ pointer: '/repeatReason', message });
  }
  if (list !== null && concerned !== null && concerned < list.count)
    issues.push({ pointer: '/concerned', message: 'fewer are concerned than are told' });
  if (persons.draft?.texts.every(({ text }) => text !== 'message') ?? true)
    issues.push({ pointer: '', message: 'the message was drafted before texts were frozen: write it anew' });
  if (!isRelaySet && (list === null || list.letters !== list.count))
    issues.push({ pointer: '', message: 'no mail relay is set: nobody outside would be told' });
  return issues;
}

function draftIssues({ fr, en, measuresFr, measuresEn }: Extract<Command, { kind: 'persons.draft' }>): Issue[] {
  if (fr === null && en === null) return [{ pointer: '/fr', message: 'write it in one language' }];
  const lone = 'there is no message in this language: say what happened in it, too';
  return [
    ...(fr === null && measuresFr !== null ? [{ pointer: '/fr', message: lone }] : []),
    ...(en === null && measuresEn !== null ? [{ pointer: '/en', message: lone }] : []),
  ];
}

function eventOf(one: ControllerCase, command: Command, { list }: AroundCase): CaseEvent {
  const { persons } = one;
  switch (command.kind) {
    case 'persons.require':
      return { type: 'persons.required', values: { reason: command.reason } };
    case 'persons.exempt': {
      const { kind: _kind, publishedAt, publishedProof, ...values } = command;
      const elsewhere = publishedAt === null || publishedProof === null ? {} : { publishedAt, publishedProof };
      return { type: 'persons.exempted', values: { ...values, ...elsewhere } };
    }
    case 'persons.hold': {
      const { kind: _kind, ...values } = command;
      return { type: 'persons.held', values };
    }
    case 'persons.resume':
      return { type: 'persons.resumed', values: { reason: command.reason } };
    case 'persons.order': {
      const { kind: _kind, ...values } = command;
      const isHeld = persons.state === 'ON_HOLD';
      return { type: 'persons.ordered', values: { ...values, ...(isHeld && { holdStays: true as const }) } };
    }
    case 'persons.lift': {
      const { kind: _kind, ...values } = command;
      return { type: 'persons.lifted', values: { ...values, state: stateSinceLift(one, command.ground) } };
    }
    case 'persons.draft': {
      const { kind: _kind, ...values } = command;
      return { type: 'persons.drafted', values };
    }
    case 'persons.send': {
      if (list === null) throw new TypeError('a list was looked at and is not here');
      const { listId, fileHash, count, bad, duplicates, toldBefore, letters = 0 } = list;
      const counts = { count, bad, duplicates, toldBefore, ...(letters > 0 && { letters }) };
      const { concerned, repeatReason } = command;
      const values = { listId, fileHash, ...counts, concerned, ...(repeatReason !== undefined && { repeatReason }) };
      return { type: 'persons.sending', values: { ...values, ...(persons.draft && { draft: persons.draft.seq }) } };
    }
    case 'persons.publish': {
      if (persons.draft === null) throw new TypeError('a draft was looked at and is not here');
      const { seq: draft } = persons.draft;
      const version = persons.publications + 1;
      return { type: 'persons.published', values: { version, draft, texts: publicTexts(persons.draft) } };
    }
    case 'persons.unpublish':
      return { type: 'persons.unpublished', values: { version: persons.publications, reason: command.reason } };
    case 'persons.tell': {
      const { kind: _kind, listId, proof, again, ...counts } = command;
      const values = { ...counts, ...(again > 0 && { again }) };
      return listId === null
        ? { type: 'persons.told', values: { ...values, ...(command.told === 0 && proof !== null && { proof }) } }
        : { type: 'persons.told', typeVersion: 2, values: { ...values, listId, proof } };
    }
  }
}
