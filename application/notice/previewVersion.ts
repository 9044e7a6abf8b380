import type { Channel } from '../../domain/delivery/events';
import type { SendingCommand } from '../../domain/notice/commands';
import { decideVersion, type VersionText } from '../../domain/notice/decideVersion';
import { done, refused, type Result } from '../../domain/shared/errors';
import { maySendNotice } from '../policies/notice';
import type { Call, Context } from '../ports/ports';
import type { Shown } from '../ports/texts';
import { defaultsOf } from './defaults';
import { callScript } from './freezeContactCall';
import { smsText } from './freezeFurther';
import { readShared } from './press';
import { type FullCase, readCase } from './readCase';
import { waysOf } from './recipientsOf';
import { versionLetter } from './versionLetter';

/** What one recipient would get: the words of the mail, or the text that is read on the telephone. */
export type Preview = Shown & { name: string; channel: Channel; address: string };

/** `link`: last part of the address that stands for the personal link, which is made only when a version is frozen. */
export type PreviewVersion = { noticeId: string; command: SendingCommand; link: string };

/** The letters that a command would freeze now, by the same code, with nothing written and no link made. */
export async function previewVersion({ ctx, input }: Call<PreviewVersion>): Promise<Result<Preview[]>> {
  if (!maySendNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const read = await readCase({ ctx, input: { noticeId: input.noticeId } });
  if (!read.ok) return read;
  const version = decideVersion(read.value, input.command, defaultsOf(read.value), ctx.ports.now());
  if (!version.ok) return version;
  // A contract whose text was erased names nobody any more.
  if (read.value.agreement.document === null) return done([]);
  return done(await lettersOf(ctx, read.value, version.value, `${ctx.ports.settings.publicUrl}/n/${input.link}`));
}

async function lettersOf(ctx: Context, fullCase: FullCase, version: VersionText, link: string): Promise<Preview[]> {
  const { texts } = ctx.ports;
  const { language } = fullCase.agreement;
  const shared = await readShared(ctx);
  return waysOf(fullCase).map(({ recipient, way }) => {
    if (way.channel === 'phone') {
      const script = callScript(ctx, fullCase, recipient, { reason: 'channel', version });
      return { ...way, name: recipient.name, ...texts.show('phoneScript', language, script) };
    }
    if (way.channel === 'sms') {
      return { ...way, name: recipient.name, subject: '', text: smsText(ctx, fullCase, version, link) };
    }
    if (way.channel === 'webhook') return { ...way, name: recipient.name, subject: '', text: link };
    const { name, data } = versionLetter(fullCase, version, { ...shared, recipient, link });
    return { ...way, name: recipient.name, ...texts.show(name, language, data) };
  });
}
