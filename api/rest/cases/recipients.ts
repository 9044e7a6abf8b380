import { z } from 'zod';
import {
  leftToTell,
  ListStanding,
  type ReadList,
  readRecipientLists,
} from '../../../application/controllerCase/recipientLists';
import { uploadRecipients } from '../../../application/controllerCase/uploadRecipients';
import { mayCommandCase, mayReadCases } from '../../../application/policies/controllerCase';
import { MOST_NAMED, MOST_RECIPIENTS, RowReason } from '../../../domain/controllerCase/recipients';
import { Language } from '../../../domain/letters/head';
import { Instant } from '../../../domain/shared/instant';
import { leftOutFile } from '../../registers/leftOutFile';
import { unreachedFile } from '../../registers/unreachedFile';
import { tableMedia } from '../../registers/tableFile';
import { defineAddition, defineRead } from '../../http/defineRoute';
import { Id } from '../../http/fields';
import { caseParams, casePath, tag } from './commands';

export const CSV = 'text/csv';

/** In the description of the API a body is text; here its bytes come while they are read. */
const RecipientFile = z.unknown().meta({
  id: 'RecipientFile',
  type: 'string',
  description:
    'UTF-8 or Windows-1252, separated by commas or semicolons; the first line names a column `email`, and may name `name` and `language` (fr, en). Whom no mail reaches gets a letter: leave `email` empty, or out, and give `name`, `address`, `city`, and where there are `address2`, `postcode`, `country`',
});

const count = (description: string) => z.int().nonnegative().meta({ description });
const lineNumber = z.int().positive().meta({ description: 'line of the file, from 1' });

const RecipientList = z
  .strictObject({
    listId: Id.meta({ description: 'the list' }),
    at: Instant.meta({ description: 'when it had come in whole' }),
    hash: z.string().meta({ description: 'SHA-256 of the file' }),
    count: count('rows that can be told, each person once'),
    letters: count('of them, whom only a letter reaches'),
    bad: count('rows that cannot be told'),
    duplicates: count('rows that stand further up: same address, and no other name'),
    shared: count('of those that can be told, who share a mail address with another name: each has a mail'),
    toldBefore: count('rows left out, whom an accepted list of the case tells'),
    faults: z
      .array(z.strictObject({ line: lineNumber, reason: RowReason.meta({ description: 'what is wrong with it' }) }))
      .meta({ description: `the first ${MOST_NAMED} bad rows; all are in \`left-out.csv\`` }),
    duplicateLines: z.array(lineNumber).meta({ description: `the first ${MOST_NAMED} duplicates` }),
    standing: z.enum(ListStanding).meta({
      description:
        'nobody of it can be told: it goes after a week; waiting for somebody who accepts it; older: another list was accepted since, hand it in again; sending; held; stopped for good; toPost: its letters wait for somebody to say that they were posted; told; unreached: nobody was told',
    }),
    acceptedAt: Instant.nullable().meta({ description: 'when somebody accepted it; null: nothing is sent' }),
    doneAt: Instant.nullable().meta({ description: 'when nobody was left to be told' }),
    progress: z
      .strictObject({
        left: count('still to be told: by mail, and by letters that wait to be posted'),
        sent: count('taken by the mail relay'),
        refused: count('refused for good, or given up after three days'),
        unknown: count('handed over without an answer: not sent again, nobody is told twice'),
        bounced: count('reported later as never arrived'),
      })
      .meta({ description: 'how far telling has come' }),
    printed: z
      .strictObject({
        at: Instant.meta({ description: 'when' }),
        files: z.array(z.string().meta({ description: 'SHA-256 of a PDF' })).meta({ description: 'in order' }),
      })
      .nullable()
      .meta({ description: 'its letters as they were printed last; null: not yet' }),
    posted: z
      .strictObject({
        at: Instant.meta({ description: 'when they were posted' }),
        told: count('how many were, in all'),
      })
      .nullable()
      .meta({ description: 'what somebody said became of its letters; null: nobody has' }),
    lettersLeft: count('letters of which nobody has said what became of them'),
  })
  .meta({ id: 'RecipientList', description: 'A list of persons to be told: counts alone, nobody is named' });

function present({
  facts,
  standing,
  acceptedAt,
  doneAt,
  progress,
  printed,
  posted,
  lettersLeft,
}: ReadList): z.output<typeof RecipientList> {
  const { listId, at, fileHash: hash, count: good, letters = 0, shared = 0 } = facts;
  const { bad, duplicates, toldBefore, faults, duplicateLines } = facts;
  const { sent, refused, unknown, bounced } = progress;
  return {
    listId,
    at,
    hash,
    count: good,
    letters,
    bad,
    duplicates,
    shared,
    toldBefore,
    standing,
    acceptedAt,
    doneAt,
    faults: faults.map(({ line, reason }) => ({ line, reason })),
    duplicateLines: [...duplicateLines],
    progress: { left: leftToTell({ progress, lettersLeft }), sent, refused, unknown, bounced },
    printed: printed && { at: printed.at, files: [...printed.files] },
    posted: posted && { at: posted.at, told: posted.told },
    lettersLeft,
  };
}

