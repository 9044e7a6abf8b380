import { versionAt } from '../../domain/agreement/versions';
import type { Contract } from '../../domain/controllerCase/contractOfCase';
import { firmKey } from '../../domain/party/firmKey';
import { allAgreements } from '../agreement/allAgreements';
import type { Context } from '../ports/ports';

/** Agreements in force at an instant, each with the firm that processes by it. */
export async function contractsInForce(ctx: Context, at: string): Promise<(Contract & { firm: string })[]> {
  return (await allAgreements(ctx)).flatMap((agreement) => {
    const firm = versionAt(agreement, at)?.document?.processor.name;
    return firm === undefined ? [] : [{ id: agreement.id, reference: agreement.reference, firm }];
  });
}

/** Those by which one firm processes for us. */
export const contractsWith = async (ctx: Context, firm: string, at: string): Promise<Contract[]> =>
  (await contractsInForce(ctx, at)).filter((one) => firmKey(one.firm) === firmKey(firm));
