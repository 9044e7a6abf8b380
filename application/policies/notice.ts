import { type Asker, isSystem } from './asker';

/** Knowledge is a fact and time runs: whoever is on call may send. */
export const maySendNotice = ({ actor, roles }: Asker): boolean =>
  isSystem({ actor }) ||
  (actor.kind === 'person' && roles.some((role) => role === 'O' || role === 'IM' || role === 'DPO'));

export const mayDraftNotice = maySendNotice;

/** Whoever may send may send the same once more; a machine never asks for it. */
export const mayReplayDelivery = ({ actor, roles }: Asker): boolean =>
  actor.kind === 'person' && maySendNotice({ actor, roles });

/** A call, an answer to a question, a reason: whoever works on the case. */
export const mayNoteNotice = ({ actor, roles }: Asker): boolean =>
  actor.kind === 'person' && roles.some((role) => role === 'O' || role === 'IM' || role === 'DPO' || role === 'DIR');

/** Reports come in by machines; a person may hand in one that lies in a mailbox. They only add proofs. */
export const mayReportDelivery = (asker: Asker): boolean =>
  isSystem(asker) || asker.actor.kind === 'tool' || mayNoteNotice(asker);

/**
 * While mails are caught a trial is played through: whoever works on the case may take a contact's part. Nobody else sees
 * a link. Once a relay is set nobody here does, of an exercise neither: whoever agreed to be tested has the link in their
 * own mail; an answer from inside would test nobody.
 */
export const mayPlayContact = mayNoteNotice;

/** Domain rules section 7.3: closing and reopening are the incident manager's and the DPO's. */
export const mayCloseNotice = ({ actor, roles }: Asker): boolean =>
  isSystem({ actor }) || (actor.kind === 'person' && roles.some((role) => role === 'IM' || role === 'DPO'));

export const mayReadNotice = ({ actor, roles }: Asker): boolean =>
  isSystem({ actor }) || (actor.kind === 'person' && roles.some((role) => role !== 'CC' && role !== 'CDPO'));

/** A guest acts through a link for one notice and one contact; the use case has looked the link up. */
export const isGuest = ({ actor }: Asker): boolean => actor.kind === 'guest';
