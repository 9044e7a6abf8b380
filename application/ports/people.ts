import type { Language } from '../../domain/letters/head';
import type { Role } from '../../domain/shared/roles';

/** How somebody is called and reached. It lives apart from the journal, where it can be erased. */
export type Name = { name: string; email: string; phone: string | null; language: Language };

/** A present member of the organisation: the roles come from the journal. */
export type Person = Name & { id: string; roles: Role[] };

export type People = {
  withRoles(orgId: string, roles: readonly Role[]): Promise<Person[]>;
  /** Null for who never was, who has left and whose name was erased. */
  find(orgId: string, personId: string): Promise<Person | null>;
  /** Every name that is kept, of who has left too, by person id. */
  names(orgId: string): Promise<Map<string, Name>>;
  put(orgId: string, personId: string, name: Name): Promise<void>;
  /** Erases name and addresses; the journal keeps the opaque id. */
  forget(orgId: string, personId: string): Promise<void>;
};
