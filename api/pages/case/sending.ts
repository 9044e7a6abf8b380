import { waitingLists } from '../../../application/controllerCase/recipientLists';
import { goneLists } from '../../../application/controllerCase/toldBefore';
import type { Context } from '../../../application/ports/ports';
import type { Language } from '../../../domain/letters/head';
import { momentWords } from '../../../templates/pages/frame/moment';
import type { Said } from '../../../templates/pages/words/word';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import type { ListFacts } from '../../../domain/controllerCase/recipients';
import { areMailsCaught } from '../../../application/organisation/mailsCaught';

/** What mails to the persons need beside the state of the case: `lists` wait for somebody who accepts them; `gone`: others have told persons whose addresses are erased. */
export type Sending = { lists: readonly ListFacts[]; isRelaySet: boolean; gone: number };

/** Where nobody offers to send. */
export const NOTHING: Sending = { lists: [], isRelaySet: false, gone: 0 };

/** Letters need no relay: a list of those alone can be accepted without one. */
export const isSendable = ({ isRelaySet }: Sending, { count, letters }: ListFacts): boolean =>
  isRelaySet || letters === count;

export const canSend = (sending: Sending): boolean => sending.lists.some((list) => isSendable(sending, list));

/** Whether nobody can be told for want of a relay. */
const lacksRelay = (sending: Sending): boolean => !sending.isRelaySet && !canSend(sending);

/** By what a list is told from the others of its case, wherever it is named: when it came, and the beginning of its file's hash. */
export const listName = (
  { at, fileHash }: Pick<ListFacts, 'at' | 'fileHash'>,
  { zone, language, now }: { zone: string; language: Language; now: Date },
) => ({
  at: momentWords(at, { zone, language, now: now.toISOString() }, 'full'),
  file: shownHash(fileHash),
});

const HASH_SHOWN = 8;
export const shownHash = (fileHash: string): string => fileHash.slice(0, HASH_SHOWN);

export const sendingOf = async (ctx: Context, one: ControllerCase): Promise<Sending> => ({
  lists: await waitingLists(ctx, one),
  isRelaySet: !(await areMailsCaught(ctx)),
  gone: await goneLists(ctx, one),
});

/** Why nobody can be told by mail as things stand, beside the state of the case. */
export const hindrancesOf = (sending: Sending): Said[] => [
  ...(sending.lists.length > 0 ? [] : [{ key: 'caseAsk.sendNoList' as const }]),
  ...(sending.lists.length > 0 && lacksRelay(sending) ? [{ key: 'recipients.noRelay' as const }] : []),
];
