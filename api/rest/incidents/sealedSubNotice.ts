import { z } from 'zod';
import { receiveSealed } from '../../../application/incident/receiveSealed';
import { openImpliedNow } from '../../../application/overview/openImpliedNow';
import { mayCommand } from '../../../application/policies/incident';
import { ReceiveNotice } from '../../../domain/controllerCase/receiveCommand';
import { receiveSubNoticeCommand } from '../../../domain/incident/commands';
import { MOST_TIERS } from '../../../domain/incident/subNoticeValues';
import { Language } from '../../../domain/letters/head';
import { Line } from '../../../domain/shared/words';
import { defineAddition } from '../../http/defineRoute';
import { described } from '../../http/described';
import { orgParams } from '../../http/fields';
import { presentWritten } from '../written';
import { subNoticeWords } from './bodies';
import { IncidentWritten, writtenExample } from './commands';
import { subNoticeExample } from './examples';

const { kind: _kind, chain: _chain, alsoFrom: _also, reference: _reference, ...shape } = receiveSubNoticeCommand.shape;
const { chain: _names, alsoFrom: _others, reference: _theirs, ...words } = subNoticeWords;

const SealedSubNotice = described(
  'SealedSubNotice',
  'What a sub-processor told, with the signed envelope of its notice',
  {
    ...shape,
    envelope: ReceiveNotice.shape.envelope,
    below: z
      .array(Line)
      .max(MOST_TIERS - 1)
      .default([]),
    language: Language.default('fr'),
  },
  {
    ...words,
    envelope: 'the envelope, its bytes unchanged (docs/formats.md)',
    below: 'who told the sender, as far as where it happened; empty: it happened there',
    language: 'language of the receipt that who told it gets',
  },
);

const { chain: _told, reference: _ref, ...example } = subNoticeExample;

/** The same as `receiveSubNotice`, named by the notice that it came by. */
export const sealedSubNoticeRoute = defineAddition({
  path: '/api/v1/organisations/{orgId}/sub-notices/received',
  operationId: 'receiveSealedSubNotice',
  summary: 'Take in a sub-processor’s notice with its signed envelope',
  description:
    'The first version reports an event, a later one joins its incident; the same version again is a repeat. The seal is checked against the key of the recorded party, whose name and reference are taken.',
  tag: 'incidents',
  policy: (asker) => mayCommand(asker, 'subNotice.receive'),
  params: orgParams,
  body: SealedSubNotice,
  status: 201,
  response: IncidentWritten,
  example: {
    body: { ...example, envelope: '{"checkpointHash":null, …}\n{"seal":"…"}\n' },
    response: { ...writtenExample, ref: 'SIG-2026-11', revision: 2 },
  },
  async handler(ctx, { body: { envelope, language, ...said }, key }) {
    const written = await receiveSealed({ ctx, input: { envelope, said, language, key } });
    // a short cut only: the relay opens the same notices under the same keys
    if (written.ok) await openImpliedNow(ctx, written.value.id).catch(() => undefined);
    return presentWritten(written);
  },
});
