import { z } from 'zod';
import {
  leftToTell,
  type ListStanding,
  type ReadList,
  readRecipientLists,
} from '../../../application/controllerCase/recipientLists';
import { readControllerCase } from '../../../application/controllerCase/readCases';
import { uploadRecipients } from '../../../application/controllerCase/uploadRecipients';
import { mayCommandCase, mayReadCases } from '../../../application/policies/controllerCase';
import type { Context } from '../../../application/ports/ports';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { personsAllow } from '../../../domain/controllerCase/decidePersons';
import { printable } from '../../../domain/controllerCase/personsLetters';
import type { ListFacts } from '../../../domain/controllerCase/recipients';
import { writeCount } from '../../../templates/grammar';
import { type Figure, type RecipientListView, recipientsPage } from '../../../templates/pages/recipients';
import type { Said, Word } from '../../../templates/pages/words/word';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { fileChosen, fileQuestion } from '../forms/file';
import type { Question } from '../forms/question';
import { refusedForm } from '../forms/refusal';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { allowedActs } from './actions';
import { isSendable, listName, type Sending, sendingOf } from './sending';

const file: Question = { ...fileQuestion, label: { key: 'recipients.file' } };

/** "Whom do we tell, and how far have we come?" */
export const recipientsPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/cases/{controllerCaseId}/recipients',
    audience: 'member',
    policy: mayReadCases,
    params: z.object({ orgId: OrgId, controllerCaseId: Id }),
    async render(visit) {
      const { controllerCaseId: caseId } = visit.params;
      const path = `/cases/${caseId}`;
      const inside = await enterHouse(house, visit, 'cases', `${path}/recipients`);
      if (!inside.ok) return inside;
      const { ctx, frame, names } = inside.value;
      const refused = refusedForm([file], visit, frame.zone, frame, names);
      const [one, lists] = await Promise.all([
        readControllerCase({ ctx, input: { caseId } }),
        readRecipientLists({ ctx, input: { caseId } }),
      ]);
      if (!one.ok) return one;
      if (!lists.ok) return lists;
      const { exercise } = one.value.opened;
      const mayAct = mayCommandCase(ctx, 'persons.send') && one.value.stage === 'BREACH' && !exercise;
      const sending = await sendingOf(ctx, one.value);
      return shownAs(
        recipientsPage(frame, {
          path,
          reference: one.value.reference,
          upload: mayAct ? { action: `${path}/recipients`, key: visit.formKey, csrf: visit.csrf } : null,
          faults: refused.summary,
          error: refused.errorAt('file'),
          changed: refused.changed,
          exercise,
          lists: lists.value.map((list) => ({
            ...listView(list, { ...frame, now: visit.now }),
            ...(mayAct ? acceptanceOf(one.value, { list: list.facts, sending, ctx }) : NEITHER),
            leftOut: leftOutOf(path, list),
            unreached: mayCommandCase(ctx, 'persons.send') ? unreachedOf(one.value, path, list) : null,
            letters: lettersOf(one.value, list, mayCommandCase(ctx, 'persons.send')),
          })),
        }),
      );
    },
    act: {
      policy: (asker) => mayCommandCase(asker, 'persons.send'),
      form: z.record(z.string(), z.string()),
      brings: 'file',
      async run({ ctx, params: { orgId, controllerCaseId: caseId } }, { key, file: bytes }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const taken = await fileChosen(bytes, (coming) =>
          uploadRecipients({ ctx, input: { caseId, key, bytes: coming } }),
        );
        return taken.ok ? goTo(`/o/${orgId}/cases/${caseId}/recipients`) : taken;
      },
    },
  });

type Acceptance = Pick<RecipientListView, 'mayAccept' | 'hindrance'>;
const NEITHER: Acceptance = { mayAccept: false, hindrance: null };

/** Whether a list that waits can be accepted now; else why not, and the act that comes first. */
function acceptanceOf(
  one: ControllerCase,
  { list, sending, ctx }: { list: ListFacts; sending: Sending; ctx: Context },
): Acceptance {
  const wayTo = (kind: CaseCommand['kind']) => {
    const act = allowedActs(one, ctx).find((found) => found.kind === kind);
    return act === undefined ? null : { href: `/cases/${one.id}/${act.segment}`, label: { key: act.label } };
  };
  const not = (text: Word, way: CaseCommand['kind'] | null): Acceptance => ({
    mayAccept: false,
    hindrance: { text: { key: text }, way: way === null ? null : wayTo(way) },
  });
  if (personsAllow(one, 'persons.send')) {
    return isSendable(sending, list) ? { mayAccept: true, hindrance: null } : not('recipients.noRelay', 'persons.tell');
  }
  switch (one.persons.state) {
    case 'SENDING':
      return not('recipients.otherLeaves', null);
    case 'ON_HOLD':
      return not('recipients.held', 'persons.resume');
    case 'REQUIRED':
    case 'ORDERED':
      return not('recipients.draftFirst', 'persons.draft');
    default:
      return not('recipients.notRequired', 'persons.require');
  }
}

