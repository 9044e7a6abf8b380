import { z } from 'zod';
import { keepCaseFile, readCaseFile } from '../../../application/controllerCase/keepCaseFile';
import { mayKeepCaseFile, mayReadCases } from '../../../application/policies/controllerCase';
import { defineRead, defineUpload } from '../../http/defineRoute';
import { fileAnswer, hashParam, keptWords, presentBytes, questionParam, saidUpload } from '../fileRoutes';
import { presentWritten } from '../written';
import { caseParams, casePath, CaseWritten, tag, writtenExample } from './commands';

/** Files that are kept with a case. */
export const caseFileRoutes = [
  defineUpload({
    path: `${casePath}/authority/filings/{seq}/files`,
    operationId: 'keepReceiptCopy',
    summary: 'Keep the copy of an authority’s receipt',
    description: keptWords('a filing'),
    tag,
    policy: (asker) => mayKeepCaseFile(asker, 'filing'),
    params: caseParams.extend({
      seq: z.coerce.number().int().positive().meta({ description: '`seq` of the filing, or of the withdrawal' }),
    }),
    status: 201,
    response: CaseWritten,
    example: { response: writtenExample },
    async handler(ctx, { params: { caseId, seq }, key, file }) {
      return presentWritten(
        await keepCaseFile({ ctx, input: { ...file, caseId, key, about: { kind: 'filing', seq } } }),
      );
    },
  }),

  ...(['question', 'answer'] as const).map((kind) =>
    defineUpload({
      ...saidUpload(kind, `${casePath}/processor`),
      operationId: kind === 'question' ? 'keepProcessorQuestionFile' : 'keepProcessorAnswerFile',
      tag,
      policy: (asker) => mayKeepCaseFile(asker, kind),
      params: caseParams.extend(questionParam),
      status: 201,
      response: CaseWritten,
      example: { response: writtenExample },
      async handler(ctx, { params: { caseId, questionId }, key, file }) {
        return presentWritten(
          await keepCaseFile({ ctx, input: { ...file, caseId, key, about: { kind, questionId } } }),
        );
      },
    }),
  ),

  defineRead({
    path: `${casePath}/files/{hash}`,
    operationId: 'readCaseFile',
    summary: 'A file of a case, as it came',
    description: 'Who takes it is traced. 404 also for one that was erased.',
    tag,
    policy: mayReadCases,
    params: caseParams.extend(hashParam),
    ...fileAnswer,
    async handler(ctx, { params: { caseId, hash } }) {
      return presentBytes(await readCaseFile({ ctx, input: { caseId, hash } }));
    },
  }),
];
