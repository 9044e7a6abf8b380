import type { VersionText } from '../../domain/notice/decideVersion';
import { type ComposedMail, composeMail } from '../delivery/freezeMail';
import type { Context } from '../ports/ports';
import { PDF } from '../ports/documents';
import { attachedEnvelope, isTied } from './attachedEnvelope';
import { factsTold } from './factsTold';
import { guestLink } from './letterParts';
import type { FullCase } from './readCase';
import { type Recipient, type To, waysOf } from './recipientsOf';
import { type Copy, type Letter, versionLetter } from './versionLetter';

/** What every copy of a version says alike. Known before the version is: whoever sends asks for it beforehand. */
export type Shared = Omit<Copy, 'recipient' | 'link'>;

/** A mail as it will leave. Nothing of it is stored yet. */
export type DrawnMail = ComposedMail & { pdf: Buffer | null };

/** `facts`: what the envelope beside it says as values; null where none goes with it, or it says none. */
type Drawn = { letter: Letter; facts: ReturnType<typeof factsTold> };

/**
 * Draws the mails of one act, each once: the same words are the same bytes (ports of texts and mailer), so that what was
 * drawn of what this process remembered stands where the journal says the same, and is drawn anew where it does not.
 */
export type Press = {
  shared(): Promise<Shared>;
  draw(fullCase: FullCase, version: VersionText, to: To): Promise<DrawnMail>;
  /** Begins every mail of a version, and resolves once nothing more has to be read for them. */
  begin(fullCase: FullCase, version: VersionText): Promise<void>;
};

export function createPress(ctx: Context): Press {
  const read = new Map<'shared', Promise<Shared>>();
  const shared = () => once(read, 'shared', () => readShared(ctx));
  shared().catch(() => undefined); // while the journal is read; where it fails, whoever needs it reads again
  const links = new Map<string, Promise<string>>();
  const mails = new Map<string, Promise<DrawnMail>>();

  const letterTo = async (fullCase: FullCase, version: VersionText, recipient: Recipient) => {
    const link = await once(links, recipient.id, () => guestLink(ctx, fullCase.notice.id, recipient.id));
    return versionLetter(fullCase, version, { ...(await shared()), recipient, link });
  };

  async function compose(
    fullCase: FullCase,
    version: VersionText,
    { recipient, way }: To,
    { letter: { name, data }, facts }: Drawn,
  ): Promise<DrawnMail> {
    const { notice, agreement } = fullCase;
    const { number } = version;
    const { language } = agreement;
    const rendered = await ctx.ports.texts.render(name, language, data);
    const { pdf } = rendered;
    const { reference } = notice.opened;
    const printed = pdf === null ? [] : [{ filename: `${reference}-v${number}.pdf`, mediaType: PDF, bytes: pdf }];
    const proof = isTied(fullCase)
      ? await attachedEnvelope(ctx, notice, version, pdf, { ...(await shared()), facts })
      : [];
    const mail = await composeMail(ctx, notice.id, {
      id: `v${number}-${recipient.id}-email`,
      to: { kind: 'contact', id: recipient.id },
      address: way.address,
      rendered,
      language,
      date: (await shared()).now,
      attachments: [...printed, ...proof],
    });
    return { ...mail, pdf };
  }

  const print = (fullCase: FullCase, version: VersionText, to: To, letter: Letter) => {
    const { recipient, way } = to;
    const isSealed = isTied(fullCase);
    const facts = isSealed ? factsTold(fullCase, version) : null;
    const sealed = isSealed && [version.number, version.kind, facts];
    const said = JSON.stringify([recipient.id, way.address, fullCase.agreement.language, letter, sealed]);
    return once(mails, said, () => compose(fullCase, version, to, { letter, facts }));
  };

  return {
    shared,

    async draw(fullCase, version, to) {
      return print(fullCase, version, to, await letterTo(fullCase, version, to.recipient));
    },

    async begin(fullCase, version) {
      const mailed = waysOf(fullCase).filter(({ way }) => way.channel === 'email');
      await Promise.all(
        mailed.map(async (to) => {
          const letter = await letterTo(fullCase, version, to.recipient);
          print(fullCase, version, to, letter).catch(() => undefined); // met again by whoever needs it
        }),
      );
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

/** What failed is begun again by whoever asks next. */
function once<Name extends string, T>(begun: Map<Name, Promise<T>>, name: Name, begin: () => Promise<T>): Promise<T> {
  const found = begun.get(name);
  if (found !== undefined) return found;
  const started = begin();
  begun.set(name, started);
  started.catch(() => begun.delete(name));
  return started;
}
