import { z } from 'zod';
import { othersConfirmed } from '../../../domain/agreement/otherClients';
import { sendAtOnce } from '../../../application/notice/sendAtOnce';
import { maySendNotice } from '../../../application/policies/notice';
import type { Context } from '../../../application/ports/ports';
import { checkLoose } from '../../../domain/notice/checkItems';
import type { SendingCommand } from '../../../domain/notice/commands';
import { Answer, Items, PersonsAnswer } from '../../../domain/notice/items';
import { Text } from '../../../domain/shared/answer';
import { type Answer as HttpAnswer, defineDecision } from '../../http/defineRoute';
import { itemsExample } from './examples';
import { noticeParams, noticePath, tag } from './reads';

export const NoticeWritten = z
  .strictObject({
    seq: z.int().positive().meta({ description: 'number of the journal entry that holds it' }),
    revision: z.int().positive().meta({ description: 'revision of the notice that it made' }),
  })
  .meta({ id: 'NoticeWritten', description: 'What became of a command' });

export const writtenExample = { seq: 21, revision: 2 };

const Sending = z
  .strictObject({
    items: Items,
    lateReason: Text.optional().meta({ description: 'needed where the limit has passed: why it leaves after it' }),
    othersConfirmed,
    reasonConfirmed: z
      .literal(true)
      .optional()
      .meta({ description: 'needed where that reason names another client of ours, and it is meant' }),
  })
  .meta({ id: 'Sending', description: 'The first version: a and b need content; c, d, e may follow' });

const Supplement = z
  .strictObject({
    items: z
      .strictObject({
        a: Items.shape.a.optional(),
        b: Items.shape.b.optional(),
        c: PersonsAnswer.optional().meta({ description: 'persons and records' }),
        d: Answer.optional().meta({ description: 'likely consequences, the processor’s view' }),
        e: Answer.optional().meta({ description: 'measures taken or proposed' }),
      })
      .meta({ description: 'what changes; what is left out stays as it was' }),
    othersConfirmed,
  })
  .meta({ id: 'Supplement', description: 'A further version: it shows what changed and what is still unknown' });

const Nothing = z.strictObject({}).meta({ id: 'Nothing', description: 'Nothing to say' });

type Asked = { params: { noticeId: string }; key: string; decided: number; stamp: string };

async function send(
  ctx: Context,
  { params: { noticeId }, key, decided, stamp }: Asked,
  command: SendingCommand,
): Promise<HttpAnswer<z.output<typeof NoticeWritten>>> {
  const sent = await sendAtOnce({ ctx, input: { noticeId, key, command, seen: { revision: decided, stamp } } });
  if (!sent.ok) return sent;
  const { seq, revision } = sent.value;
  return { ok: true, value: { body: { seq, revision } } };
}

const common = { tag, policy: maySendNotice, params: noticeParams, status: 202, response: NoticeWritten };

/** What makes something leave: rendered once, frozen by the entry, then delivered until a relay takes it. */
export const noticeSendings = [
  defineDecision({
    ...common,
    path: `${noticePath}/sending`,
    operationId: 'sendNotice',
    summary: 'Send the notice',
    description:
      'Accepted when the entry is written; delivery follows by itself. 412 where a draft was kept since the notice was read, or where its letters would tell something else (`letter` says what).',
    body: Sending,
    loose: checkLoose,
    example: { body: { items: itemsExample }, response: writtenExample },
    handler: (ctx, asked) => send(ctx, asked, { kind: 'send', ...asked.body }),
  }),
  defineDecision({
    ...common,
    path: `${noticePath}/supplements`,
    operationId: 'supplementNotice',
    summary: 'Send a supplement',
    description: 'A new numbered version that shows what changed. 412 as for sending.',
    body: Supplement,
    loose: checkLoose,
    example: {
      body: { items: { c: { answer: 'value', text: 'Bénéficiaires', persons: 412, records: 412 } } },
      response: writtenExample,
    },
    handler: (ctx, asked) => {
      const { items, othersConfirmed: confirmed } = asked.body;
      return send(ctx, asked, { kind: 'supplement', items: definedOf(items), othersConfirmed: confirmed });
    },
  }),
  defineDecision({
    ...common,
    path: `${noticePath}/withdrawal`,
    operationId: 'withdrawNotice',
    summary: 'Withdraw the notice',
    description: 'Only when the breach was ruled out: the same contacts get the finding.',
    body: Nothing,
    example: { body: {}, response: writtenExample },
    handler: (ctx, asked) => send(ctx, asked, { kind: 'withdraw' }),
  }),
  defineDecision({
    ...common,
    path: `${noticePath}/report`,
    operationId: 'sendIncidentReport',
    summary: 'Send the incident report',
    description: 'Of an incident that touches the controller and is no breach (duty S3-08).',
    body: Nothing,
    example: { body: {}, response: writtenExample },
    handler: (ctx, asked) => send(ctx, asked, { kind: 'report' }),
  }),
];

/** Without members that are only there to say "nothing". */
function definedOf<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as never;
}
