import type { Deliverable } from '../../domain/delivery/events';
import type { VersionText } from '../../domain/notice/decideVersion';
import type { Told } from '../../domain/notice/events';
import { isSuspected } from '../../domain/notice/case';
import { isHandedOn } from '../../domain/notice/handing';
import type { NoticeFacts } from '../../domain/exchange/noticeFacts';
import { maskLinks } from '../../domain/notice/maskLinks';
import { cutAt } from '../../domain/shared/cutAt';
import { LONGEST_LETTER } from '../../domain/shared/words';
import { type Envelope, sealEnvelope } from '../journal/sealEnvelope';
import type { FullCase } from '../notice/readCase';
import { upwardIn } from '../notice/toldWords';
import type { Context } from '../ports/ports';
import { versionExchangeId } from './exchangeMeasures';
import { freezeExchange } from './freezeExchange';
import { controllerPeer } from './peers';

export type Frozen = {
  version: VersionText;
  at: string;
  told: Told;
  checkpoint: string | null;
  facts: NoticeFacts | null;
  /** The first contact's mail, whose words these are; undefined where none goes. */
  mail: { bytes: Buffer; documents: Envelope['documents'] } | undefined;
};

/**
 * A version for the controller's own installation, beside the mails: with the envelope of its first contact's mail. Since
 * when it is known is said where an earlier version has left already (rule E5).
 */
export async function exchangeVersion(ctx: Context, fullCase: FullCase, frozen: Frozen): Promise<Deliverable[]> {
  const { notice, agreement } = fullCase;
  const { version, at, told, checkpoint: checkpointHash, facts, mail } = frozen;
  const peer = isHandedOn(notice) ? controllerPeer(agreement) : null;
  if (peer === null || ctx.ports.carriers.exchange === null) return [];
  const about = { id: notice.id, reference: notice.opened.reference, version: version.number, kind: version.kind };
  const sealed = { notice: about, checkpointHash, documents: mail?.documents ?? [], madeAt: at, facts };
  const envelope = await sealEnvelope(ctx, sealed).catch(() => null);
  if (envelope === null) return [];
  const { items } = version;
  const words = mail === undefined ? '' : await ctx.ports.mailer.textOf(mail.bytes);
  return freezeExchange(ctx, notice.id, {
    id: versionExchangeId(version.number),
    partyId: notice.opened.partyId,
    peer,
    at,
    said: {
      kind: 'version',
      envelope,
      text: cutAt(maskLinks(words || notice.opened.reference), LONGEST_LETTER),
      certain: !isSuspected(version),
      nature: [...told.nature],
      knownAt: notice.versions[0]?.frozenAt ?? null,
      upward: upwardIn(fullCase, items),
    },
  });
}
