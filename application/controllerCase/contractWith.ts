import { versionAt } from '../../domain/agreement/versions';
import { firmKey } from '../../domain/party/firmKey';
import { allAgreements } from '../agreement/allAgreements';
import type { Context } from '../ports/ports';

/** The one agreement in force at an instant by which a firm processes for us; null for none, or where several do. */
export async function contractWith(ctx: Context, firm: string, at: string): Promise<string | null> {
  const inForce = (await allAgreements(ctx)).filter((agreement) => {
    const name = versionAt(agreement, at)?.document?.processor.name;
    return name !== undefined && firmKey(name) === firmKey(firm);
  });
  const [only, ...others] = inForce;
  return only === undefined || others.length > 0 ? null : only.id;
}
