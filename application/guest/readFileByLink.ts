import { filesFor } from '../../domain/notice/decideFile';
import type { Result } from '../../domain/shared/errors';
import { type ReadFile, readFile } from '../file/readFile';
import type { Ports } from '../ports/ports';
import { enterByLink } from './enterByLink';

/** A document with a question of this contact, or with our answer to it; `subject.unknown` for any other. */
export async function readFileByLink(
  ports: Ports,
  { token, hash }: { token: string; hash: string },
): Promise<Result<ReadFile>> {
  const visit = await enterByLink(ports, token);
  if (!visit.ok) return visit;
  const { ctx, fullCase, contact } = visit.value;
  const { notice } = fullCase;
  return readFile(ctx, { id: notice.id, files: filesFor(notice, contact.id) }, hash);
}