const example: z.output<typeof RecipientList> = {
  listId: '0199e1f0-0000-7000-8000-000000000081',
  at: '2026-03-11T10:00:00.000Z',
  hash: '4be81c0795d2f3aa60c17be418a9d05f7c3322e1b64f0a9de2715c8803fd46b9',
  count: 40,
  letters: 0,
  bad: 1,
  duplicates: 1,
  shared: 0,
  toldBefore: 0,
  faults: [{ line: 12, reason: 'emailInvalid' }],
  duplicateLines: [30],
  standing: 'waiting',
  acceptedAt: null,
  doneAt: null,
  progress: { left: 40, sent: 0, refused: 0, unknown: 0, bounced: 0 },
  printed: null,
  posted: null,
  lettersLeft: 0,
};

export const recipientRoutes = [
  defineAddition({
    path: `${casePath}/persons/recipients`,
    operationId: 'uploadRecipients',
    summary: 'Hand in a list of the persons to be told',
    description: `Up to ${MOST_RECIPIENTS} rows. Bad rows and duplicates are left out and reported by line. Nothing is sent before somebody accepts the list; whom an accepted list of the case tells is left out. One that nobody accepts goes after a week. Whom it names stands in no journal.`,
    tag,
    policy: (asker) => mayCommandCase(asker, 'persons.send'),
    raw: { mediaTypes: [CSV], streamed: true },
    params: caseParams,
    body: RecipientFile,
    status: 201,
    response: RecipientList,
    example: { body: 'email;name;language\r\nclaude@exemple.example;Claude Exemple;fr\r\n', response: example },
    async handler(ctx, { params: { caseId }, body, key }) {
      const taken = await uploadRecipients({ ctx, input: { caseId, key, bytes: body as AsyncIterable<Buffer> } });
      if (!taken.ok) return taken;
      const read = await readRecipientLists({ ctx, input: { caseId } }); // a repeat may find it sent meanwhile
      if (!read.ok) return read;
      const list = read.value.find(({ facts }) => facts.listId === taken.value.listId);
      return list ? { ok: true, value: { body: present(list) } } : { ok: false, error: { code: 'subject.unknown' } };
    },
  }),

  defineRead({
    path: `${casePath}/persons/recipients/{listId}/left-out.csv`,
    operationId: 'readLeftOutRows',
    summary: 'Every row of a list that was left out',
    description:
      'Line of the file that was handed in, code and words of why: it cannot be told, it stands further up (`duplicate`), or an accepted list of the case tells it (`toldBefore`). Nobody is named.',
    tag,
    policy: mayReadCases,
    params: caseParams.extend({ listId: Id.meta({ description: 'the list' }) }),
    query: z.strictObject({ language: Language.default('en').meta({ description: 'of the words' }) }),
    status: 200,
    response: z.string().meta({ description: 'the file' }),
    download: { mediaType: tableMedia.csv, description: 'the rows as CSV' },
    example: { response: '' },
    handler: (ctx, { params: { caseId, listId }, query: { language } }) =>
      leftOutFile(ctx, { caseId, listId }, language),
  }),

  defineRead({
    path: `${casePath}/persons/recipients/{listId}/not-reached.csv`,
    operationId: 'readUnreachedPersons',
    summary: 'Whom the mails of a list did not reach',
    description:
      'Address, name, language, and why: refused or given up, without an answer of the relay, or come back since. It names persons: who read it is traced. Empty once the addresses are erased. Whose mail was refused or came back may be handed in again; who is without an answer may have been told, and is taken by another way alone (a postal address).',
    tag,
    policy: (asker) => mayCommandCase(asker, 'persons.send'),
    params: caseParams.extend({ listId: Id.meta({ description: 'the accepted list' }) }),
    query: z.strictObject({ language: Language.default('en').meta({ description: 'of the words' }) }),
    status: 200,
    response: z.string().meta({ description: 'the file' }),
    download: { mediaType: tableMedia.csv, description: 'the persons as CSV' },
    example: { response: '' },
    handler: (ctx, { params: { caseId, listId }, query: { language } }) =>
      unreachedFile(ctx, { caseId, listId }, language),
  }),

  defineRead({
    path: `${casePath}/persons/recipients`,
    operationId: 'listRecipientLists',
    summary: 'Lists of the persons to be told, and how far telling has come',
    description: 'Newest first; counts alone. A list that was accepted stays countable when its addresses are gone.',
    tag,
    policy: mayReadCases,
    params: caseParams,
    status: 200,
    response: z
      .strictObject({ lists: z.array(RecipientList).meta({ description: 'newest first' }) })
      .meta({ id: 'RecipientLists', description: 'Lists of one case' }),
    example: { response: { lists: [example] } },
    async handler(ctx, { params: { caseId } }) {
      const read = await readRecipientLists({ ctx, input: { caseId } });
      return read.ok ? { ok: true, value: { body: { lists: read.value.map(present) } } } : read;
    },
  }),
];
