import { z } from 'zod';
import { othersConfirmed } from '../../../domain/agreement/otherClients';
import { noteNotice } from '../../../application/notice/noteNotice';
import { mayCloseNotice, mayDraftNotice, mayNoteNotice, mayReplayDelivery } from '../../../application/policies/notice';
import type { Context } from '../../../application/ports/ports';
import type { NotingCommand } from '../../../domain/notice/commands';
import { UrgentHours } from '../../../domain/notice/answerDue';
import { Draft } from '../../../domain/notice/items';
import { idFrom } from '../../../domain/shared/idFrom';
import { Text } from '../../../domain/shared/answer';
import { Instant } from '../../../domain/shared/instant';
import { type Answer, defineAddition, defineDecision, defineGuardedAddition } from '../../http/defineRoute';
import { Id, line } from '../../http/fields';
import { itemsExample } from './examples';
import { noticeParams, noticePath, tag } from './reads';
import { NoticeWritten, writtenExample } from './sending';
import { ContactId } from './views';

const Saving = z
  .strictObject({ items: Draft })
  .meta({ id: 'DraftSaving', description: 'Items as far as they are written' });

export const SaidAt = Instant.optional().meta({
  description: 'when it happened, not before the first alert; left out: now. When it was written down stands beside it',
});

const LoggedCall = z
  .strictObject({
    contactId: ContactId,
    reached: z.boolean().meta({ description: 'whether somebody answered' }),
    note: Text.optional().meta({ description: 'what was said' }),
    at: SaidAt,
  })
  .meta({ id: 'LoggedCall', description: 'A call that a person made' });

const SpokenReceipt = z
  .strictObject({
    version: z.int().positive().meta({ description: 'the version that was read out' }),
    contactId: ContactId,
    name: line('who acknowledged'),
    function: line('as what'),
    at: SaidAt,
  })
  .meta({ id: 'SpokenReceipt', description: 'A contact acknowledged on the telephone' });

const SpokenQuestion = z
  .strictObject({
    contactId: ContactId,
    urgentHours: UrgentHours,
    text: Text.meta({ description: 'what was asked' }),
    at: SaidAt,
  })
  .meta({ id: 'SpokenQuestion', description: 'A contact asked on the telephone' });

const Reason = z
  .strictObject({
    what: z.enum(['late', 'missing', 'silence']).meta({ description: 'what is explained' }),
    reason: Text.meta({ description: 'why' }),
  })
  .meta({ id: 'Reason', description: 'Why something was late, is missing, or nobody answers' });

const Reply = z
  .strictObject({
    questionId: Id.meta({ description: 'the question' }),
    text: Text.meta({ description: 'the answer' }),
    othersConfirmed,
    at: SaidAt,
  })
  .meta({ id: 'Reply', description: 'An answer to a contact’s question' });

const Closure = z
  .strictObject({
    ground: z.enum(['confirmed', 'silence', 'ladderExhausted', 'withdrawn', 'neverSent']).meta({ description: 'why' }),
    reason: Text.optional().meta({ description: 'needed where nobody acknowledged' }),
  })
  .meta({ id: 'NoticeClosure', description: 'The notice asks nothing more of anybody' });

const Reopening = z
  .strictObject({ reason: Text.meta({ description: 'what is new' }) })
  .meta({ id: 'NoticeReopening', description: 'A closed notice goes on' });

const Replay = z.strictObject({}).meta({ id: 'DeliveryReplay', description: 'Nothing to say' });

const deliveryParams = noticeParams.extend({
  deliverableId: z
    .string()
    .regex(/^[\w-]{1,200}$/, 'is not an id')
    .meta({ description: 'what left, as its version names it' }),
});

type Asked = { params: { noticeId: string }; key: string; decided?: number; over?: number | undefined };

export async function note(
  ctx: Context,
  { params: { noticeId }, key, decided, over }: Asked,
  command: NotingCommand,
): Promise<Answer<z.output<typeof NoticeWritten>>> {
  const input = { noticeId, key, command, over, ...(decided !== undefined && { decided }) };
  const noted = await noteNotice({ ctx, input });
  if (!noted.ok) return noted;
  const { seq, revision } = noted.value;
  return { ok: true, value: { body: { seq, revision } } };
}

export const common = { tag, params: noticeParams, status: 200, response: NoticeWritten };

