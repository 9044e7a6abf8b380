import type { z } from 'zod';
import { commandIncident } from '../../../application/incident/commandIncident';
import { openImpliedNow } from '../../../application/overview/openImpliedNow';
import { mayCommand } from '../../../application/policies/incident';
import type { Context } from '../../../application/ports/ports';
import type { IncidentCommand } from '../../../domain/incident/commands';
import { isAddition } from '../../../domain/incident/decide';
import { defineAddition, defineDecision, type Route } from '../../http/defineRoute';
import { Id, orgParams } from '../../http/fields';
import { presentWritten, writtenSchema } from '../written';
import type { BodyOf } from './bodies';

export const incidentPath = '/api/v1/organisations/{orgId}/incidents/{incidentId}';
export const incidentParams = orgParams.extend({ incidentId: Id.meta({ description: 'opaque id of the incident' }) });

export const IncidentWritten = writtenSchema({
  id: 'IncidentWritten',
  subject: 'incident',
  ref: '`INC-…` once declared, `SIG-…` before',
});

export const writtenExample: z.output<typeof IncidentWritten> = {
  id: '0199e1f0-0000-7000-8000-000000000010',
  ref: 'INC-2026-12',
  seq: 14,
  revision: 5,
  approval: null,
};

type Kind = IncidentCommand['kind'];
type Row<K extends Kind> = {
  kind: K;
  /** Last part of the address. */
  at: string;
  operationId: string;
  summary: string;
  description: string;
  body: BodyOf<K>;
  example: z.input<BodyOf<K>>;
};

/** One command of the state table as a sub-resource of the incident. Decisions carry If-Match; additions never need it. */
export function commandRoute<K extends Kind>({ kind, at, body, example, ...facts }: Row<K>): Route {
  const route = {
    ...facts,
    path: `${incidentPath}/${at}`,
    tag: 'incidents',
    policy: (asker: Parameters<typeof mayCommand>[0]) => mayCommand(asker, kind),
    params: incidentParams,
    body,
    status: 200,
    response: IncidentWritten,
    example: { body: example, response: writtenExample },
  };
  const run = async (
    ctx: Context,
    asked: { params: { incidentId: string }; body: object; key: string; decided?: number },
  ) => {
    const { incidentId } = asked.params;
    const command = { kind, ...asked.body } as IncidentCommand; // the body is this very command's, without its kind
    const written = await commandIncident({
      ctx,
      input: { incidentId, key: asked.key, command, decided: asked.decided },
    });
    // A short cut only: it is recorded, and the relay opens and brings on the same under the same keys.
    if (written.ok) await openImpliedNow(ctx, incidentId).catch(() => undefined);
    return presentWritten(written);
  };
  return isAddition(kind) ? defineAddition({ ...route, handler: run }) : defineDecision({ ...route, handler: run });
}