/** Only the first are named one by one: it is said where the list of them stops. */
const firstOf = (key: 'recipients.faults' | 'recipients.duplicateLines', named: number, all: number): Said =>
  named < all ? { key: `${key}First`, values: { n: named } } : { key };

/** All rows that were left out, as a file; null where none was. */
const leftOutOf = (path: string, { facts: { listId, bad, duplicates, toldBefore } }: ReadList): string | null =>
  bad + duplicates + toldBefore === 0 ? null : `${path}/recipients/${listId}/left-out.csv`;

/** Whom its mails did not reach, as a file; null where that is nobody, or the addresses are erased with the case. */
function unreachedOf(one: ControllerCase, path: string, { facts, acceptedAt, progress }: ReadList): string | null {
  const { refused, unknown, bounced } = progress;
  const isAny = acceptedAt !== null && one.stage !== 'CLOSED' && refused + unknown + bounced > 0;
  return isAny ? `${path}/recipients/${facts.listId}/not-reached.csv` : null;
}

const tags: Record<ListStanding, Word | null> = {
  waiting: null,
  older: null,
  nobody: 'recipients.nobody',
  sending: 'personsState.SENDING',
  held: 'personsState.ON_HOLD',
  stopped: 'recipients.stopped',
  toPost: 'letters.toPost',
  told: 'recipients.done',
  unreached: 'recipients.unreached',
};

/** Of whom no mail reaches: the way to print, the files, and the way to say that they were posted. */
function lettersOf(
  one: ControllerCase,
  { facts, printed, posted, lettersLeft: left }: ReadList,
  mayAct: boolean,
): RecipientListView['letters'] {
  const { listId, letters = 0 } = facts;
  if (letters === 0) return null;
  const home = `/cases/${one.id}`;
  const mayPrint = mayAct && printable(one, listId) !== null;
  const here = `${home}/recipients/${listId}/letters`;
  return {
    count: letters,
    print: mayPrint ? here : null,
    printedAt: printed?.at ?? null,
    files: (printed?.files ?? []).map((hash, index) => ({
      href: mayPrint ? `${here}/${index + 1}` : null,
      number: index + 1,
      hash,
    })),
    posted: posted && { at: posted.at, told: posted.told },
    notPosted: posted?.isOver === true ? letters - posted.told : 0,
    left: posted === null ? 0 : left,
    confirm: mayAct && printed !== null && left > 0 && one.stage === 'BREACH' ? `${home}/tell?listId=${listId}` : null,
  };
}

function listView(
  list: ReadList,
  seen: Parameters<typeof listName>[1],
): Omit<RecipientListView, 'letters' | 'leftOut' | 'unreached' | keyof Acceptance> {
  const { facts, standing, progress } = list;
  const { fileHash: hash, count, letters = 0, shared = 0, bad, duplicates, toldBefore, faults, duplicateLines } = facts;
  const tag = tags[standing];
  const { sent, refused, unknown, bounced } = progress;
  const left = leftToTell(list);
  const written = (figures: Record<string, number>): Figure[] =>
    Object.entries(figures).map(([name, value]) => {
      return { label: { key: `recipients.${name}` as Word }, value: writeCount(seen.language, value) };
    });
  return {
    name: { key: 'recipients.named', values: listName(facts, seen) },
    hash,
    tag: tag && { key: tag },
    isOlder: standing === 'older',
    counts: written({
      good: count,
      ...(letters > 0 && { letters }),
      ...(shared > 0 && { shared }),
      bad,
      duplicates,
      ...(toldBefore > 0 && { toldBefore }),
    }),
    faults: faults.map(({ line, reason }) => ({ line, reason: { key: `rowReason.${reason}` } })),
    faultsTitle: firstOf('recipients.faults', faults.length, bad),
    duplicateLines: duplicateLines.join(', '),
    duplicatesTitle: firstOf('recipients.duplicateLines', duplicateLines.length, duplicates),
    reached: count - left,
    all: count,
    isLeaving: standing === 'sending',
    figures: written({ sent, left, refused, unknown, bounced }),
  };
}
