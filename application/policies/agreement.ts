import type { Role } from '../../domain/shared/roles';
import { type Asker, isSystem } from './asker';

const isPersonWith = ({ actor, roles }: Asker, needed: readonly Role[]): boolean =>
  actor.kind === 'person' && roles.some((role) => needed.includes(role));

export const mayRecordAgreement = (asker: Asker): boolean => isPersonWith(asker, ['DIR', 'DPO']);

export const mayAmendAgreement = mayRecordAgreement;

/** Our side is bound by management alone (duty S3-20). */
export const maySignForProcessor = (asker: Asker): boolean => isPersonWith(asker, ['DIR']);

/** Whoever holds it can pass a message off as ours: as signing, it is management's. */
export const mayIssueWebhookSecret = maySignForProcessor;

/** The controller's side signs through a contact's link, which the use case is given once it was verified. */
export const maySignForController = ({ actor }: Asker): boolean => actor.kind === 'guest';

/** A controller's contacts read their own agreement by their link, not the list of all. */
export const mayReadAgreements = ({ actor, roles }: Asker): boolean =>
  isSystem({ actor }) || (actor.kind === 'person' && roles.some((role) => role !== 'CC' && role !== 'CDPO'));

/** Whoever has to reach the contacts one night sees to it that they can be reached. */
export const mayTestContacts = (asker: Asker): boolean => isPersonWith(asker, ['IM', 'DPO', 'DIR']);

/** Whoever called writes it down. */
export const mayNoteContactCall = (asker: Asker): boolean => isPersonWith(asker, ['O', 'IM', 'DPO', 'DIR']);

/** The contact itself, by the link of its test. */
export const mayConfirmContact = maySignForController;
