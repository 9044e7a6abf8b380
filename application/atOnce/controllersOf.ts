import { contactsOf, type NoticeContact } from '../../domain/agreement/contacts';
import { newestSigned } from '../../domain/agreement/versions';
import type { Context } from '../ports/ports';

/** A controller as the contract in force names it; one whose contract was erased has no contacts. */
export type Controller = { name: string; contacts: readonly NoticeContact[] };

/** The controllers of these agreements, by agreement. */
export async function controllersOf({ orgId, ports }: Context, ids: readonly string[]) {
  const agreements = await ports.projections.readAll(orgId, 'agreement', [...new Set(ids)]);
  return new Map(
    agreements.map((agreement): [string, Controller] => {
      const current = newestSigned(agreement);
      const name = current?.document?.controller.name ?? agreement.reference;
      return [agreement.id, { name, contacts: current === null ? [] : contactsOf(current) }];
    }),
  );
}
