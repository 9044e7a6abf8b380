import type { CommandOf, Signal } from '../../domain/incident/commands';
import { faultsOfSubNotice } from '../../domain/incident/decideSubNotice';
import type { Language } from '../../domain/letters/head';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Written } from '../entries/written';
import { mayCommand } from '../policies/incident';
import type { Call, Context } from '../ports/ports';
import { commandIncident } from './commandIncident';
import { firmsOf } from './firmsOf';
import { reportEvent } from './reportEvent';

export type ReceiveSubNotice = {
  key: string;
  said: CommandOf<'subNotice.receive'>;
  /** Of the receipt that who told it gets. */
  language: Language;
  exercise: boolean;
};

/**
 * A sub-processor tells of something that no incident of ours is about yet: the event and its notice, one entry each,
 * under one key. What is wrong is said before anything is written; a retry writes what a crash has left out.
 */
export async function receiveSubNotice({ ctx, input }: Call<ReceiveSubNotice>): Promise<Result<Written>> {
  const { key, said } = input;
  if (!mayCommand(ctx, said.kind)) return refused({ code: 'actor.forbidden' });
  const issues = faultsOfSubNotice(said, await aroundOf(ctx, said));
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  const reported = await reportEvent({ ctx, input: { key, signal: signalOf(input) } });
  if (!reported.ok) return reported;
  const { id: incidentId, created } = reported.value;
  const told = await commandIncident({ ctx, input: { incidentId, key: `${key}/told`, command: said } });
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
  return { now: ports.now(), agreementIds, firms: await firmsOf(ctx) };
}
