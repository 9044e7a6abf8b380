import { outOfOrder, outOfReach } from '../incident/chronology';
import { done, type Issue, refused, type Result } from '../shared/errors';
import type { ControllerCase } from './case';
import type { CaseCommand } from './commands';
import type { AroundCase } from './decide';
import type { CaseEvent } from './events';
import { movePersons, personsTransitions, type PersonsMove } from './persons';

type Command = Extract<CaseCommand, { kind: `persons.${string}` }>;

const moves: Record<Command['kind'], PersonsMove> = {
  'persons.require': 'require',
  'persons.exempt': 'exempt',
  'persons.hold': 'hold',
  'persons.resume': 'resume',
  'persons.order': 'order',
  'persons.draft': 'draft',
  'persons.tell': 'tell',
};

/** Whether the persons' region as it stands takes a command; true for those that are not about it. */
export const personsAllow = ({ persons: { state } }: ControllerCase, kind: CaseCommand['kind']): boolean =>
  !(kind in moves) || movePersons(state, moves[kind as Command['kind']]) !== null;

/** What becomes of telling the persons (domain rules 7.4, region PERSONS; GDPR Art 34). */
export function decidePersons(one: ControllerCase, command: Command, around: AroundCase): Result<CaseEvent> {
  const { state } = one.persons;
  if (movePersons(state, moves[command.kind]) === null) {
    const allowed = personsTransitions.filter(({ from }) => from === state).map(({ on }) => on);
    const names = Object.entries(moves).filter(([, move]) => allowed.includes(move));
    return refused({ code: 'state.refused', state, command: command.kind, allowed: names.map(([name]) => name) });
  }
  const issues = issuesOf(one, command, around);
  return issues.length > 0 ? refused({ code: 'input.invalid', issues }) : done(eventOf(command));
}

function issuesOf(one: ControllerCase, command: Command, { now, authorityIds }: AroundCase): Issue[] {
  switch (command.kind) {
    case 'persons.exempt': {
      const issues: Issue[] = [];
      if (one.persons.order !== null) {
        issues.push({
          pointer: '',
          message: 'the authority has ordered it (Art 34(4)): no ground stands against that',
        });
      }
      if (command.ground === 'c' && command.publicNotice === null) {
        issues.push({ pointer: '/publicNotice', message: 'ground c needs a public notice in its place' });
      }
      return issues;
    }
    case 'persons.hold':
      return command.until === null ? [] : outOfReach({ pointer: '/until', at: command.until }, now);
    case 'persons.order': {
      const issues = outOfOrder([{ pointer: '/orderedAt', at: command.orderedAt }], now);
      if (!authorityIds.has(command.authorityId))
        issues.push({ pointer: '/authorityId', message: 'no such authority' });
      return issues;
    }
    case 'persons.draft':
      return command.fr === null && command.en === null
        ? [{ pointer: '/fr', message: 'write it in one language' }]
        : [];
    case 'persons.tell': {
      const issues = outOfOrder([{ pointer: '/toldAt', at: command.toldAt }], now);
      if (command.bounced > command.told) issues.push({ pointer: '/bounced', message: 'more came back than left' });
      return issues;
    }
    case 'persons.require':
    case 'persons.resume':
      return [];
  }
}

function eventOf(command: Command): CaseEvent {
  switch (command.kind) {
    case 'persons.require':
      return { type: 'persons.required', values: { reason: command.reason } };
    case 'persons.exempt': {
      const { kind: _kind, ...values } = command;
      return { type: 'persons.exempted', values };
    }
    case 'persons.hold': {
      const { kind: _kind, ...values } = command;
      return { type: 'persons.held', values };
    }
    case 'persons.resume':
      return { type: 'persons.resumed', values: { reason: command.reason } };
    case 'persons.order': {
      const { kind: _kind, ...values } = command;
      return { type: 'persons.ordered', values };
    }
    case 'persons.draft':
      return { type: 'persons.drafted', values: { fr: command.fr, en: command.en } };
    case 'persons.tell': {
      const { kind: _kind, ...values } = command;
      return { type: 'persons.told', values };
    }
  }
}
