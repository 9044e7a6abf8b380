import { z } from 'zod';
import { commandCase } from '../../../application/controllerCase/commandCase';
import type { WrittenCase } from '../../../application/controllerCase/written';
import { mayCommandCase } from '../../../application/policies/controllerCase';
import type { Context } from '../../../application/ports/ports';
import { CaseCommand } from '../../../domain/controllerCase/commands';
import { isAddition } from '../../../domain/controllerCase/decide';
import type { Result } from '../../../domain/shared/errors';
import { Instant } from '../../../domain/shared/instant';
import { type Answer, defineAddition, defineDecision, type Route } from '../../http/defineRoute';
import { Id, orgParams } from '../../http/fields';

export const casesPath = '/api/v1/organisations/{orgId}/cases';
export const casePath = `${casesPath}/{caseId}`;
export const caseParams = orgParams.extend({ caseId: Id.meta({ description: 'opaque id of the case' }) });
export const tag = 'cases';

export const CaseWritten = z
  .strictObject({
    id: Id,
    ref: z.string().meta({ description: '`CTL-…`' }),
    seq: z.int().positive().meta({ description: 'number of the journal entry that holds it' }),
    revision: z.int().positive().meta({ description: 'revision of the case that it made' }),
    approval: z
      .strictObject({
        requestId: Id,
        expiresAt: Instant.meta({ description: 'no yes counts from then on' }),
        effective: z.boolean().meta({ description: 'false: it waits for another person' }),
      })
      .nullable()
      .meta({ description: 'null where one person is enough' }),
  })
  .meta({ id: 'CaseWritten', description: 'What became of a command' });

export const writtenExample: z.output<typeof CaseWritten> = {
  id: '0199e1f0-0000-7000-8000-000000000070',
  ref: 'CTL-2026-21',
  seq: 24,
  revision: 4,
  approval: null,
};

export function presentWritten(written: Result<WrittenCase>): Answer<z.output<typeof CaseWritten>> {
  if (!written.ok) return written;
  const { id, ref, seq, revision, approval } = written.value;
  return { ok: true, value: { body: { id, ref, seq, revision, approval } } };
}

type Kind = CaseCommand['kind'];
type Row<K extends Kind> = {
  kind: K;
  /** Last part of the address. */
  at: string;
  operationId: string;
  summary: string;
  description: string;
  /** Name of the body's schema. */
  body: string;
  example: Omit<Extract<z.input<typeof CaseCommand>, { kind: K }>, 'kind'>;
};

/** One command of the state tables as a sub-resource of the case. Decisions carry If-Match; additions never need it. */
export function commandRoute<K extends Kind>({ kind, at, body: id, example, ...facts }: Row<K>): Route {
  const body = bodyOf(kind, id, facts.summary);
  const route = {
    ...facts,
    path: `${casePath}/${at}`,
    tag,
    policy: (asker: Parameters<typeof mayCommandCase>[0]) => mayCommandCase(asker, kind),
    params: caseParams,
    body,
    status: 200,
    response: CaseWritten,
    example: { body: example, response: writtenExample },
  };
  const run = async (
    ctx: Context,
    asked: { params: { caseId: string }; body: object; key: string; decided?: number },
  ) => {
    const command = { kind, ...asked.body } as CaseCommand; // the body is this very command's, without its kind
    const { caseId } = asked.params;
    return presentWritten(
      await commandCase({ ctx, input: { caseId, key: asked.key, command, decided: asked.decided } }),
    );
  };
  return isAddition(kind) ? defineAddition({ ...route, handler: run }) : defineDecision({ ...route, handler: run });
}

/** The command's fields without its kind, which the address says. */
function bodyOf(kind: Kind, id: string, description: string): z.ZodObject {
  const option = CaseCommand.options.find(({ shape }) => shape.kind.value === kind);
  if (option === undefined) throw new TypeError(kind);
  const { kind: _kind, ...shape } = option.shape;
  return z.strictObject(shape).meta({ id, description });
}
