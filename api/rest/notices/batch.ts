import { z } from 'zod';
import { type Batch, readBatch, type ReadyNotice } from '../../../application/notice/batch';
import type { FullCase } from '../../../application/notice/readCase';
import { recipientsOf } from '../../../application/notice/recipientsOf';
import { type Outcome, sendBatch } from '../../../application/notice/sendBatch';
import { maySendNotice } from '../../../application/policies/notice';
import { Channel } from '../../../domain/delivery/events';
import { StoredDraft } from '../../../domain/notice/items';
import { waysTo } from '../../../domain/notice/waysTo';
import { Text } from '../../../domain/shared/answer';
import { FORM_SEEN, readSeen, writeSeen } from '../../http/etag';
import { LetterParts } from '../../http/problemSchema';
import { defineAddition, defineRead } from '../../http/defineRoute';
import { Id } from '../../http/fields';
import { incidentParams, incidentPath } from '../incidents/commands';
import { itemsExample, rowExample } from './examples';
import { presentRow } from './present';
import { tag } from './reads';
import { presentRefusal, refusalFields } from './refusal';
import { NamedView, NoticeRow } from './views';

const MOST_CHOSEN = 500;
const ItemNames = z.array(z.enum(['a', 'b', 'c', 'd', 'e']));
const Seen = z.string().regex(FORM_SEEN, 'is what `seen` said').meta({ description: 'what was read of it' });

const Ready = z
  .strictObject({
    notice: NoticeRow,
    seen: Seen,
    items: StoredDraft.extend({}).meta({ id: 'ReadyItems', description: 'all that it says' }),
    late: z.boolean().meta({ description: 'its limit has passed: a reason is asked for' }),
    othersNamed: NamedView,
    recipients: z
      .array(
        z.strictObject({
          contactId: z.string().meta({ description: 'contact of the agreement' }),
          name: z.string().meta({ description: 'how the contact is called' }),
          ways: z
            .array(
              z.strictObject({
                channel: Channel.meta({ description: 'by which way' }),
                address: z.string().meta({ description: 'where' }),
              }),
            )
            .meta({ description: 'all at once' }),
        }),
      )
      .meta({ description: 'everybody to whom it will go' }),
  })
  .meta({ id: 'ReadyNotice', description: 'A notice that could leave now' });

const BatchView = z
  .strictObject({
    common: StoredDraft.extend({}).meta({
      id: 'CommonItems',
      description: 'what most of those that are ready say alike, without numbers; null where no two do',
    }),
    ready: z.array(Ready).meta({ description: 'oldest first' }),
    unready: z
      .array(z.strictObject({ notice: NoticeRow, items: ItemNames.meta({ description: 'items to settle first' }) }))
      .meta({ description: 'written, or not yet, and not ready' }),
    all: z.array(NoticeRow).meta({ description: 'every notice of the incident: where each stands' }),
  })
  .meta({ id: 'NoticeBatch', description: 'All notices of one incident, to be decided on together' });

const Chosen = z.strictObject({ noticeId: Id.meta({ description: 'which one' }), seen: Seen });

const BatchSending = z
  .strictObject({
    notices: z
      .array(Chosen)
      .min(1)
      .max(MOST_CHOSEN)
      .refine((all) => new Set(all.map(({ noticeId }) => noticeId)).size === all.length, 'names one twice')
      .meta({ description: 'those that may leave, each as it was read' }),
    lateReason: Text.optional().meta({ description: 'for each whose limit has passed' }),
    othersConfirmed: z
      .literal(true)
      .optional()
      .meta({ description: 'where an item names another client of ours: somebody has read it, and it is meant' }),
    reasonConfirmed: z
      .literal(true)
      .optional()
      .meta({ description: 'where the reason does: somebody has read it, and it is meant' }),
  })
  .meta({ id: 'BatchSending', description: 'Which notices leave' });

