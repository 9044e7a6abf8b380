import type { Contract } from '../../domain/controllerCase/contractOfCase';
import { firmKey } from '../../domain/party/firmKey';
import type { Context } from '../ports/ports';
import { contractsInForce } from './contractWith';

/** Contracts in force now by which somebody else processes for us: whoever opens a case may say whose breach it is. */
export async function ourProcessors(ctx: Context): Promise<(Contract & { firm: string })[]> {
  const { orgId, ports } = ctx;
  const [contracts, house] = await Promise.all([
    contractsInForce(ctx, ports.now().toISOString()),
    ports.projections.read(orgId, 'organisation', orgId),
  ]);
  const ours = firmKey(house?.name ?? '');
  return contracts.filter(({ firm }) => firmKey(firm) !== ours);
}
