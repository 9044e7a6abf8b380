import type { Telling } from '../../../domain/atOnce/telling';
import { controllersOf } from '../../../application/atOnce/controllersOf';
import { zoneOf } from '../../../application/organisation/zoneOf';
import type { Context } from '../../../application/ports/ports';
import type { Option } from '../../../templates/pages/parts/form';
import { agreementOptions, signedAgreements } from '../incident/around';

/** What the forms about something that is told at once are made from. */
export type Around = {
  now: Date;
  zone: string;
  contacts: readonly Option[];
  toldAt: readonly string[];
  /** Agreements by name of the controller. */
  agreements: readonly Option[];
};

const BETWEEN = '/';

/** Whom a call or an answer may be of: the contacts of each controller that was told. */
export async function aroundOf({ ctx }: { ctx: Context }, { told }: Telling): Promise<Around> {
  const controllers = await controllersOf(
    ctx,
    told.map(({ agreementId }) => agreementId),
  );
  const contacts = told.flatMap(({ agreementId }) => {
    const { name, contacts: theirs } = controllers.get(agreementId) ?? { name: agreementId, contacts: [] };
    return theirs.map((contact) => ({
      value: [agreementId, contact.id].join(BETWEEN),
      label: [name, contact.name, contact.phone].filter(Boolean).join(', '),
    }));
  });
  const agreements = agreementOptions(await signedAgreements(ctx));
  return { now: ctx.ports.now(), zone: await zoneOf(ctx), contacts, toldAt: told.map(({ at }) => at), agreements };
}

/** Which contact was chosen. */
export function chosen(value: string): { agreementId: string; contactId: string } {
  const [agreementId = '', contactId = ''] = value.split(BETWEEN);
  return { agreementId, contactId };
}
