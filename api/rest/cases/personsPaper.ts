import { z } from 'zod';
import { printLetters, takeLetters } from '../../../application/controllerCase/printLetters';
import { mayCommandCase } from '../../../application/policies/controllerCase';
import type { Asker } from '../../../application/policies/asker';
import { PDF } from '../../../application/ports/documents';
import { LETTERS_IN_FILE } from '../../../domain/controllerCase/personsLetters';
import { defineAddition, defineRead } from '../../http/defineRoute';
import { Id } from '../../http/fields';
import { presentWritten } from '../written';
import { pdfAnswer } from '../pdfAnswer';
import { caseParams, casePath, CaseWritten, tag, writtenExample } from './commands';

const listParams = caseParams.extend({ listId: Id.meta({ description: 'the accepted list' }) });
const lettersPath = `${casePath}/persons/recipients/{listId}/letters`;
const policy = (asker: Asker) => mayCommandCase(asker, 'persons.send');

/** Letters to whom no mail reaches (GDPR Art. 34). */
export const personsPaperRoutes = [
  defineAddition({
    path: lettersPath,
    operationId: 'printPersonsLetters',
    summary: 'Print the letters of a list',
    description: `To whom no mail reaches, in files of ${LETTERS_IN_FILE} letters; the journal keeps how many, and the hash of each file. As often as it takes, until somebody has said what became of all of them (\`persons.tell\` with \`listId\`). They say what was accepted with their list. Where some were posted, all are printed: post the others alone.`,
    tag,
    policy,
    params: listParams,
    body: z.strictObject({}).meta({ id: 'PersonsPrinting', description: 'Nothing: the list is in the address' }),
    status: 200,
    response: CaseWritten,
    example: { body: {}, response: writtenExample },
    handler: async (ctx, { params: { caseId, listId }, key }) =>
      presentWritten(await printLetters({ ctx, input: { caseId, listId, key } })),
  }),

  defineRead({
    path: `${lettersPath}/{file}`,
    operationId: 'readPersonsLetters',
    summary: 'A file of the letters that were printed',
    description:
      'Each letter begins on a new page, its address behind the window of an envelope (105 mm from the left, 50 mm from the top). It names persons, so it is made anew each time and kept nowhere; who took it is traced. 404 once it was said what became of all of them.',
    tag,
    policy,
    params: listParams.extend({
      file: z.coerce.number().int().positive().max(10_000).meta({ description: 'number of the file, from 1' }),
    }),
    ...pdfAnswer,
    async handler(ctx, { params: { caseId, listId, file } }) {
      const taken = await takeLetters({ ctx, input: { caseId, listId, file } });
      if (!taken.ok) return taken;
      return { ok: true, value: { bytes: taken.value, mediaType: PDF, fileName: `letters-${file}.pdf` } };
    },
  }),
];
