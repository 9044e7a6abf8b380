import type { ControllerCase } from '../../domain/controllerCase/case';
import type { Sealed } from '../../domain/controllerCase/decideReceived';
import type { ReceiveNotice } from '../../domain/controllerCase/receiveCommand';
import { done, refused, type Result } from '../../domain/shared/errors';
import { canonical } from '../../domain/shared/jcs';
import { plain } from '../../domain/shared/plain';
import { sha256 } from '../../domain/shared/sha256';
import { appendEvent } from '../entries/appendEvent';
import type { Written } from '../entries/written';
import type { Context } from '../ports/ports';

/** What was asked under a key, as the journal keeps it: its words by their hash, since they can be erased where they stand. */
export const requestOfBringing = ({ envelope, text, ...said }: ReceiveNotice) =>
  plain({ ...said, envelope: sha256(envelope), ...(text !== undefined && { text: sha256(text) }) });

/**
 * What the same key has brought before: the same again is a repeat, anything else is refused. The notice itself is the key
 * of what it opens, whoever brings it; the key of who does is written behind it.
 *
 * @returns null where nothing was brought under it
 */
export async function broughtBefore(
  { orgId, ports }: Context,
  key: string,
  said: ReceiveNotice,
): Promise<Result<Written | null>> {
  const found = await ports.journal.recall(orgId, key, canonical(requestOfBringing(said)));
  if (!found.ok || found.value === null) return found.ok ? done(null) : found;
  const one = await ports.projections.read(orgId, 'controllerCase', found.value.subject.id);
  return one === null ? refused({ code: 'subject.unknown' }) : done(repeatOf(one));
}

/** Who brought the notice, under their own key. A process that died before has answered nobody: the same form says it now. */
export async function noteBrought(
  ctx: Context,
  { key, said, written }: { key: string; said: ReceiveNotice; written: Written },
  { version, hash: envelopeHash }: Pick<Sealed, 'version' | 'hash'>,
): Promise<Result<Written>> {
  const appended = await appendEvent(ctx, {
    subject: { kind: 'controllerCase', id: written.id },
    key,
    request: requestOfBringing(said),
    event: { type: 'case.brought', values: { version, envelopeHash } },
    standing: { kind: 'addition', revision: written.revision + 1 },
  });
  return appended.ok ? done({ ...written, revision: appended.value.entry.revision }) : appended;
}

export const repeatOf = ({ id, reference: ref, seq, revision }: ControllerCase): Written => ({
  id,
  ref,
  seq,
  revision,
  created: false,
  approval: null,
});
