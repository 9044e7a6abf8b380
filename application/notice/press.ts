import type { VersionText } from '../../domain/notice/decideVersion';
import { type ComposedMail, composeMail } from '../delivery/freezeMail';
import type { Context } from '../ports/ports';
import { guestLink } from './letterParts';
import type { FullCase } from './readCase';
import type { Recipient, Way } from './recipientsOf';
import { type Copy, versionLetter } from './versionLetter';

/** What every copy of a version says alike. Known before the version is: whoever sends asks for it beforehand. */
export type Shared = Omit<Copy, 'recipient' | 'link'>;

/** A mail as it will leave. Nothing of it is stored yet. */
export type DrawnMail = ComposedMail & { pdf: Buffer | null };

/**
 * Draws the copies of one act, each once: the same words are the same bytes (ports of texts and mailer), so that what was
 * drawn of what this process remembered stands where the journal says the same, and is drawn anew where it does not.
 */
export type Press = {
  shared: Promise<Shared>;
  copyFor(recipient: Recipient): Promise<Copy>;
  draw(fullCase: FullCase, version: VersionText, copy: Copy, way: Way): Promise<DrawnMail>;
};

export function createPress(ctx: Context, noticeId: string): Press {
  const shared = readShared(ctx);
  shared.catch(() => undefined); // whoever waits for it hears of it; what is refused before asks no more
  const links = new Map<string, Promise<string>>();
  const mails = new Map<string, Promise<DrawnMail>>();
  return {
    shared,

    async copyFor(recipient) {
      const link = once(links, recipient.id, () => guestLink(ctx, noticeId, recipient.id));
      return { ...(await shared), recipient, link: await link };
    },

    draw(fullCase, version, copy, way) {
      const { name, data } = versionLetter(fullCase, version, copy);
      const { language } = fullCase.agreement;
      const said = JSON.stringify([copy.recipient.id, way.address, language, name, data]);
      return once(mails, said, async () => {
        const rendered = await ctx.ports.texts.render(name, language, data);
        const { pdf } = rendered;
        const filename = `${fullCase.notice.opened.reference}-v${version.number}.pdf`;
        const mail = await composeMail(ctx, noticeId, {
          id: `v${version.number}-${copy.recipient.id}-email`,
          to: { kind: 'contact', id: copy.recipient.id },
          address: way.address,
          rendered,
          language,
          date: copy.now,
          ...(pdf !== null && { attachment: { filename, bytes: pdf } }),
        });
        return { ...mail, pdf };
      });
    },
  };
}

export async function readShared({ orgId, actor, ports }: Context): Promise<Shared> {
  const [names, checkpoint] = await Promise.all([
    actor.kind === 'person' ? ports.people.names(orgId) : null,
    ports.checkpoints.newestHash(orgId),
  ]);
  return { author: names?.get(actor.id)?.name ?? null, checkpoint, now: ports.now() };
}

function once<T>(begun: Map<string, Promise<T>>, name: string, begin: () => Promise<T>): Promise<T> {
  const found = begun.get(name) ?? begin();
  begun.set(name, found);
  return found;
}
