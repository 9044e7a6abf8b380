import { z } from 'zod';
import { mayReadJournal } from '../../../application/policies/journal';
import { readStatistics } from '../../../application/register/readStatistics';
import { StatisticsKey } from '../../../domain/register/statistics';
import { bandWord } from '../../../templates/register/statisticsWords';
import { defineRead } from '../../http/defineRoute';
import { orgParams } from '../../http/fields';
import { registerQuery } from '../../registers/registerQuery';
import { entered, language, tag } from './entered';

const number = (description: string) => z.int().nonnegative().meta({ description });
const perRole = (description: string) =>
  z
    .strictObject({
      processor: number('incidents, as who processes for others'),
      controller: number('cases, as who controls'),
    })
    .meta({ description });
const length = (description: string) => z.number().nullable().meta({ description });

const StatisticsView = z
  .strictObject({
    total: perRole('breaches of the period, suspicions included'),
    medianMs: z
      .strictObject({
        processor: length('milliseconds from awareness to the notice; null: none was sent'),
        controller: length('milliseconds from awareness to the authority; null: none was told'),
      })
      .meta({ description: 'time from awareness to telling, median' }),
    groups: z
      .array(
        z.strictObject({
          key: StatisticsKey.meta({
            description: 'what is counted; `sensitive`: whether any was, `sensitiveData`: which',
          }),
          counts: z
            .array(
              z.strictObject({
                term: z.string().meta({ description: 'band or term; unknown: not determined' }),
                label: z.string().meta({ description: 'as it is published' }),
                processor: number('incidents'),
                controller: number('cases; of `reached`, persons'),
              }),
            )
            .meta({ description: 'one line a term' }),
        }),
      )
      .meta({ description: 'counts; of several causes, each' }),
  })
  .meta({ id: 'BreachStatistics', description: 'Breaches in the authority’s own bands' });

export const statisticsRoute = defineRead({
  path: '/api/v1/organisations/{orgId}/registers/statistics',
  operationId: 'readStatistics',
  summary: 'Breaches in the authority’s own bands',
  description:
    'Nature, origin, cause, data, special categories, persons, sector and telling the persons in the published terms and bands; in time or late; decisions not to notify; time from awareness to notice.',
  tag,
  policy: mayReadJournal,
  params: orgParams,
  query: registerQuery.pick({ from: true, to: true, exercise: true }).extend({ language }),
  status: 200,
  response: StatisticsView,
  example: {
    response: {
      total: { processor: 3, controller: 1 },
      medianMs: { processor: 31_500_000, controller: null },
      groups: [
        { key: 'persons', counts: [{ term: '6-50', label: 'Entre 6 et 50 personnes', processor: 1, controller: 1 }] },
      ],
    },
  },
  async handler(ctx, { query: { language: inLanguage, ...asked } }) {
    const on = await entered(ctx, asked);
    if (!on.ok) return on;
    const read = await readStatistics({ ctx, input: { filter: on.value.filter } });
    if (!read.ok) return read;
    const groups = read.value.groups.map(({ key, counts }) => ({
      key,
      counts: counts.map((one) => ({ ...one, label: bandWord(inLanguage, key, one.term) })),
    }));
    return { ok: true, value: { body: { ...read.value, groups } } };
  },
});
