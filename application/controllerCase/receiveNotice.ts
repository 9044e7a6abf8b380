import type { ControllerCase } from '../../domain/controllerCase/case';
import type { ReceiveNotice } from '../../domain/controllerCase/commands';
import { decideReceived, type Sealed } from '../../domain/controllerCase/decideReceived';
import { readEnvelope, type ReadEnvelope } from '../../domain/controllerCase/envelope';
import { foldCase } from '../../domain/controllerCase/fold';
import { readVerifierKey } from '../../domain/journal/note';
import { done, refused, type Result } from '../../domain/shared/errors';
import { plain } from '../../domain/shared/plain';
import { appendEvent } from '../entries/appendEvent';
import { type Written, writtenOf } from '../entries/written';
import { zoneOf } from '../organisation/zoneOf';
import { allParties } from '../party/readParties';
import { isSystem } from '../policies/asker';
import { mayReceiveNotice } from '../policies/controllerCase';
import type { Call, Context } from '../ports/ports';

/**
 * A notice of another organisation, with its signed envelope: the first version opens the case, a later one is added to
 * it. The same version is one, however often and by whichever of its envelopes it comes; what is not sealed by a key that we believe is
 * refused, and nothing is written.
 */
export async function receiveNotice({ ctx, input }: Call<ReceiveNotice>): Promise<Result<Written>> {
  if (!mayReceiveNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const sealed = await sealedIn(ctx, input.envelope);
  if (!sealed.ok) return sealed;
  const written = await tellCase(ctx, sealed.value, input);
  // another version of the same notice was first: this one is told to its case
  return !written.ok && written.error.code === 'key.reused' ? tellCase(ctx, sealed.value, input) : written;
}

type Source = Pick<Sealed, 'origin' | 'noticeId'>;

/** Under which the first version of a notice opens its case. */
const receivedKey = ({ origin, noticeId }: Source): string => `received/${origin}/${noticeId}`;

/** Id of the case that a notice has opened, however its envelope came; null for none. */
export async function caseOpenedBy({ orgId, ports }: Context, source: Source): Promise<string | null> {
  const opening = await ports.journal.byKey(orgId, receivedKey(source));
  return opening === null ? null : opening.subject.id;
}

async function tellCase(ctx: Context, sealed: Sealed, input: ReceiveNotice): Promise<Result<Written>> {
  const { version, hash } = sealed;
  const first = receivedKey(sealed);
  const caseId = await caseOpenedBy(ctx, sealed);
  const before = caseId === null ? null : await ctx.ports.projections.read(ctx.orgId, 'controllerCase', caseId);
  const known = before && toldAs(before.told, { hash, version });
  if (before && known) return done({ ...repeatOf(before), seq: known.seq });
  const around = { now: ctx.ports.now(), zone: await zoneOf(ctx) };
  // handed within the installation, a version brings what would open a case, where it opens none
  const said = before && isSystem(ctx) ? { ...input, nature: [], knownAt: null } : input;
  const event = decideReceived(before, { sealed, said }, around);
  if (!event.ok) return event;
  const { type, values } = event.value;
  const appended = await appendEvent(ctx, {
    subject: { kind: 'controllerCase', id: before?.id ?? ctx.ports.newId() },
    key: before ? `${first}/${version}/${hash}` : first,
    request: plain({ envelopeHash: hash, receivedAt: input.receivedAt }),
    event: { type, values: plain(values) },
    standing: before ? { kind: 'addition', revision: before.revision + 1 } : { kind: 'decision', revision: 1 },
    at: values.receivedAt,
  });
  if (!appended.ok) return appended;
  const { entry, created } = appended.value;
  const after = before ? await ctx.ports.projections.read(ctx.orgId, 'controllerCase', before.id) : foldCase([entry]);
  return after === null
    ? refused({ code: 'subject.unknown' })
    : done(writtenOf(entry, after, after.reference, created));
}

/** One version is one, by whichever of its envelopes it came: by another mail, over HTTPS, on a page. */
export const toldAs = (
  told: ControllerCase['told'],
  { hash, version }: Pick<Sealed, 'hash' | 'version'>,
): ControllerCase['told'][number] | undefined =>
  told.find((one) => one.envelopeHash === hash) ??
  told.find((one) => one.envelopeHash !== null && one.version === version);

const repeatOf = ({ id, reference: ref, seq, revision }: ControllerCase): Written => ({
  id,
  ref,
  seq,
  revision,
  created: false,
  approval: null,
});

/** What the envelope says, once its seal is known to be of the party whose name it bears. */
async function sealedIn(ctx: Context, envelope: string): Promise<Result<Sealed>> {
  const read = readEnvelope(envelope);
  if (typeof read === 'string') return fault(read);
  const { origin } = read.header;
  const party = (await allParties(ctx)).find(({ key }) => key !== null && readVerifierKey(key)?.name === origin);
  if (party === undefined || party.key === null) {
    return fault(`is of ${origin}, whose key is not recorded: record the party with the key that it gave you`);
  }
  if (!ctx.ports.proofs.notary.isSignedBy(party.key, read.note)) {
    return fault(
      `is not sealed by the key of ${origin} that you have recorded: it is forged, or their key has changed`,
    );
  }
  return done(sealedOf(read, party));
}

const sealedOf = ({ header, hash }: ReadEnvelope, party: { id: string; name: string | null }): Sealed => ({
  origin: header.origin,
  noticeId: header.notice.id,
  reference: header.notice.reference,
  version: header.notice.version,
  kind: header.notice.kind,
  madeAt: header.madeAt,
  hash,
  partyId: party.id,
  from: party.name ?? header.origin,
});

const fault = (message: string): Result<never> =>
  refused({ code: 'input.invalid', issues: [{ pointer: '/envelope', message }] });
