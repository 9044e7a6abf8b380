import type { Context } from '../ports/ports';

/** Where the public notice of a case is read; opaque ids, so that nobody finds those of others. */
const publicNoticePath = (orgId: string, caseId: string): string => `/p/${orgId}/${caseId}`;

/** The whole address, to be given to whoever may be concerned; it answers once the notice is published. */
export const publicNoticeUrl = ({ orgId, ports }: Pick<Context, 'orgId' | 'ports'>, caseId: string): string =>
  `${ports.settings.publicUrl}${publicNoticePath(orgId, caseId)}`;
