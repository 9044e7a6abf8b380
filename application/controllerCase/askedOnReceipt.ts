import { mayBeSame } from '../../domain/controllerCase/joinable';
import type { ControllerCase } from '../../domain/controllerCase/case';
import type { Contract } from '../../domain/controllerCase/contractOfCase';
import { firmKey } from '../../domain/party/firmKey';
import { done, refused, type Result } from '../../domain/shared/errors';
import { filteredPage } from '../entries/filteredPage';
import { mayOpenCase } from '../policies/controllerCase';
import type { Call } from '../ports/ports';
import { contractsInForce } from './contractWith';

export type AskedOnReceipt = {
  /** Cases that the notice may be of already, newest first. */
  cases: readonly ControllerCase[];
  /** Contracts of firms that have several in force with us. */
  contracts: readonly (Contract & { firm: string })[];
};

/** More than one night has. */
const MOST_CASES = 50;

/** What a person who brings a signed notice is asked beside it, as nobody else can know it. */
export async function askedOnReceipt({ ctx }: Pick<Call<null>, 'ctx'>): Promise<Result<AskedOnReceipt>> {
  if (!mayOpenCase(ctx)) return refused({ code: 'actor.forbidden' });
  const now = ctx.ports.now();
  const near = { limit: MOST_CASES, open: true };
  const [cases, contracts] = await Promise.all([
    filteredPage(ctx, 'controllerCase', near, (one) => mayBeSame(one, now)),
    contractsInForce(ctx, now.toISOString()),
  ]);
  const isOfSeveral = ({ firm }: { firm: string }) =>
    contracts.filter((one) => firmKey(one.firm) === firmKey(firm)).length > 1;
  return done({ cases, contracts: contracts.filter(isOfSeveral) });
}
