import type { Drill } from '../../domain/deadline/pace';
import type { CommandOf, Signal } from '../../domain/incident/commands';
import { decideSubNotice } from '../../domain/incident/decideSubNotice';
import type { SubNoticeSeal } from '../../domain/incident/subNoticeValues';
import type { Language } from '../../domain/letters/head';
import { done, refused, type Result } from '../../domain/shared/errors';
import { plain } from '../../domain/shared/plain';
import type { Follower } from '../entries/appendEvent';
import type { Written } from '../entries/written';
import { mayCommand } from '../policies/incident';
import type { Call, Context } from '../ports/ports';
import { commandIncident, requestOf } from './commandIncident';
import { firmsOf } from './firmsOf';
import { reportEvent } from './reportEvent';

export type ReceiveSubNotice = {
  key: string;
  /** Under which what was told is written, where whoever brings it gave a key of its own. */
  toldKey?: string | undefined;
  said: CommandOf<'subNotice.receive'>;
  /** Of the receipt that who told it gets. */
  language: Language;
  exercise: boolean;
  /** The signed notice that it came by; null: keyed in by hand. */
  seal?: SubNoticeSeal | null;
  /** The planned exercise that it belongs to. */
  drill?: Drill | undefined;
};

/**
 * A sub-processor tells of something that no incident of ours is about yet: the event and its notice, one entry each, in
 * one write. What is wrong is said before anything is written; what another process kept from following is written here.
 */
export async function receiveSubNotice({ ctx, input }: Call<ReceiveSubNotice>): Promise<Result<Written>> {
  const { key, said, toldKey = `${key}/told` } = input;
  if (!mayCommand(ctx, said.kind)) return refused({ code: 'actor.forbidden' });
  const { seal = null } = input;
  const decided = decideSubNotice(said, { ...(await aroundOf(ctx, said)), seal });
  if (!decided.ok) return decided;
  const { type, values } = decided.value;
  const follower = (incidentId: string): Follower => ({
    actor: ctx.actor,
    key: toldKey,
    event: { type, values: plain(values) },
    request: requestOf(incidentId, said),
  });
  const reported = await reportEvent({ ctx, input: { key, signal: signalOf(input), drill: input.drill, follower } });
  if (!reported.ok) return reported;
  const { id: incidentId, created } = reported.value;
  const told = await commandIncident({ ctx, input: { incidentId, key: toldKey, command: said, seal } });
  return told.ok ? done({ ...told.value, created }) : told;
}

/** The receipt says what was told; an incident is told to DPO and management at once, a suspicion waits for who triages. */
const signalOf = ({ said, language, exercise }: ReceiveSubNotice): Signal => ({
  text: said.text,
  source: 'subProcessor',
  alertedAt: said.receivedAt,
  declarant: { name: said.toldBy, email: said.email, phone: said.phone },
  looksLike: said.certain ? 'incident' : 'event',
  channel: 'other',
  detectedAt: null,
  systems: [],
  language,
  exercise,
});

async function aroundOf(ctx: Context, { touched }: CommandOf<'subNotice.receive'>) {
  const { orgId, ports } = ctx;
  const ids = touched.map(({ agreementId }) => agreementId);
  const found = await Promise.all(ids.map((id) => ports.projections.read(orgId, 'agreement', id)));
  const agreementIds = new Set(found.flatMap((agreement) => (agreement === null ? [] : [agreement.id])));
  const isPerson = ctx.actor.kind === 'person';
  return { now: ports.now(), newId: ports.newId(), isPerson, agreementIds, firms: await firmsOf(ctx) };
}
