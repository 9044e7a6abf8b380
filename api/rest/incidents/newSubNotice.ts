import { z } from 'zod';
import { receiveSubNotice } from '../../../application/incident/receiveSubNotice';
import { openImpliedNow } from '../../../application/overview/openImpliedNow';
import { mayCommand } from '../../../application/policies/incident';
import { receiveSubNoticeCommand } from '../../../domain/incident/commands';
import { Language } from '../../../domain/letters/head';
import { defineAddition } from '../../http/defineRoute';
import { described } from '../../http/described';
import { orgParams } from '../../http/fields';
import { presentWritten } from '../written';
import { subNoticeWords } from './bodies';
import { IncidentWritten, writtenExample } from './commands';
import { subNoticeExample } from './examples';

const { kind: _kind, ...shape } = receiveSubNoticeCommand.shape;

const NewSubNotice = described(
  'NewSubNotice',
  'What a sub-processor told, of which there is no incident yet',
  { ...shape, language: Language.default('fr'), exercise: z.boolean().default(false) },
  { ...subNoticeWords, language: 'language of the receipt that who told it gets', exercise: 'a drill' },
);

/** A sub-processor tells of something that is new to us (domain rules 7.5). */
export const newSubNoticeRoute = defineAddition({
  path: '/api/v1/organisations/{orgId}/sub-notices',
  operationId: 'receiveSubNotice',
  summary: 'Record a sub-processor’s notice as a new event',
  description:
    'The event and its notice, one entry each. A certain one runs a provisional clock from its receipt for each agreement touched, and DPO and management are told at once.',
  tag: 'incidents',
  policy: (asker) => mayCommand(asker, 'subNotice.receive'),
  params: orgParams,
  body: NewSubNotice,
  status: 201,
  response: IncidentWritten,
  example: { body: subNoticeExample, response: { ...writtenExample, ref: 'SIG-2026-11', revision: 2 } },
  async handler(ctx, { body: { language, exercise, ...said }, key }) {
    const input = { key, said: { kind: 'subNotice.receive' as const, ...said }, language, exercise };
    const written = await receiveSubNotice({ ctx, input });
    // a short cut only: the relay opens the same notices under the same keys
    if (written.ok) await openImpliedNow(ctx, written.value.id).catch(() => undefined);
    return presentWritten(written);
  },
});
