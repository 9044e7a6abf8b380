import type { NotingCommand } from '../../domain/notice/commands';
import { decideNote } from '../../domain/notice/decideNote';
import { done, refused, type Result } from '../../domain/shared/errors';
import { canonical } from '../../domain/shared/jcs';
import { appendEvent } from '../entries/appendEvent';
import type { Asker } from '../policies/asker';
import { isGuest, mayCloseNotice, mayDraftNotice, mayNoteNotice } from '../policies/notice';
import type { Call } from '../ports/ports';
import { checkDecided } from './checkDecided';
import { loadCase } from './readCase';
import { requestOf, type Written } from './sendVersion';

export type NoteNotice = { noticeId: string; key: string; command: NotingCommand; decided?: number };

/** Records an act that sends nothing: a draft, a call, an answer, an acknowledgement, a reason, an end. */
export async function noteNotice({ ctx, input }: Call<NoteNotice>): Promise<Result<Written>> {
  const { noticeId, key, command } = input;
  if (!mayNote(ctx, command)) return refused({ code: 'actor.forbidden' });
  const request = requestOf(noticeId, command);
  const repeat = await ctx.ports.journal.recall(ctx.orgId, key, canonical(request));
  if (!repeat.ok) return repeat;
  if (repeat.value !== null) return done({ ...repeat.value, created: false });

  const read = await loadCase(ctx, noticeId);
  if (!read.ok) return read;
  const { notice } = read.value;
  const current = await checkDecided(ctx, notice, input.decided);
  if (!current.ok) return current;

  const decided = decideNote(read.value, command);
  if (!decided.ok) return decided;
  const kind = isDecision(command) ? 'decision' : 'addition';
  const appended = await appendEvent(ctx, {
    subject: { kind: 'notice', id: noticeId },
    key,
    request,
    event: decided.value,
    standing: { kind, revision: notice.revision + 1 },
  });
  if (!appended.ok) return appended;
  const { seq, revision } = appended.value.entry;
  return done({ seq, revision, created: appended.value.created });
}

const isDecision = ({ kind }: NotingCommand): boolean => kind === 'close' || kind === 'reopen';

/** One row a command: who may. */
function mayNote(asker: Asker, { kind }: NotingCommand): boolean {
  switch (kind) {
    case 'draft':
      return mayDraftNotice(asker);
    case 'acknowledge':
      return isGuest(asker) || mayNoteNotice(asker);
    case 'ask':
      return isGuest(asker);
    case 'logCall':
    case 'answer':
    case 'explain':
      return mayNoteNotice(asker);
    case 'close':
    case 'reopen':
      return mayCloseNotice(asker);
  }
}
