import { z } from 'zod';
import {
  type ListStanding,
  type ReadList,
  readRecipientLists,
} from '../../../application/controllerCase/recipientLists';
import { readControllerCase } from '../../../application/controllerCase/readCases';
import { uploadRecipients } from '../../../application/controllerCase/uploadRecipients';
import { mayCommandCase, mayReadCases } from '../../../application/policies/controllerCase';
import { personsAllow } from '../../../domain/controllerCase/decidePersons';
import type { Language } from '../../../domain/letters/head';
import { writeCount } from '../../../templates/grammar';
import { type Figure, type RecipientListView, recipientsPage } from '../../../templates/pages/recipients';
import type { Word } from '../../../templates/pages/words/word';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import type { Question } from '../forms/question';
import { refusedForm } from '../forms/refusal';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';

/** Named where its faults are; a browser never gives a file back. */
const file: Question = { name: 'file', kind: 'text', label: { key: 'recipients.file' }, optional: true };

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
      return shownAs(
        recipientsPage(frame, {
          path,
          reference: one.value.reference,
          upload: mayAct ? { action: `${path}/recipients`, key: visit.formKey, csrf: visit.csrf } : null,
          faults: refused.summary,
          changed: refused.changed,
          mayAccept: mayAct && personsAllow(one.value, 'persons.send'),
          exercise,
          lists: lists.value.map((list) => listView(list, frame.language)),
        }),
      );
    },
    act: {
      policy: (asker) => mayCommandCase(asker, 'persons.send'),
      form: z.record(z.string(), z.string()),
      hasFile: true,
      async run({ ctx, params: { orgId, controllerCaseId: caseId } }, { key, file: bytes }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        if (bytes === null) return { ok: false, error: { code: 'input.invalid', issues: [NO_FILE] } };
        const taken = await uploadRecipients({ ctx, input: { caseId, key, bytes } });
        if (taken.ok) return goTo(`/o/${orgId}/cases/${caseId}/recipients`);
        if (taken.error.code !== 'body.tooLarge') return taken;
        return { ok: false, error: { code: 'input.invalid', issues: [TOO_LONG] } };
      },
    },
  });

const TOO_LONG = { pointer: '/file', message: 'the file is longer than can be taken' };
const NO_FILE = { pointer: '/file', message: 'choose a file' };

const tags: Record<ListStanding, Word | null> = {
  waiting: null,
  older: null,
  sending: 'personsState.SENDING',
  held: 'personsState.ON_HOLD',
  stopped: 'recipients.stopped',
  told: 'recipients.done',
  unreached: 'recipients.unreached',
};

function listView({ facts, standing, progress }: ReadList, language: Language): RecipientListView {
  const { at, fileHash: hash, count, bad, duplicates, toldBefore, faults, duplicateLines } = facts;
  const tag = tags[standing];
  const { waiting, leaving, sent, refused, unknown, bounced } = progress;
  const left = waiting + leaving;
  const written = (figures: Record<string, number>): Figure[] =>
    Object.entries(figures).map(([name, value]) => {
      return { label: { key: `recipients.${name}` as Word }, value: writeCount(language, value) };
    });
  return {
    at,
    hash,
    tag: tag && { key: tag },
    isOlder: standing === 'older',
    counts: written({ good: count, bad, duplicates, ...(toldBefore > 0 && { toldBefore }) }),
    faults: faults.map(({ line, reason }) => ({ line, reason: { key: `rowReason.${reason}` } })),
    duplicateLines: duplicateLines.join(', '),
    reached: count - left,
    all: count,
    figures: written({ sent, left, refused, unknown, bounced }),
  };
}
