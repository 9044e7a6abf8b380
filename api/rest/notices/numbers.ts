import { z } from 'zod';
import { acceptNumbers, type NumbersOutcome, type NumbersRow, planNumbers } from '../../../application/notice/numbers';
import { mayDraftNotice } from '../../../application/policies/notice';
import { StoredDraft } from '../../../domain/notice/items';
import { NumbersReason } from '../../../domain/notice/numbers';
import { defineAddition } from '../../http/defineRoute';
import { Id } from '../../http/fields';
import { incidentParams, incidentPath } from '../incidents/commands';
import { rowExample } from './examples';
import { presentRow } from './present';
import { tag } from './reads';
import { presentRefusal, refusalFields } from './refusal';
import { NoticeRow } from './views';

const LONGEST_CSV = 90_000;
const csv = z.string().min(1).max(LONGEST_CSV).meta({
  description:
    'commas or semicolons; the first line names a column `controller` (reference of the contract, or name), and may name `persons`, `records`, `categories`. An empty cell leaves what stands there',
});
const revision = z.int().nonnegative().meta({ description: 'of the draft that it would replace' });

const Row = z
  .strictObject({
    line: z.int().positive().meta({ description: 'line of the file, from 1' }),
    notice: NoticeRow,
    before: StoredDraft.shape.c.meta({ description: 'item c as it stands' }),
    after: StoredDraft.shape.c.meta({ description: 'item c as it would be' }),
    changes: z.boolean().meta({ description: 'false: it stands there already' }),
    revision,
  })
  .meta({ id: 'NumbersRow', description: 'What one row would change' });

const Plan = z
  .strictObject({
    rows: z.array(Row).meta({ description: 'in the order of the file' }),
    faults: z
      .array(
        z.strictObject({
          line: z.int().positive().meta({ description: 'line of the file, from 1' }),
          reason: NumbersReason.meta({ description: 'what is wrong with it' }),
        }),
      )
      .meta({ description: 'rows that give nothing; while there is one, nothing can be accepted' }),
  })
  .meta({ id: 'NumbersPlan', description: 'What a file would change; nothing has been' });

const Outcomes = z
  .strictObject({
    outcomes: z
      .array(
        z.strictObject({
          noticeId: Id,
          result: z
            .enum(['written', 'unchanged', 'refused'])
            .meta({ description: '`unchanged`: it stood there already; `refused`: its draft has moved since' }),
          ...refusalFields('what was written since, when and by whom'),
        }),
      )
      .meta({ description: 'in the order of the file' }),
  })
  .meta({ id: 'NumbersOutcomes', description: 'What became of each row' });

const presentPlanned = ({ line, fullCase, before, after, isNew, revision: over }: NumbersRow): z.output<typeof Row> => {
  return { line, notice: presentRow(fullCase), before, after, changes: isNew, revision: over };
};

function presentOutcome(outcome: NumbersOutcome): z.output<typeof Outcomes>['outcomes'][number] {
  const { noticeId, result } = outcome;
  return { noticeId, result, ...presentRefusal(outcome.result === 'refused' ? outcome.error : null) };
}

const file = 'controller;persons;records\nVAL-2026-01;412;1 200\n';
const before = { answer: 'toFollow' as const, eta: '2026-05-15T08:00:00.000Z' };
const after = { answer: 'value' as const, text: 'Bénéficiaires', persons: 412, records: 1200 };

export const numbersRoutes = [
  defineAddition({
    path: `${incidentPath}/numbers/preview`,
    operationId: 'previewNumbers',
    summary: 'What a file of numbers would change in the notices of an incident',
    description: 'Row by row, before and after; bad rows by their line. Nothing is written.',
    tag,
    policy: mayDraftNotice,
    params: incidentParams,
    body: z
      .strictObject({ csv })
      .meta({ id: 'NumbersFile', description: 'Numbers of persons and records by controller' }),
    status: 200,
    response: Plan,
    example: {
      body: { csv: file },
      response: { rows: [{ line: 2, notice: rowExample, before, after, changes: true, revision: 1 }], faults: [] },
    },
    async handler(ctx, { params: { incidentId }, body }) {
      const plan = await planNumbers({ ctx, input: { incidentId, csv: body.csv } });
      if (!plan.ok) return plan;
      const { rows, faults } = plan.value;
      const planned = { rows: rows.map(presentPlanned), faults: faults.map(({ line, reason }) => ({ line, reason })) };
      return { ok: true, value: { body: planned } };
    },
  }),

  defineAddition({
    path: `${incidentPath}/numbers`,
    operationId: 'acceptNumbers',
    summary: 'Put the numbers of a file into the drafts of an incident',
    description:
      'As the preview has shown them. 400 while a row is bad, and nothing is written; a draft that has moved since is refused by itself.',
    tag,
    policy: mayDraftNotice,
    params: incidentParams,
    body: z
      .strictObject({
        csv,
        seen: z
          .array(z.strictObject({ noticeId: Id, revision }))
          .max(1_000)
          .meta({ description: 'of each notice, the `revision` that the preview gave' }),
      })
      .meta({ id: 'NumbersAccepted', description: 'The same file, and what its preview has shown' }),
    status: 200,
    response: Outcomes,
    example: {
      body: { csv: file, seen: [{ noticeId: rowExample.id, revision: 1 }] },
      response: {
        outcomes: [{ noticeId: rowExample.id, result: 'written', code: null, issues: [], changed: [] }],
      },
    },
    async handler(ctx, { params: { incidentId }, body, key }) {
      const seen = new Map(body.seen.map((one) => [one.noticeId, one.revision]));
      const accepted = await acceptNumbers({ ctx, input: { incidentId, key, csv: body.csv, seen } });
      return accepted.ok ? { ok: true, value: { body: { outcomes: accepted.value.map(presentOutcome) } } } : accepted;
    },
  }),
];
