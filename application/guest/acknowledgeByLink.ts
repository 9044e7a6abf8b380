import type { Result } from '../../domain/shared/errors';
import { noteNotice } from '../notice/noteNotice';
import type { Written } from '../notice/changeNotice';
import type { Ports } from '../ports/ports';
import { enterByLink } from './enterByLink';

export type Acknowledge = { token: string; version: number; name: string; function: string };

/** "I have read version n": name, function and time, once for each version and contact (domain rules section 7.3). */
export async function acknowledgeByLink(
  ports: Ports,
  { token, version, ...who }: Acknowledge,
): Promise<Result<Written>> {
  const visit = await enterByLink(ports, token);
  if (!visit.ok) return visit;
  const { ctx, fullCase, contact } = visit.value;
  const noticeId = fullCase.notice.id;
  const before = fullCase.notice.acknowledgements.find(
    (one) => one.contactId === contact.id && one.version === version,
  );
  const { seq, revision } = fullCase.notice;
  if (before !== undefined) return { ok: true, value: { seq, revision, created: false, followed: false, after: null } };
  const command = { kind: 'acknowledge', version, contactId: contact.id, via: 'link', ...who } as const;
  return noteNotice({
    ctx,
    input: { noticeId, key: `notice/${noticeId}/acknowledged/${contact.id}/${version}`, command },
  });
}
