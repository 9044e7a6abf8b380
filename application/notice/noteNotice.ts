import { contactsOf } from '../../domain/agreement/contacts';
import { exerciseEnded } from '../../domain/exercise/over';
import type { NotingCommand } from '../../domain/notice/commands';
import { decideNote } from '../../domain/notice/decideNote';
import type { NoticeEvent } from '../../domain/notice/events';
import { saidAt } from '../../domain/notice/saidAt';
import { bothOf, done, refused, type Result } from '../../domain/shared/errors';
import type { Stands } from '../entries/changeSubject';
import { withExchange } from '../exchange/exchangeNote';
import { isEnded } from '../exercise/isEnded';
import type { Asker } from '../policies/asker';
import { isGuest, mayCloseNotice, mayDraftNotice, mayNoteNotice, mayReplayDelivery } from '../policies/notice';
import type { Call } from '../ports/ports';
import { discardMails } from '../journal/discardMails';
import { changeNotice, type Written } from './changeNotice';
import { notOverwritten } from './notOverwritten';
import { inItsWords } from './consultedMeasures';
import type { FullCase } from './readCase';
import { unseenWords } from './unseenNames';

export type NoteNotice = {
  noticeId: string;
  key: string;
  command: NotingCommand;
  decided?: number;
  /** Revision of the draft that a draft was made from: one kept, or a version sent, since then is not written over. */
  over?: number | undefined;
  /** How many documents come with what is asked or answered. */
  documents?: number | undefined;
  /** What else has to be possible, on the case that it is decided on: nothing is written of the one without the other. */
  also?: ((fullCase: FullCase) => Result<null>) | undefined;
};

/** Records an act that sends nothing: a draft, a call, an answer, an acknowledgement, a reason, an end. */
export async function noteNotice({ ctx, input }: Call<NoteNotice>): Promise<Result<Written>> {
  const { noticeId, key, command, decided, over, documents, also } = input;
  if (!mayNote(ctx, command)) return refused({ code: 'actor.forbidden' });
  const standing = standingOf(command);
  const decideAlone = async (fullCase: FullCase) => {
    // read anew at each try, as what came in between is why there is another
    const free = over === undefined ? done(null) : await notOverwritten(ctx, fullCase.notice, over);
    if (!free.ok) return free;
    if (command.kind === 'reopen' && (await isEnded(ctx, fullCase.incident.report.drill))) return exerciseEnded;
    if ('contactId' in command && !isReached(fullCase, command))
      return refused({ code: 'input.invalid', issues: [NOBODY] });
    const worded = inItsWords(fullCase, command);
    if (!worded.ok) return worded;
    const seen = await unseenWords(ctx, fullCase, worded.value);
    if (!seen.ok) return seen;
    const now = ctx.ports.now();
    const at = saidAt(fullCase, command, now);
    if (!at.ok) return at;
    const event = decideNote(fullCase, worded.value, now);
    if (!event.ok) return event;
    const told = await withExchange(ctx, fullCase, withDocuments(event.value, documents));
    return done({ ...told, ...(at.value !== undefined && { at: at.value }) });
  };
  const decide = async (fullCase: FullCase) => {
    const both = bothOf(await decideAlone(fullCase), also?.(fullCase) ?? done(null));
    return both.ok ? done(both.value[0]) : both;
  };
  const changed = await changeNotice(ctx, { noticeId, key, command, decided, standing, decide });
  // a text erased while the notice was open leaves its stored mails only now
  if (changed.ok && command.kind === 'close') await discardMails(ctx, { kind: 'notice', id: noticeId });
  return changed;
}

const NOBODY = { pointer: '/contactId', message: 'nobody of that id is told of this notice' };

/** A contact of the contract or of an earlier version of it who was written to; of a call, a colleague too. */
function isReached({ notice, agreement }: FullCase, { kind, contactId }: { kind: string; contactId: string }): boolean {
  const isTold = notice.outbox.some(({ to }) => to.id === contactId && (to.kind === 'contact' || kind === 'logCall'));
  return isTold || contactsOf(agreement).some(({ id }) => id === contactId);
}

/** So many questions may be asked in an hour, and each is answered once: of two at once the second is judged with the first. */
function standingOf({ kind }: NotingCommand): Stands {
  if (kind === 'ask' || kind === 'answer') return 'judged';
  return kind === 'close' || kind === 'reopen' ? 'decision' : 'addition';
}

/** One row a command: who may. */
function mayNote(asker: Asker, command: NotingCommand): boolean {
  switch (command.kind) {
    case 'draft':
      return mayDraftNotice(asker);
    case 'acknowledge':
      return isGuest(asker) || mayNoteNotice(asker);
    case 'ask':
    case 'answerMeasure':
      return command.via === 'call' ? mayNoteNotice(asker) : isGuest(asker);
    case 'replay':
      return mayReplayDelivery(asker);
    case 'logCall':
    case 'answer':
    case 'proposeMeasure':
    case 'takeMeasure':
    case 'explain':
      return mayNoteNotice(asker);
    case 'close':
    case 'reopen':
      return mayCloseNotice(asker);
  }
}

/** A mail that tells of it at once says how many documents there are, before the last is written. */
function withDocuments(event: NoticeEvent, documents = 0): NoticeEvent {
  if (documents === 0) return event;
  switch (event.type) {
    case 'notice.asked':
      return { ...event, values: { ...event.values, documents } };
    case 'notice.answered':
      return { ...event, values: { ...event.values, documents } };
    default:
      return event;
  }
}
