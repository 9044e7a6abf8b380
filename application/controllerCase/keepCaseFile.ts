import type { ControllerCase } from '../../domain/controllerCase/case';
import { type FileAbout, fileIssues, type FileKept } from '../../domain/file/kept';
import { saidIssues } from '../../domain/file/saidAbout';
import { done, type Issue, refused, type Result } from '../../domain/shared/errors';
import type { Written } from '../entries/written';
import { withExchange } from '../exchange/exchangeAct';
import { keepFile } from '../file/keepFile';
import { type ReadFile, readFile } from '../file/readFile';
import { type SentFile, type TakenFile, takeFile } from '../file/takeFile';
import { mayKeepCaseFile, mayReadCases } from '../policies/controllerCase';
import type { Call, Context } from '../ports/ports';
import { changeCase } from './changeCase';

type Keep = {
  caseId: string;
  key: string;
  about: FileAbout;
  /** From whose organisation it comes by itself. */
  via?: FileKept['via'];
};
export type KeepCaseFile = SentFile & Keep;

/**
 * Keeps a file with what it is about: the copy of an authority's receipt (domain rules 7.4, region SA), a document with our
 * question to the processor or with its answer (duty S3-05). Its bytes are encrypted under the case's key of files, its
 * hash stands in the journal.
 *
 * @returns as `takeFile`; `input.invalid` where nothing such was filed, asked or answered, it is kept already, or there are
 *   too many
 */
export async function keepCaseFile({ ctx, input }: Call<KeepCaseFile>): Promise<Result<Written>> {
  const { caseId, key, about, via = null } = input;
  if (!mayKeepCaseFile(ctx, about.kind)) return refused({ code: 'actor.forbidden' });
  const { orgId, ports } = ctx;
  if ((await ports.projections.read(orgId, 'controllerCase', caseId)) === null)
    return refused({ code: 'subject.unknown' });
  const taken = await takeFile(input);
  return taken.ok ? keepTaken(ctx, { caseId, key, about, via }, taken.value) : taken;
}

/** The same of a file that was taken already, for who may. */
export function keepTaken(
  ctx: Context,
  { caseId, key, about, via = null }: Keep,
  taken: TakenFile,
): Promise<Result<Written>> {
  return keepFile(ctx, { kind: 'controllerCase', id: caseId }, taken, ({ facts, lodge }) =>
    changeCase(ctx, {
      caseId,
      key,
      request: { caseId, keep: about, hash: facts.hash, name: facts.name },
      standing: 'judged', // of two at once the second is judged with the first
      async decide(one) {
        const issues = caseFileIssues(one, about, facts.hash);
        if (issues.length > 0) return refused({ code: 'input.invalid', issues });
        await lodge();
        const values = { about, ...facts, via, deliverables: [] };
        return done(await withExchange(ctx, one, { type: 'file.kept', values }));
      },
    }),
  );
}

/** Why a file is not kept with a case. */
export const caseFileIssues = (one: ControllerCase, about: FileAbout, hash: string): Issue[] => [
  ...aboutIssues(one, about),
  ...fileIssues(one.files, about, hash),
];

function aboutIssues({ authorities, processor }: ControllerCase, about: FileAbout): Issue[] {
  if (about.kind !== 'filing') return saidIssues(processor.questions, about);
  const filed = authorities.flatMap(({ filings, withdrawals }) => [...filings, ...withdrawals]);
  const isFiled = filed.some(({ seq }) => seq === about.seq);
  return isFiled ? [] : [{ pointer: '', message: 'nothing such was filed' }];
}

/** A file of a case as it came; who takes it is traced. `subject.unknown` also for one that was erased. */
export async function readCaseFile({ ctx, input }: Call<{ caseId: string; hash: string }>): Promise<Result<ReadFile>> {
  if (!mayReadCases(ctx)) return refused({ code: 'actor.forbidden' });
  const one = await ctx.ports.projections.read(ctx.orgId, 'controllerCase', input.caseId);
  return one === null ? refused({ code: 'subject.unknown' }) : readFile(ctx, one, input.hash);
}
