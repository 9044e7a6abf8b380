import { z } from 'zod';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { mayCommandCase } from '../../../application/policies/controllerCase';
import type { Context } from '../../../application/ports/ports';
import { CaseCommand } from '../../../domain/controllerCase/commands';
import { isAddition } from '../../../domain/controllerCase/decide';
import { defineAddition, defineDecision, type Route } from '../../http/defineRoute';
import { Id, orgParams } from '../../http/fields';
import { presentWritten, writtenSchema } from '../written';

export const casesPath = '/api/v1/organisations/{orgId}/cases';
export const casePath = `${casesPath}/{caseId}`;
export const caseParams = orgParams.extend({ caseId: Id.meta({ description: 'opaque id of the case' }) });
export const tag = 'cases';

export const CaseWritten = writtenSchema({
  id: 'CaseWritten',
  subject: 'case',
  ref: '`CTL-…`',
}).extend({
  unwritten: z
    .array(z.strictObject({ caseId: Id, reference: z.string().meta({ description: 'its `CTL-…`' }) }))
    .optional()
    .meta({ description: 'of one notification for several cases: those in which it is not recorded yet; else absent' }),
});

export const writtenExample: z.output<typeof CaseWritten> = {
  id: '0199e1f0-0000-7000-8000-000000000070',
  ref: 'CTL-2026-21',
  seq: 24,
  revision: 4,
  approval: null,
};

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
