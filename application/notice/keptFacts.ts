import { NoticeFacts } from '../../domain/exchange/noticeFacts';
import type { VersionState } from '../../domain/notice/fold';
import { canonical } from '../../domain/shared/jcs';
import { plain } from '../../domain/shared/plain';
import { JSON_TEXT } from '../ports/documents';
import type { Context } from '../ports/ports';

/** Keeps what a version says as values apart from the journal, as its mails are kept: erased with them. */
export function keepFacts({ orgId, ports }: Context, noticeId: string, facts: NoticeFacts): Promise<string> {
  const bytes = Buffer.from(canonical(plain(facts)), 'utf8');
  return ports.documents.put(orgId, noticeId, { address: '', mediaType: JSON_TEXT, bytes });
}

/** Null where it said none, in older entries, and once its words were erased. */
export async function keptFacts(
  { orgId, ports }: Context,
  noticeId: string,
  { factsId }: Pick<VersionState, 'factsId'>,
): Promise<NoticeFacts | null> {
  const kept = factsId === null ? null : await ports.documents.get(orgId, noticeId, factsId);
  return kept && NoticeFacts.parse(JSON.parse(kept.bytes.toString('utf8')));
}
