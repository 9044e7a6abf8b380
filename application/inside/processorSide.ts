import { contactsOf } from '../../domain/agreement/contacts';
import type { ControllerCase } from '../../domain/controllerCase/case';
import { readVerifierKey } from '../../domain/journal/note';
import { loadCase } from '../notice/readCase';
import { allParties } from '../party/readParties';
import type { Context } from '../ports/ports';
import { organisationOf } from './organisationOf';

/** Where the acts of a case are handed to: the sender's organisation, its notice, and the contact in whose name they are. */
export type ProcessorSide = { ctx: Context; noticeId: string; contactId: string };

/**
 * The other side of a case whose notice came from within this installation. Null where it did not, and as soon as either
 * side has taken its consent back: the party that we admit, the tie of the agreement to us (ADR 0031).
 */
export async function processorSide(
  ctx: Context,
  { source }: Pick<ControllerCase, 'source'>,
): Promise<ProcessorSide | null> {
  if (source === null) return null;
  const { ports } = ctx;
  const party = (await allParties(ctx)).find(
    ({ key, admits }) => admits && key !== null && readVerifierKey(key)?.name === source.origin,
  );
  const orgId = party?.key ? await organisationOf(ports, party.key) : null;
  if (orgId === null) return null;
  const system: Context = { orgId, actor: { kind: 'system', id: 'inside' }, roles: [], ports };
  const read = await loadCase(system, source.noticeId);
  if (!read.ok || read.value.agreement.inside !== ctx.orgId) return null;
  const [contact] = contactsOf(read.value.agreement);
  if (contact === undefined) return null;
  return {
    ctx: { ...system, actor: { kind: 'guest', id: contact.id } },
    noticeId: source.noticeId,
    contactId: contact.id,
  };
}
