import { z } from 'zod';
import { listNow, type Now } from '../../../application/overview/listNow';
import { mayReadNotice } from '../../../application/policies/notice';
import { type ClockRow, OBLIGATIONS } from '../../../domain/deadline/clockRow';
import { clockState } from '../../../domain/deadline/clockState';
import { RecordNeed } from '../../../domain/controllerCase/recordRegion';
import { StageName } from '../../../domain/regime/vocabulary';
import { Instant } from '../../../domain/shared/instant';
import { Role } from '../../../domain/shared/roles';
import { defineRead } from '../../http/defineRoute';
import { Id, orgParams } from '../../http/fields';

const ClockView = z
  .strictObject({
    obligation: z.enum(OBLIGATIONS).meta({ description: 'what is owed' }),
    state: z
      .enum(['run', 'near', 'strict', 'late', 'done'])
      .meta({ description: 'near: three quarters are gone, or only caught mails met it' }),
    startedAt: Instant.meta({ description: 'it runs from here' }),
    dueAt: Instant.meta({ description: 'its limit' }),
    doneAt: Instant.nullable().meta({ description: 'when it was met; null while it runs' }),
    provisional: z.boolean().meta({ description: 't0 is still to be confirmed' }),
    source: z
      .enum(['law', 'authority', 'contract', 'promise', 'procedure'])
      .meta({ description: 'where the limit comes from' }),
    hours: z.number().nullable().meta({ description: 'hours that the source gives; null for a promised instant' }),
    incidentId: Id.nullable().meta({
      description: 'of a case: the incident of our own journal that it belongs to, if any',
    }),
    caseId: Id.nullable().meta({ description: 'case of this controller; null for everything else' }),
    reference: z.string().meta({ description: 'of the incident or case, as people say it' }),
    noticeId: Id.nullable().meta({ description: 'null for what stays inside' }),
    agreementId: z.string().nullable().meta({ description: 'agreement with the controller that waits' }),
    controller: z.string().nullable().meta({ description: 'who waits; null for what stays inside' }),
    item: z.enum(['c', 'd', 'e']).nullable().meta({ description: 'item that is to follow' }),
    fields: z.array(RecordNeed).meta({ description: 'fields of the record of a case that are to be known by then' }),
    country: z
      .string()
      .nullable()
      .meta({ description: 'of the authority to tell, where those of several countries have to be; else null' }),
    stage: StageName.nullable().meta({ description: 'stage of a neighbouring regime, e.g. `nis2.earlyWarning`' }),
    roles: z.array(Role).meta({ description: 'who is asked to act' }),
    alone: z
      .strictObject({
        act: z.string().meta({ description: 'what Vigie does without anybody' }),
        at: Instant.meta({ description: 'when' }),
      })
      .nullable()
      .meta({ description: 'null: nothing happens by itself' }),
  })
  .meta({ id: 'Clock', description: 'One limit that runs, or was met' });

const Clocks = z
  .strictObject({
    now: Instant.meta({ description: 'when this was true' }),
    items: z.array(ClockView).meta({ description: 'by limit, what is overdue first; what was met comes last' }),
  })
  .meta({ id: 'Clocks', description: 'Everything that burns' });

function present(row: ClockRow, { cases, incidents, ours }: Now, now: Date): z.output<typeof ClockView> {
  const { obligation, clock, provisional, source, hours, incidentId, caseId, noticeId, agreementId, item } = row;
  const { fields, country, stage, roles, alone } = row;
  const { startedAt, dueAt, doneAt } = clock;
  const ofCase = ours.get(caseId ?? '')?.reference;
  const said = incidents.get(incidentId ?? '')?.reference;
  const agreement = cases.find(({ notice }) => notice.id === noticeId)?.agreement;
  const names = {
    reference: ofCase ?? said?.incident ?? said?.signal ?? '',
    controller: agreement?.document?.controller.name ?? agreement?.reference ?? null,
  };
  const place = { incidentId, caseId, noticeId, agreementId, item, fields: [...fields], country, stage, ...names };
  const when = { state: clockState(clock, now), startedAt, dueAt, doneAt, provisional, source, hours };
  return { obligation, ...when, ...place, roles: [...roles], alone: alone && { act: alone.act, at: alone.at } };
}

export const clockRoutes = [
  defineRead({
    path: '/api/v1/organisations/{orgId}/clocks',
    operationId: 'listClocks',
    summary: 'What burns, by limit, what is overdue first',
    description:
      'Every limit of every open incident, notice and case, reckoned anew from the journal: no list can lag.',
    tag: 'clocks',
    policy: mayReadNotice,
    params: orgParams,
    status: 200,
    response: Clocks,
    example: {
      response: {
        now: '2026-05-13T21:00:00.000Z',
        items: [
          {
            obligation: 'notice',
            state: 'run',
            startedAt: '2026-05-13T08:00:00.000Z',
            dueAt: '2026-05-14T08:00:00.000Z',
            doneAt: null,
            provisional: false,
            source: 'contract',
            hours: 24,
            incidentId: '0199e1f0-0000-7000-8000-000000000010',
            caseId: null,
            reference: 'INC-2026-7',
            noticeId: '0199e1f0-0000-7000-8000-000000000040',
            agreementId: '0199e1f0-0000-7000-8000-000000000020',
            controller: 'Syndicat mixte du Val-Témoin',
            item: null,
            fields: [],
            country: null,
            stage: null,
            roles: ['O', 'IM', 'DPO'],
            alone: { act: 'protect', at: '2026-05-14T07:00:00.000Z' },
          },
        ],
      },
    },
    async handler(ctx) {
      const listed = await listNow({ ctx });
      if (!listed.ok) return listed;
      const now = ctx.ports.now();
      const items = listed.value.rows.map((row) => present(row, listed.value, now));
      return { ok: true, value: { body: { now: now.toISOString(), items } } };
    },
  }),
];
