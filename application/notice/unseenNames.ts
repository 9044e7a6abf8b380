import type { NotingCommand, SendingCommand } from '../../domain/notice/commands';
import { clientsIn, NAMES_OTHER, OTHER_NAMED } from '../../domain/agreement/otherClients';
import { done, type Issue, refused, type Result } from '../../domain/shared/errors';
import type { Context } from '../ports/ports';
import { type Clients, clientsOf } from '../agreement/clientsOf';
import { aroundOf, othersNamed } from './otherClients';
import type { FullCase } from './readCase';

/** The same of the reason of delay: each kind of text is confirmed by itself. */
export const REASON_NAMED = `${NAMES_OTHER} reasonConfirmed`;

/** What a person sends that names another client is refused until they say that they have seen it. */
export function unseenNames(clients: Clients, fullCase: FullCase, command: SendingCommand): Result<null> {
  if (command.kind !== 'send' && command.kind !== 'supplement') return done(null);
  const found = [
    ...(command.othersConfirmed === true ? [] : othersNamed(clients, fullCase, command.items)),
    ...(command.kind !== 'send' || command.reasonConfirmed === true
      ? []
      : othersNamed(clients, fullCase, { lateReason: command.lateReason })),
  ];
  const issues = [...new Set(found.map(({ item }) => item))].map((item) =>
    item === 'lateReason'
      ? { pointer: '/lateReason', message: REASON_NAMED }
      : { pointer: `/items/${item}`, message: OTHER_NAMED },
  );
  return allSeen(issues);
}

/** The same of an answer, and of the words of a measure: the controller reads them as they are written. */
export async function unseenWords(ctx: Context, fullCase: FullCase, command: NotingCommand): Promise<Result<null>> {
  if (!mayName(command) || command.othersConfirmed === true) return done(null);
  const { own, others } = aroundOf(await clientsOf(ctx), fullCase);
  const naming = wordsTold(command).filter(({ text }) => clientsIn(text, own, others).length > 0);
  return allSeen(naming.map(({ pointer }) => ({ pointer, message: OTHER_NAMED })));
}

type Telling = Extract<NotingCommand, { kind: 'answer' | 'proposeMeasure' | 'takeMeasure' }>;

/** Whose words the controller reads. */
export const mayName = (command: NotingCommand): command is Telling =>
  command.kind === 'answer' || command.kind === 'proposeMeasure' || command.kind === 'takeMeasure';

function wordsTold(command: Telling): { pointer: string; text: string }[] {
  switch (command.kind) {
    case 'answer':
      return [{ pointer: '/text', text: command.text }];
    case 'proposeMeasure':
      return whatOf(command);
    case 'takeMeasure':
      return [...whatOf(command), { pointer: '/reason', text: command.reason }];
  }
}

/** Of a measure of the incident, its words are what is named by its id. */
const whatOf = ({ what, declaredId }: { what: string | null; declaredId: string | null }) =>
  what === null ? [] : [{ pointer: declaredId === null ? '/what' : '/declaredId', text: what }];

const allSeen = (issues: Issue[]): Result<null> =>
  issues.length === 0 ? done(null) : refused({ code: 'input.invalid', issues });
