import { type Asker, isSystem } from './asker';

const isPerson = ({ actor }: Asker): boolean => actor.kind === 'person';

export const mayCreateOrganisation = (asker: Asker): boolean => isSystem(asker);

/** Who is a member, and as what, is management's decision. */
export const mayManageMembers = (asker: Asker): boolean =>
  isSystem(asker) || (isPerson(asker) && asker.roles.includes('DIR'));

/** What the house is called, on every letter that leaves. */
export const mayRename = mayManageMembers;

/** Where it is established decides which authority it answers to: management, or the DPO. */
export const maySeat = (asker: Asker): boolean =>
  mayManageMembers(asker) || (isPerson(asker) && asker.roles.includes('DPO'));

/** What the authority's form asks of the organisation itself: management, or the DPO who fills it in. */
export const mayDescribe = maySeat;

/** One's own, or any by management. */
export const mayChangeContact = (asker: Asker, personId: string): boolean =>
  mayManageMembers(asker) || (isPerson(asker) && asker.actor.id === personId && asker.roles.length > 0);

export const mayForgetMember = (asker: Asker): boolean =>
  isPerson(asker) && asker.roles.some((role) => role === 'DPO' || role === 'DIR');

export const mayReadMembers = ({ actor, roles }: Asker): boolean => actor.kind === 'person' && roles.length > 0;

/** A token is a key to the house: only management hands it out, and every other director is told. */
export const mayIssueToken = mayManageMembers;

export const mayReadTokens = (asker: Asker): boolean =>
  isPerson(asker) && ['DIR', 'DPO', 'AUDITOR'].some((role) => asker.roles.some((mine) => mine === role));

export const maySetRelay = mayManageMembers;