/** What sends nothing. Facts that stand whatever was written meanwhile; only ends and new beginnings are decisions. */
export const noticeNotings = [
  defineGuardedAddition({
    ...common,
    path: `${noticePath}/draft`,
    operationId: 'saveDraft',
    summary: 'Save what is written so far',
    description:
      'The protective notice leaves when it must. Under If-Match, a draft kept since is not written over (412).',
    policy: mayDraftNotice,
    body: Saving,
    example: { body: { items: { a: itemsExample.a } }, response: writtenExample },
    handler: (ctx, asked) => note(ctx, asked, { kind: 'draft', items: asked.body.items }),
  }),
  defineAddition({
    ...common,
    path: `${noticePath}/calls`,
    operationId: 'logCall',
    summary: 'Log a call to a contact',
    description: 'Reached or not: both are worth an entry. One keyed in afterwards says when it was made.',
    policy: mayNoteNotice,
    body: LoggedCall,
    example: { body: { contactId: 'c1', reached: false }, response: writtenExample },
    handler: (ctx, asked) => note(ctx, asked, { kind: 'logCall', ...asked.body }),
  }),
  defineAddition({
    ...common,
    path: `${noticePath}/acknowledgements`,
    operationId: 'logAcknowledgement',
    summary: 'Log an acknowledgement by telephone',
    description: 'Names the version that was read out: an older one is recorded and stops nothing.',
    policy: mayNoteNotice,
    body: SpokenReceipt,
    example: {
      body: { version: 1, contactId: 'c1', name: 'Alix Témoin', function: 'DPO' },
      response: writtenExample,
    },
    handler: (ctx, asked) => note(ctx, asked, { kind: 'acknowledge', via: 'call', ...asked.body }),
  }),
  defineAddition({
    ...common,
    path: `${noticePath}/reasons`,
    operationId: 'explainNotice',
    summary: 'Give a reason',
    description: 'Why it was late, why items are missing, or how the controller was tried to be reached.',
    policy: mayNoteNotice,
    body: Reason,
    example: { body: { what: 'late', reason: 'Les journaux du prestataire manquaient.' }, response: writtenExample },
    handler: (ctx, asked) => note(ctx, asked, { kind: 'explain', ...asked.body }),
  }),
  defineAddition({
    ...common,
    params: deliveryParams,
    path: `${noticePath}/deliveries/{deliverableId}/replays`,
    operationId: 'replayDelivery',
    summary: 'Let the same bytes leave once more',
    description: 'To the same place, under the same identifier: a receiver that has them takes them once.',
    policy: mayReplayDelivery,
    body: Replay,
    example: { body: {}, response: writtenExample },
    handler: (ctx, asked) => note(ctx, asked, { kind: 'replay', deliverableId: asked.params.deliverableId }),
  }),
  defineAddition({
    ...common,
    path: `${noticePath}/questions`,
    operationId: 'noteQuestion',
    summary: 'Note a question that was asked on the telephone',
    description: 'It waits for its answer like one by the link: the working days of the contract, or urgent hours.',
    policy: mayNoteNotice,
    body: SpokenQuestion,
    example: { body: { contactId: 'c1', urgentHours: 4, text: 'Combien de foyers ?' }, response: writtenExample },
    handler: (ctx, asked) =>
      note(ctx, asked, { kind: 'ask', questionId: idFrom(asked.key), via: 'call', ...asked.body }),
  }),
  defineAddition({
    ...common,
    path: `${noticePath}/answers`,
    operationId: 'answerQuestion',
    summary: 'Answer a question',
    description: 'Five working days at most, one day as a target.',
    policy: mayNoteNotice,
    body: Reply,
    example: {
      body: { questionId: '0199e1f0-0000-7000-8000-000000000050', text: 'Le fichier n’avait pas de mot de passe.' },
      response: writtenExample,
    },
    handler: (ctx, asked) => note(ctx, asked, { kind: 'answer', ...asked.body }),
  }),
  defineDecision({
    ...common,
    path: `${noticePath}/closure`,
    operationId: 'closeNotice',
    summary: 'Close the notice',
    description: 'Complete and acknowledged; or nobody could be reached, with a reason.',
    policy: mayCloseNotice,
    body: Closure,
    example: { body: { ground: 'confirmed' }, response: writtenExample },
    handler: (ctx, asked) => note(ctx, asked, { kind: 'close', ...asked.body }),
  }),
  defineDecision({
    ...common,
    path: `${noticePath}/reopening`,
    operationId: 'reopenNotice',
    summary: 'Reopen the notice',
    description: 'A new fact has come.',
    policy: mayCloseNotice,
    body: Reopening,
    example: { body: { reason: 'Un second fichier a été trouvé.' }, response: writtenExample },
    handler: (ctx, asked) => note(ctx, asked, { kind: 'reopen', ...asked.body }),
  }),
];
