import { done, refused, type Result } from '../../domain/shared/errors';
import { openAgreementLink } from '../agreement/agreementLinks';
import type { Ports } from '../ports/ports';
import type { AtOnceKind } from './matter';

const PREFIX = 'atOnce:';
const KINDS: readonly AtOnceKind[] = ['vulnerability', 'transfer'];

/** A verified link: its holder acknowledges for this contact what its controller was told at once. */
export type TellingLink = { orgId: string; kind: AtOnceKind; id: string; agreementId: string; contactId: string };

/** The link of one contact of one controller to one thing that it is told at once; the same at each call. */
export const issueTellingLink = (
  { links }: Pick<Ports, 'links'>,
  { orgId, kind, id, agreementId, contactId }: TellingLink,
): Promise<string> => links.issue(orgId, `${PREFIX}${kind}:${id}:${agreementId}`, contactId);

/** What a token opens; a link to anything else is none. */
export async function openTellingLink(
  ports: Pick<Ports, 'links' | 'now'>,
  token: string,
): Promise<Result<TellingLink>> {
  const opened = await openAgreementLink(ports, token, PREFIX);
  if (!opened.ok) return opened;
  const { orgId, contactId, subject } = opened.value;
  const [named, id = '', agreementId = ''] = subject.split(':');
  const kind = KINDS.find((one) => one === named);
  return kind === undefined ? refused({ code: 'link.unknown' }) : done({ orgId, kind, id, agreementId, contactId });
}
