import type { ControllerCase } from '../../domain/controllerCase/case';
import { type FileAbout, fileIssues } from '../../domain/file/kept';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Written } from '../entries/written';
import { discardUnnamed } from '../file/discardFiles';
import { filesPlace } from '../file/filesPlace';
import { type SentFile, takeFile } from '../file/takeFile';
import { trace } from '../journal/trace';
import { mayCommandCase, mayReadCases } from '../policies/controllerCase';
import type { StoredDocument } from '../ports/documents';
import type { Call } from '../ports/ports';
import { changeCase } from './changeCase';

export type KeepCaseFile = SentFile & { caseId: string; key: string; about: FileAbout };

/**
 * Keeps a file with what it is about: the copy of an authority's receipt (domain rules 7.4, region SA). Its bytes are
 * encrypted under the case's key of files, its hash stands in the journal.
 *
 * @returns as `takeFile`; `input.invalid` where nothing such was filed, it is kept already, or there are too many
 */
export async function keepCaseFile({ ctx, input }: Call<KeepCaseFile>): Promise<Result<Written>> {
  if (!mayCommandCase(ctx, 'authority.file')) return refused({ code: 'actor.forbidden' });
  const { orgId, ports } = ctx;
  const { caseId, key, about } = input;
  if ((await ports.projections.read(orgId, 'controllerCase', caseId)) === null)
    return refused({ code: 'subject.unknown' });
  const taken = await takeFile(input);
  if (!taken.ok) return taken;
  const { bytes, ...facts } = taken.value;
  const { hash, mediaType, name } = facts;
  await ports.documents.put(orgId, filesPlace(caseId), { address: '', mediaType, bytes });
  const kept = await changeCase(ctx, {
    caseId,
    key,
    request: { caseId, keep: about, hash, name },
    standing: 'addition',
    decide: (one) => {
      const issues = [...aboutIssues(one, about), ...fileIssues(one.files, about, hash)];
      if (issues.length > 0) return refused({ code: 'input.invalid', issues });
      return done({ type: 'file.kept', values: { about, ...facts } });
    },
  });
  if (!kept.ok || !kept.value.created) await discardUnnamed(ctx, { kind: 'controllerCase', id: caseId }, hash);
  return kept;
}

const aboutIssues = ({ authorities }: ControllerCase, { seq }: FileAbout) =>
  authorities.some(({ filings, withdrawals }) => [...filings, ...withdrawals].some((filing) => filing.seq === seq))
    ? []
    : [{ pointer: '', message: 'nothing such was filed' }];

/** A file of a case as it came; who takes it is traced. `subject.unknown` also for one that was erased. */
export async function readCaseFile({
  ctx,
  input,
}: Call<{ caseId: string; hash: string }>): Promise<Result<StoredDocument>> {
  if (!mayReadCases(ctx)) return refused({ code: 'actor.forbidden' });
  const { orgId, ports } = ctx;
  const { caseId, hash } = input;
  const one = await ports.projections.read(orgId, 'controllerCase', caseId);
  if (one === null || !one.files.some((file) => file.hash === hash)) return refused({ code: 'subject.unknown' });
  await trace(ctx, 'file', `${caseId}/${hash}`);
  const stored = await ports.documents.get(orgId, filesPlace(caseId), hash);
  return stored === null ? refused({ code: 'subject.unknown' }) : done(stored);
}
