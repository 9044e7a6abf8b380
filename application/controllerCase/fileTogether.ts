import type { CaseCommandOf } from '../../domain/controllerCase/commands';
import { decideCase } from '../../domain/controllerCase/decide';
import { done, type Result } from '../../domain/shared/errors';
import { plain } from '../../domain/shared/plain';
import type { Context } from '../ports/ports';
import { aroundCommand } from './aroundCommand';
import { changeCase } from './changeCase';
import { readControllerCase } from './readCases';

type Filing = { caseId: string; key: string; command: CaseCommandOf<'authority.file'> };

/**
 * The other cases of a notification are filed as the first was, under keys made from its own: all were found fit when the
 * first was decided, and the same request again writes those that are missing.
 */
export async function fileOthers(ctx: Context, { caseId, key, command }: Filing): Promise<Result<null>> {
  const alone = { ...command, bundledWith: [] };
  if (command.bundledWith.length === 0) return done(null);
  const first = await readControllerCase({ ctx, input: { caseId } });
  if (!first.ok) return first;
  const filings = first.value.authorities.flatMap(({ filings: all }) => all);
  const bundle = filings.findLast((one) =>
    one.bundle?.some((other) => other.caseId === command.bundledWith[0]),
  )?.bundle;
  for (const other of command.bundledWith) {
    const filed = await changeCase(ctx, {
      caseId: other,
      key: `${key}/${other}`,
      request: plain({ ...command, caseId: other, filedWith: caseId }),
      standing: 'decision',
      async decide(one, around) {
        const event = decideCase(one, alone, { ...around, ...(await aroundCommand(ctx, one, alone)) });
        if (!event.ok || event.value.type !== 'authority.filed') return event;
        return done({ ...event.value, values: { ...event.value.values, bundle: [...(bundle ?? [])] } });
      },
    });
    if (!filed.ok) return filed;
  }
  return done(null);
}
