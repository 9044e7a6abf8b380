import { z } from 'zod';
import type { AtOnceKind } from '../../../application/atOnce/matter';
import { noteContacted } from '../../../application/atOnce/noteContacted';
import { mayAnswerFor } from '../../../application/policies/atOnce';
import { NoteContacted } from '../../../domain/atOnce/decide';
import { defineAddition } from '../../http/defineRoute';
import { Id, orgParams } from '../../http/fields';

const Written = z
  .strictObject({
    seq: z.int().positive().meta({ description: 'number of the journal entry that holds it' }),
    revision: z.int().positive().meta({ description: 'revision that it made' }),
  })
  .meta({ id: 'ContactedWritten', description: 'What became of it' });

const NewContacted = NoteContacted.extend({}).meta({
  id: 'NewContacted',
  description: 'A contact of a controller that is told at once was called, or has answered',
});

/** The same for every kind of which controllers are told at once. `room`: first part of its address, without a slash. */
export const contactedRoute = (kind: AtOnceKind, room: string, operationId: string) =>
  defineAddition({
    path: `/api/v1/organisations/{orgId}/${room}/{${kind}Id}/contacts`,
    operationId,
    summary: 'Record a call or an answer',
    description:
      'A contact was called, or has confirmed that it was told (duties S3-10, S3-17). Ends the call to make.',
    tag: room,
    policy: (asker) => mayAnswerFor(asker, kind),
    params: orgParams.extend({ [`${kind}Id`]: Id.meta({ description: 'opaque id of what was told' }) }),
    body: NewContacted,
    status: 201,
    response: Written,
    example: {
      body: { agreementId: 'a1', contactId: 'c1', outcome: 'acknowledged' },
      response: { seq: 44, revision: 4 },
    },
    async handler(ctx, { params, body, key }) {
      const id = String((params as Readonly<Record<string, unknown>>)[`${kind}Id`]);
      const noted = await noteContacted({ ctx, input: { kind, id, key, contacted: body } });
      if (!noted.ok) return noted;
      const { seq, revision } = noted.value;
      return { ok: true, value: { body: { seq, revision } } };
    },
  });
