import { z } from 'zod';
import { foldAgreement } from '../agreement/fold';
import { foldCase } from '../controllerCase/fold';
import { isFollowed as isFollowedCase } from '../controllerCase/nextMilestone';
import { nextTryMs } from '../delivery/outbox';
import { foldExercise } from '../exercise/fold';
import { isFollowed as isFollowedExercise } from '../exercise/nextMilestone';
import { foldIncident } from '../incident/fold';
import { isFollowed } from '../incident/nextMilestone';
import { foldNotice } from '../notice/fold';
import { isOngoing } from '../notice/ongoing';
import { foldOrganisation } from '../organisation/fold';
import { foldParty } from '../party/fold';
import { SubjectUnreadable } from '../shared/unreadable';
import { foldTransfer, isTelling as isTellingOfTransfer } from '../transfer/fold';
import { foldVulnerability, isTelling } from '../vulnerability/fold';
import type { Entry, SubjectKind } from './entry';
import type { State } from './states';

/** What a list needs to know of a kind: its fold, whether it still asks something of somebody, what it belongs to. */
type Folding<K extends SubjectKind> = {
  fold(entries: readonly Entry[], start: State<K> | null): State<K> | null;
  isOpen(state: State<K>): boolean;
  parentOf(state: State<K>): string | null;
};

const foldings: { [K in SubjectKind]: Folding<K> } = {
  organisation: { fold: foldOrganisation, isOpen: () => true, parentOf: () => null },
  agreement: {
    fold: foldAgreement,
    // mails to sign end with the amendment; a test of a contact may be tried for longer
    isOpen: ({ stage, outbox }) => stage === 'AMENDING' || outbox.some((one) => nextTryMs(one) !== null),
    parentOf: () => null,
  },
  incident: { fold: foldIncident, isOpen: isFollowed, parentOf: () => null },
  vulnerability: {
    fold: foldVulnerability,
    isOpen: (one) => one.stage === 'VULN_TOLD' || isTelling(one),
    parentOf: ({ proven }) => proven.incidentId,
  },
  transfer: {
    fold: foldTransfer,
    isOpen: (one) => one.stage === 'TRANSFER_OPEN' || isTellingOfTransfer(one),
    parentOf: () => null,
  },
  notice: {
    fold: foldNotice,
    isOpen: isOngoing,
    parentOf: ({ opened }) => opened.incidentId,
  },
  party: { fold: foldParty, isOpen: () => false, parentOf: () => null },
  exercise: { fold: foldExercise, isOpen: isFollowedExercise, parentOf: () => null },
  controllerCase: { fold: foldCase, isOpen: isFollowedCase, parentOf: ({ opened }) => opened.incidentId },
};

export const isOpen = <K extends SubjectKind>(kind: K, state: State<K>): boolean => foldings[kind].isOpen(state);

export const parentOf = <K extends SubjectKind>(kind: K, state: State<K>): string | null =>
  foldings[kind].parentOf(state);

/**
 * The state of any subject from its entries in order of revision, on top of an older state if there is one.
 *
 * @throws SubjectUnreadable for an entry that this version of the code does not know
 */
export function foldSubject<K extends SubjectKind>(
  kind: K,
  entries: readonly Entry[],
  start: State<K> | null = null,
): State<K> | null {
  try {
    return foldings[kind].fold(entries, start);
  } catch (error) {
    if (error instanceof z.ZodError) throw new SubjectUnreadable(entries.at(-1)?.type ?? kind);
    throw error;
  }
}