const Outcomes = z
  .strictObject({
    outcomes: z
      .array(
        z.strictObject({
          noticeId: Id,
          result: z.enum(['sent', 'refused', 'waiting']).meta({
            description:
              '`sent`: frozen by an entry of its own; `refused`: nothing of it has left; `waiting`: there was no time, ask again under the same key',
          }),
          revision: z.int().nullable().meta({ description: 'of the notice after it was sent' }),
          ...refusalFields('what was written since it was read, when and by whom'),
          letter: LetterParts.meta({ description: 'what its letters would tell otherwise than when it was read' }),
        }),
      )
      .meta({ description: 'in the order of the request' }),
  })
  .meta({ id: 'BatchOutcomes', description: 'What became of each' });

function present({ ready, unready, common, all }: Batch): z.output<typeof BatchView> {
  return {
    common,
    ready: ready.map(presentReady),
    unready: unready.map(({ fullCase, items }) => ({ notice: presentRow(fullCase), items: [...items] })),
    all: all.map(presentRow),
  };
}

function presentReady({ fullCase, items, isLate, seen, others }: ReadyNotice): z.output<typeof Ready> {
  return {
    notice: presentRow(fullCase),
    seen: writeSeen(seen),
    items,
    late: isLate,
    othersNamed: others.map(({ item, name }) => ({ item, name })),
    recipients: recipientsIn(fullCase),
  };
}

const recipientsIn = (fullCase: FullCase) =>
  recipientsOf(fullCase).map((contact) => ({
    contactId: contact.id,
    name: contact.name,
    ways: waysTo(contact, fullCase.offers).map(({ channel, address }) => ({ channel, address })),
  }));

function presentOutcome(outcome: Outcome): z.output<typeof Outcomes>['outcomes'][number] {
  const { noticeId, result } = outcome;
  const error = outcome.result === 'refused' ? outcome.error : null;
  return {
    noticeId,
    result,
    revision: outcome.result === 'sent' ? outcome.revision : null,
    ...presentRefusal(error),
    letter: error !== null && 'letter' in error ? (error.letter ?? []) : [],
  };
}

const seenExample = `2-${'9f86d081'.repeat(5)}`;
const nothing = { a: null, b: null, c: null, d: null, e: null };

export const batchRoutes = [
  defineRead({
    path: `${incidentPath}/notices`,
    operationId: 'readBatch',
    summary: 'All notices of an incident, to be sent together',
    description:
      'What is ready, with each recipient by name; what most of them say alike; what has to be settled first.',
    tag,
    policy: maySendNotice,
    params: incidentParams,
    status: 200,
    response: BatchView,
    example: {
      response: {
        common: { ...nothing, a: itemsExample.a },
        ready: [
          {
            notice: rowExample,
            seen: seenExample,
            items: itemsExample,
            late: false,
            othersNamed: [],
            recipients: [
              {
                contactId: 'c1',
                name: 'Camille Exemple',
                ways: [{ channel: 'email', address: 'camille@exemple.fr' }],
              },
            ],
          },
        ],
        unready: [],
        all: [rowExample],
      },
    },
    async handler(ctx, { params: { incidentId } }) {
      const read = await readBatch({ ctx, input: { incidentId } });
      return read.ok ? { ok: true, value: { body: present(read.value) } } : read;
    },
  }),

  defineAddition({
    path: `${incidentPath}/notices/sending`,
    operationId: 'sendBatch',
    summary: 'Send several notices of an incident',
    description:
      'Each as it was read, by an entry of its own. One that has moved since is refused by itself, with who and when; the others leave. Where there was no time for all, the same request under the same key goes on.',
    tag,
    policy: maySendNotice,
    params: incidentParams,
    body: BatchSending,
    status: 200,
    response: Outcomes,
    example: {
      body: { notices: [{ noticeId: rowExample.id, seen: seenExample }] },
      response: {
        outcomes: [
          { noticeId: rowExample.id, result: 'sent', revision: 3, code: null, issues: [], changed: [], letter: [] },
        ],
      },
    },
    async handler(ctx, { params: { incidentId }, body, key }) {
      const { notices, ...said } = body;
      const chosen = notices.map(({ noticeId, seen }) => {
        return { noticeId, seen: readSeen(seen) ?? { revision: 0, stamp: '' } };
      });
      const sent = await sendBatch({ ctx, input: { incidentId, key, chosen, ...said } });
      return sent.ok ? { ok: true, value: { body: { outcomes: sent.value.map(presentOutcome) } } } : sent;
    },
  }),
];
