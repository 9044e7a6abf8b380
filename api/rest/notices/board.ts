import { z } from 'zod';
import { type BoardRow, BoardShow, readBoard } from '../../../application/notice/board';
import { mayReadNotice } from '../../../application/policies/notice';
import { Instant } from '../../../domain/shared/instant';
import { defineRead } from '../../http/defineRoute';
import { incidentParams, incidentPath } from '../incidents/commands';
import { rowExample } from './examples';
import { presentRow } from './present';
import { tag } from './reads';
import { NoticeRow } from './views';

const count = (description: string) => z.int().nonnegative().meta({ description });

const Unacknowledged = z
  .strictObject({
    notice: NoticeRow,
    version: z.int().positive().meta({ description: 'the newest, which nobody has acknowledged' }),
    since: Instant.nullable().meta({ description: 'when it was first taken; null: nothing of it has been' }),
    mails: count('mails of it'),
    failed: count('of these, put off, refused or reported as never arrived'),
    reminders: count('steps of the ladder of acknowledgement that were reached'),
    calls: z
      .array(
        z.strictObject({
          who: z.string().meta({ description: 'contact who was called' }),
          reached: z.boolean().meta({ description: 'whether somebody answered' }),
          at: Instant.meta({ description: 'when it was recorded' }),
        }),
      )
      .meta({ description: 'calls since this version, oldest first' }),
    next: z
      .strictObject({
        contactId: z.string().meta({ description: 'contact of the agreement' }),
        name: z.string().meta({ description: 'how the contact is called' }),
        phone: z.string().meta({ description: 'number' }),
      })
      .nullable()
      .meta({ description: 'whom to call next; null where nobody has a number' }),
  })
  .meta({ id: 'Unacknowledged', description: 'A notice that nobody has acknowledged' });

const present = ({
  fullCase,
  version,
  since,
  mails,
  failed,
  reminders,
  calls,
  next,
}: BoardRow): z.output<typeof Unacknowledged> => ({
  notice: presentRow(fullCase),
  version,
  since,
  mails,
  failed,
  reminders,
  calls: calls.map(({ who, reached, at }) => ({ who, reached, at })),
  next: next && { contactId: next.contactId, name: next.name, phone: next.phone },
});

export const boardRoutes = [
  defineRead({
    path: `${incidentPath}/unacknowledged`,
    operationId: 'readBoard',
    summary: 'Who of an incident has not acknowledged',
    description: 'The longest silence first: since when, what was tried, whom to call next.',
    tag,
    policy: mayReadNotice,
    params: incidentParams,
    query: z.strictObject({
      show: z.enum(BoardShow).default('all').meta({
        description: '`failed`: a mail did not arrive; `uncalled`: nobody has called; `called`: somebody has',
      }),
    }),
    status: 200,
    response: z
      .strictObject({ items: z.array(Unacknowledged).meta({ description: 'the longest silence first' }) })
      .meta({ id: 'Board', description: 'Notices that nobody has acknowledged' }),
    example: {
      response: {
        items: [
          {
            notice: { ...rowExample, delivery: 'SENT' },
            version: 1,
            since: '2026-05-13T09:20:00.000Z',
            mails: 2,
            failed: 1,
            reminders: 1,
            calls: [{ who: 'Camille Exemple', reached: false, at: '2026-05-13T13:30:00.000Z' }],
            next: { contactId: 'c2', name: 'Astreinte', phone: '+33 1 99 00 00 02' },
          },
        ],
      },
    },
    async handler(ctx, { params: { incidentId }, query: { show } }) {
      const read = await readBoard({ ctx, input: { incidentId, show } });
      return read.ok ? { ok: true, value: { body: { items: read.value.rows.map(present) } } } : read;
    },
  }),
];
