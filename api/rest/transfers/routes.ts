import type { z } from 'zod';
import { tellNow } from '../../../application/atOnce/tellNow';
import { mayReadTransfers, mayRecordTransfer } from '../../../application/policies/transfer';
import { commandTransfer } from '../../../application/transfer/commandTransfer';
import { listTransfers, readTransfer } from '../../../application/transfer/readTransfers';
import { recordTransfer } from '../../../application/transfer/recordTransfer';
import { RecordTransfer, TransferCommand } from '../../../domain/transfer/decide';
import { defineAddition, defineDecision, defineRead } from '../../http/defineRoute';
import { Id, orgParams, pageOf, pageQuery } from '../../http/fields';
import { contactedRoute } from '../atOnce/contactedRoute';
import { presentNumbered } from '../written';
import { example, present, View, Written, writtenExample } from './view';

const listPath = '/api/v1/organisations/{orgId}/transfers';
const path = `${listPath}/{transferId}`;
const params = orgParams.extend({ transferId: Id.meta({ description: 'opaque id of the transfer' }) });
const tag = 'transfers';

const [prolong, release, close] = TransferCommand.options;

/** A command as a route: its body is the command without its kind. */
const decision = (
  kind: z.output<typeof TransferCommand>['kind'],
  segment: string,
  operationId: string,
  said: { summary: string; description: string; body: z.ZodObject; example: Record<string, string | null> },
) =>
  defineDecision({
    path: `${path}/${segment}`,
    operationId,
    summary: said.summary,
    description: said.description,
    tag,
    policy: mayRecordTransfer,
    params,
    body: said.body,
    status: 200,
    response: Written,
    example: { body: said.example, response: writtenExample },
    async handler(ctx, { params: { transferId }, body, key, decided }) {
      const command = TransferCommand.parse({ kind, ...body });
      const written = await commandTransfer({ ctx, input: { transferId, key, command, decided } });
      if (written.ok) await tellNow(ctx);
      return presentNumbered(written);
    },
  });

const NewTransfer = RecordTransfer.extend({}).meta({
  id: 'NewTransfer',
  description: 'A legal compulsion, or a change of the instrument of a transfer',
});

export const transferRoutes = [
  defineRead({
    path: listPath,
    operationId: 'listTransfers',
    summary: 'Transfers that were not agreed',
    description: 'Legal compulsions and changed instruments (duty S3-17). Newest first. For who may read the journal.',
    tag,
    policy: mayReadTransfers,
    params: orgParams,
    query: pageQuery,
    status: 200,
    response: pageOf('TransferPage', View),
    example: { response: { items: [example], next: null } },
    async handler(ctx, { query: { after, limit } }) {
      const listed = await listTransfers({ ctx, input: { limit, ...(after && { after }) } });
      if (!listed.ok) return listed;
      const items = listed.value.map((one) => present(one, ctx.ports.now()));
      return { ok: true, value: { body: { items, next: items.length === limit ? (items.at(-1)?.id ?? null) : null } } };
    },
  }),
  defineAddition({
    path: listPath,
    operationId: 'recordTransfer',
    summary: 'Record a legal compulsion or a changed instrument',
    description:
      'The contacts of the controllers concerned are written to at once, unless the law forbids it: then when that ends (duty S3-17).',
    tag,
    policy: mayRecordTransfer,
    params: orgParams,
    body: NewTransfer,
    status: 201,
    response: Written,
    example: {
      body: {
        cause: 'compulsion',
        knownAt: example.knownAt,
        source: String(example.source),
        text: String(example.text),
        touched: example.touched,
      },
      response: writtenExample,
    },
    async handler(ctx, { body, key }) {
      const written = await recordTransfer({ ctx, input: { key, transfer: body } });
      if (written.ok) await tellNow(ctx);
      return presentNumbered(written);
    },
  }),
  defineRead({
    path,
    operationId: 'readTransfer',
    summary: 'One of them',
    description: 'As its entries say now.',
    tag,
    policy: mayReadTransfers,
    params,
    status: 200,
    etag: true,
    response: View,
    example: { response: example },
    async handler(ctx, { params: { transferId } }) {
      const read = await readTransfer({ ctx, input: { transferId } });
      if (!read.ok) return read;
      const body = present(read.value, ctx.ports.now());
      return { ok: true, value: { body, headers: { ETag: `"${read.value.decided}"` } } };
    },
  }),
  decision('transfer.prolong', 'secrecy', 'prolongTransferSecrecy', {
    summary: 'Put off the end of a secrecy',
    description: 'The law goes on forbidding to tell: until when, and on which ground.',
    body: prolong
      .omit({ kind: true })
      .meta({ id: 'TransferSecrecy', description: 'Until when the law forbids to tell' }),
    example: { until: null, ground: 'Ordonnance du 3 juin, sans terme.' },
  }),
  decision('transfer.release', 'release', 'releaseTransferSecrecy', {
    summary: 'Record that secrecy has ended',
    description: 'The controllers concerned are told at once.',
    body: release
      .omit({ kind: true })
      .meta({ id: 'TransferRelease', description: 'The law no longer forbids to tell' }),
    example: { releasedAt: '2026-06-13T08:00:00.000Z', how: 'Mainlevée du juge.' },
  }),
  decision('transfer.close', 'closure', 'closeTransfer', {
    summary: 'Record that it is over',
    description: 'What became of it. Whom the law forbids to tell yet is told when that ends.',
    body: close.omit({ kind: true }).meta({ id: 'TransferClosure', description: 'What became of it' }),
    example: { closedAt: '2026-06-13T08:00:00.000Z', outcome: 'Demande contestée, rien n’a été transmis.' },
  }),
  contactedRoute('transfer', 'transfers', 'noteTransferContact'),
];
