import type { Result } from '../../domain/shared/errors';
import type { Together } from '../file/takeTogether';
import { sayOnNotice } from '../notice/sayOnNotice';
import type { Written } from '../notice/changeNotice';
import type { Ports } from '../ports/ports';
import { enterByLink } from './enterByLink';

/** `key`: made with the form, so that a question sent twice is one question. */
export type Ask = { token: string; key: string; text: string; urgentHours?: number | null; together?: Together };

/** A contact's question, with its documents; it opens the notice's content again until it is answered. */
export async function askByLink(
  ports: Ports,
  { token, key, text, urgentHours = null, together }: Ask,
): Promise<Result<Written>> {
  const visit = await enterByLink(ports, token);
  if (!visit.ok) return visit;
  const { ctx, fullCase, contact } = visit.value;
  const questionId = `${contact.id}-${key}`;
  const command = { kind: 'ask', questionId, contactId: contact.id, text, urgentHours } as const;
  const noticeId = fullCase.notice.id;
  const named = `notice/${noticeId}/asked/${questionId}`;
  return sayOnNotice({ ctx, input: { noticeId, key: named, command, ...(together && { together }) } });
}
