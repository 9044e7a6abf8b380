import type { Verdict } from '../../domain/consultation/values';
import type { Result } from '../../domain/shared/errors';
import type { Written } from '../notice/changeNotice';
import { noteNotice } from '../notice/noteNotice';
import type { Ports } from '../ports/ports';
import { enterByLink } from './enterByLink';

export type AnswerMeasure = {
  token: string;
  /** Made with the form, so that an answer sent twice is one answer. */
  key: string;
  measureId: string;
  verdict: Verdict;
  text: string | null;
  name: string;
  function: string;
};

/** The controller's word on a measure that is proposed (duty S3-05), by whoever holds a contact's link. */
export async function answerMeasureByLink(
  ports: Ports,
  { token, key, ...said }: AnswerMeasure,
): Promise<Result<Written>> {
  const visit = await enterByLink(ports, token);
  if (!visit.ok) return visit;
  const { ctx, fullCase, contact } = visit.value;
  const noticeId = fullCase.notice.id;
  const command = { kind: 'answerMeasure', ...said, contactId: contact.id, via: 'link' } as const;
  return noteNotice({
    ctx,
    input: { noticeId, key: `notice/${noticeId}/measure/${contact.id}/${said.measureId}/${key}`, command },
  });
}
