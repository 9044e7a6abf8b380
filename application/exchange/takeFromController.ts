import { contactsOf } from '../../domain/agreement/contacts';
import { actIdOf, type FromController } from '../../domain/exchange/message';
import type { NotingCommand } from '../../domain/notice/commands';
import { done, refused, type Result } from '../../domain/shared/errors';
import { noteNotice } from '../notice/noteNotice';
import { loadCase } from '../notice/readCase';
import type { Context } from '../ports/ports';

/**
 * What the controller acknowledges, asks or says on a measure is done on the notice as the act of the contract's first contact, under a key
 * made of what it is: done twice, it is there once.
 *
 * @returns when it was recorded
 */
export async function takeFromController(ctx: Context, origin: string, said: FromController): Promise<Result<string>> {
  const { noticeId } = said;
  const read = await loadCase(ctx, noticeId);
  if (!read.ok) return read;
  const key = `exchange/${origin}/${noticeId}/${said.kind}/${actIdOf(said)}`;
  const before = await ctx.ports.journal.byKey(ctx.orgId, key);
  // said again it is the act of who was first then, though another is first in the contract by now
  const contactId = before?.actor.id ?? contactsOf(read.value.agreement)[0]?.id;
  if (contactId === undefined) return refused({ code: 'subject.unknown' });
  const guest: Context = { ...ctx, actor: { kind: 'guest', id: contactId } };
  const noted = await noteNotice({ ctx: guest, input: { noticeId, key, command: commandOf(said, contactId) } });
  if (!noted.ok) return noted;
  const entry = await ctx.ports.journal.byKey(ctx.orgId, key);
  return done(entry?.recordedAt ?? ctx.ports.now().toISOString());
}

function commandOf(said: FromController, contactId: string): NotingCommand {
  if (said.kind === 'question') {
    const { questionId, text, urgentHours } = said;
    return { kind: 'ask', questionId, contactId, text, urgentHours, via: 'exchange' };
  }
  const { name, function: role } = said;
  if (said.kind === 'word') {
    const { measureId, verdict, text } = said;
    return { kind: 'answerMeasure', measureId, verdict, text, contactId, via: 'exchange', name, function: role };
  }
  const { version } = said;
  return { kind: 'acknowledge', version, contactId, via: 'exchange', name, function: role };
}
