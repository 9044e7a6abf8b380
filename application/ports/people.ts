import type { Role } from '../../domain/shared/roles';

/** A member of the organisation. Names live here, apart from the journal, where they can be erased. */
export type Person = {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  language: 'fr' | 'en';
  roles: Role[];
};

export type People = {
  withRoles(orgId: string, roles: readonly Role[]): Promise<Person[]>;
  find(orgId: string, personId: string): Promise<Person | null>;
};
