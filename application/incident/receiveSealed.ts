import type { Sealed } from '../../domain/controllerCase/decideReceived';
import { receivedBeforeMade } from '../../domain/incident/chronology';
import type { CommandOf } from '../../domain/incident/commands';
import type { Incident } from '../../domain/incident/incident';
import { SubNoticeSeal } from '../../domain/incident/subNoticeValues';
import type { Language } from '../../domain/letters/head';
import { done, refused, type Result } from '../../domain/shared/errors';
import { canonical } from '../../domain/shared/jcs';
import type { Written } from '../entries/written';
import { mayCommand } from '../policies/incident';
import type { Call, Context } from '../ports/ports';
import { openedBy, receivedKey, toldAs } from '../received/openedBy';
import { type Believed, fault, sealedIn } from '../received/sealedIn';
import { commandIncident, requestOf } from './commandIncident';
import { receiveSubNotice } from './receiveSubNotice';

type Receive = CommandOf<'subNotice.receive'>;

/** What a sub-processor's signed notice says beside its envelope; `below`: who told it, as far as where it happened; `alsoBelow`: the same of further sources, empty: the sender itself. */
export type SealedSaid = Omit<Receive, 'kind' | 'chain' | 'alsoFrom' | 'reference'> & {
  below: readonly string[];
  alsoBelow?: readonly (readonly string[])[];
};

/**
 * `handedAt`: when the envelope itself came, where it was told of before; undefined: at its receipt. `key`: of who brings it,
 * under which only the same is a repeat; undefined where it comes by itself.
 */
export type ReceiveSealed = { envelope: string; said: SealedSaid; language: Language; handedAt?: string; key?: string };

/**
 * A sub-processor's notice with its signed envelope: the use case of one that is keyed in by hand, under a key made of the
 * notice. Its first version reports an event, a later one joins the same incident, which it opens anew where it was closed;
 * the same version is one, however often it comes (domain rules 7.5, ADR 0042).
 */
export async function receiveSealed({ ctx, input }: Call<ReceiveSealed>): Promise<Result<Written>> {
  if (!mayCommand(ctx, 'subNotice.receive')) return refused({ code: 'actor.forbidden' });
  const believed = await sealedIn(ctx, input.envelope);
  return believed.ok ? receiveBelievedSub(ctx, believed.value, input) : believed;
}

/** The same of an envelope that was read: who calls it has let its actor in. */
export async function receiveBelievedSub(
  ctx: Context,
  { sealed, key, opens }: Believed,
  input: Omit<ReceiveSealed, 'envelope'>,
): Promise<Result<Written>> {
  if (key === (await ctx.ports.proofs.notary.verifierKey(ctx.orgId))) return fault('is your own: the chain comes back');
  if (opens === 'case') return fault(`is of ${sealed.from}, whose notices open your own cases: take it in there`);
  const { said, handedAt = said.receivedAt } = input;
  const issues = receivedBeforeMade(sealed.madeAt, handedAt, ctx.ports.now());
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  const written = await write(ctx, sealed, input);
  // another version of the same notice was first, or the same by another process: this one is told to its incident
  return !written.ok && written.error.code === 'key.reused' ? write(ctx, sealed, input) : written;
}

async function write(
  ctx: Context,
  sealed: Sealed,
  { said, language, key }: Omit<ReceiveSealed, 'envelope'>,
): Promise<Result<Written>> {
  const command = commandOf(sealed, said);
  const repeat = key === undefined ? null : await broughtBefore(ctx, key, command, sealed);
  if (repeat !== null) return repeat;
  const opened = await openedBy(ctx, sealed);
  if (opened?.kind === 'controllerCase') return fault('has opened a case here: it is told there');
  const incident = opened && (await ctx.ports.projections.read(ctx.orgId, 'incident', opened.id));
  if (opened && incident && toldAs(opened.told, sealed)) return done(repeatOf(incident));
  const { origin, noticeId, version, kind, hash: envelopeHash } = sealed;
  const seal: SubNoticeSeal = { origin, noticeId, version, kind, envelopeHash };
  if (opened === null || incident === null) {
    const input = { key: receivedKey(sealed), toldKey: key, said: command, language, exercise: false, seal };
    return receiveSubNotice({ ctx, input });
  }
  return join(ctx, incident, command, seal, key);
}

function commandOf({ from, reference, kind }: Sealed, { below, alsoBelow = [], ...rest }: SealedSaid): Receive {
  const told = {
    chain: [from, ...below],
    ...(alsoBelow.length === 0 ? {} : { alsoFrom: alsoBelow.map((one) => [from, ...one]) }),
  };
  const command: Receive = { kind: 'subNotice.receive', ...told, reference, ...rest };
  return kind === 'withdrawal' ? { ...command, certain: false } : command; // whether ours is one is for two persons
}

/** What the same key brought before: the same again is a repeat, anything else is refused. Null: nothing. */
async function broughtBefore(
  { orgId, ports }: Context,
  key: string,
  command: Receive,
  { hash }: Sealed,
): Promise<Result<Written> | null> {
  const before = await ports.journal.byKey(orgId, key);
  if (before === null) return null;
  const { id } = before.subject;
  const same = await ports.journal.recall(orgId, key, canonical(requestOf(id, command)));
  const seal = SubNoticeSeal.safeParse(before.fields['seal']?.value).data;
  const incident = same.ok && seal?.envelopeHash === hash && (await ports.projections.read(orgId, 'incident', id));
  return incident ? done(repeatOf(incident)) : refused({ code: 'key.reused' });
}

/** What is new of an incident that was closed opens it anew, as it does by hand; a withdrawal is told of what stays closed. */
async function join(
  ctx: Context,
  incident: Incident,
  command: Receive,
  seal: SubNoticeSeal,
  brought?: string,
): Promise<Result<Written>> {
  const key = `${receivedKey(seal)}/${seal.version}/${seal.envelopeHash}`;
  const { id: incidentId, stage, decided } = incident;
  const isClosed = stage === 'CLOSED' || stage === 'EVENT_CLOSED';
  if (isClosed && seal.kind !== 'withdrawal') {
    const kind = stage === 'CLOSED' ? ('incident.reopen' as const) : ('event.reopen' as const);
    const reason = `${command.reference} v${seal.version}`;
    const reopened = await commandIncident({
      ctx,
      // of this closing: what was closed again since is opened again
      input: { incidentId, key: `${key}/reopen/${decided}`, command: { kind, reason } },
    });
    if (!reopened.ok && reopened.error.code !== 'state.refused') return reopened;
  }
  return commandIncident({ ctx, input: { incidentId, key: brought ?? key, command, seal } });
}

const repeatOf = ({ id, reference, seq, revision }: Incident): Written => ({
  id,
  ref: reference.incident ?? reference.signal,
  seq,
  revision,
  created: false,
  approval: null,
});
