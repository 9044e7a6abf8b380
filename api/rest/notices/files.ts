import { keepNoticeFile, readNoticeFile } from '../../../application/notice/keepNoticeFile';
import { mayNoteNotice, mayReadNotice } from '../../../application/policies/notice';
import { defineRead, defineUpload } from '../../http/defineRoute';
import { fileAnswer, hashParam, presentBytes, questionParam, saidUpload } from '../fileRoutes';
import { noticeParams, noticePath, tag } from './reads';
import { NoticeWritten, writtenExample } from './sending';

/** Documents with what a contact asks and what we answer. */
export const noticeFileRoutes = [
  ...(['question', 'answer'] as const).map((kind) =>
    defineUpload({
      ...saidUpload(kind, noticePath),
      operationId: kind === 'question' ? 'keepQuestionFile' : 'keepAnswerFile',
      tag,
      policy: mayNoteNotice,
      params: noticeParams.extend(questionParam),
      status: 201,
      response: NoticeWritten,
      example: { response: writtenExample },
      async handler(ctx, { params: { noticeId, questionId }, key, file }) {
        const about = { kind, questionId };
        const kept = await keepNoticeFile({ ctx, input: { ...file, noticeId, key, about } });
        if (!kept.ok) return kept;
        const { seq, revision } = kept.value;
        return { ok: true, value: { body: { seq, revision } } };
      },
    }),
  ),

  defineRead({
    path: `${noticePath}/files/{hash}`,
    operationId: 'readNoticeFile',
    summary: 'A file of a notice, as it came',
    description: 'Who takes it is traced. 404 also for one that was erased.',
    tag,
    policy: mayReadNotice,
    params: noticeParams.extend(hashParam),
    ...fileAnswer,
    async handler(ctx, { params: { noticeId, hash } }) {
      return presentBytes(await readNoticeFile({ ctx, input: { noticeId, hash } }));
    },
  }),
];
