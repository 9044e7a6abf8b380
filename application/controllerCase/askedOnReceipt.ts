import { mayBeSame } from '../../domain/controllerCase/joinable';
import type { ControllerCase } from '../../domain/controllerCase/case';
import type { Contract } from '../../domain/controllerCase/contractOfCase';
import { firmKey } from '../../domain/party/firmKey';
import { done, refused, type Result } from '../../domain/shared/errors';
import { filteredPage } from '../entries/filteredPage';
import { mayOpenCase } from '../policies/controllerCase';
import type { Call } from '../ports/ports';
import { allParties } from '../party/readParties';
import { contractsInForce } from './contractWith';

export type AskedOnReceipt = {
  /** Cases that the notice may be of already, newest first. */
  cases: readonly ControllerCase[];
  /** Contracts of firms whose seal is believed here, and that have several in force with us. */
  contracts: readonly (Contract & { firm: string })[];
};

/** More than one night has. */
const MOST_CASES = 50;

/**
 * What a person who brings a signed notice is asked beside it, as nobody else can know it. Contracts count as they were in
 * force at the receipt.
 *
 * @param input.receivedAt UTC instant; null while nobody has said when: now
 */
export async function askedOnReceipt({
  ctx,
  input: { receivedAt },
}: Call<{ receivedAt: string | null }>): Promise<Result<AskedOnReceipt>> {
  if (!mayOpenCase(ctx)) return refused({ code: 'actor.forbidden' });
  const now = ctx.ports.now();
  const near = { limit: MOST_CASES, open: true };
  const [cases, inForce, parties] = await Promise.all([
    filteredPage(ctx, 'controllerCase', near, (one) => mayBeSame(one, now)),
    contractsInForce(ctx, receivedAt ?? now.toISOString()),
    allParties(ctx),
  ]);
  const believed = new Set(parties.flatMap(({ key, name }) => (key === null || name === null ? [] : [firmKey(name)])));
  const contracts = inForce.filter(({ firm }) => believed.has(firmKey(firm)));
  const isOfSeveral = ({ firm }: { firm: string }) =>
    contracts.filter((one) => firmKey(one.firm) === firmKey(firm)).length > 1;
  return done({ cases, contracts: contracts.filter(isOfSeveral) });
}
